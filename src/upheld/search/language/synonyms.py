"""Words that mean the same: how a list of them is written, and how they come to stand beside what was typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from upheld.search.language.lexing import words_in
from upheld.search.language.query import Synonym
from upheld.search.language.shaping import all_of, any_of
from upheld.search.language.tree import Node, Phrase, Word
from upheld.search.words import is_common, stem

MAX_TEXT = 40_000
MAX_GROUPS = 600
MAX_MEMBERS = 10
MAX_MEMBER_WORDS = 8
MAX_RUNS = 10
"""So many words or runs of words of one query are taken to mean others as well."""

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Words that mean the same; with `is_one_way` the first means the others as well, and not the other way round."""

    members: tuple[str, ...]
    is_one_way: bool = False


@dataclass(frozen=True, slots=True)
class LineFault:
    """What is wrong with one line, counted from 1."""

    line: int
    message: str


class SynonymsError(ValueError):
    """A list of synonyms cannot be kept; `faults` say which of its lines are wrong."""

    def __init__(self, faults: Sequence[LineFault]) -> None:
        super().__init__("; ".join(f"line {fault.line}: {fault.message}" for fault in faults))
        self.faults = tuple(faults)


def read_groups(text: str) -> tuple[tuple[Group, ...], tuple[LineFault, ...]]:
    """The groups of a list, and what is wrong with lines of it. `#` begins a remark."""
    groups: list[Group] = []
    faults: list[LineFault] = []
    if len(text) > MAX_TEXT:
        return (), (LineFault(1, f"The list has {len(text):,} characters; it can have {MAX_TEXT:,}."),)
    for number, line in enumerate(text.splitlines(), 1):
        group = _read_line(line)
        if group is None:
            continue
        if message := _faulty(group, line):
            faults.append(LineFault(number, message))
        else:
            groups.append(group)
        if len(groups) > MAX_GROUPS:
            return tuple(groups), (*faults, LineFault(number, f"There can be {MAX_GROUPS} groups; this is one more."))
    return tuple(groups), tuple(faults)


def _read_line(line: str) -> Group | None:
    said = line.partition("#")[0].strip()
    if not said:
        return None
    is_one_way = "=>" in said
    parts = said.replace("=>", "=").split("=") if said.count("=>") <= 1 else said.split("=>")
    return Group(tuple(" ".join(part.split()) for part in parts), is_one_way)


def _faulty(group: Group, line: str) -> str:
    members = group.members
    if len(members) < 2:
        return "Write what means the same on both sides of an equals sign: SEN = special educational needs."
    if group.is_one_way and line.partition("#")[0].count("=>") > 1:
        return "An arrow (=>) can stand once in a line."
    if len(members) > MAX_MEMBERS:
        return f"A line can have {MAX_MEMBERS} names; this one has {len(members)}."
    if message := next(filter(None, map(_faulty_member, members)), ""):
        return message
    stems = [_stems(member) for member in members]
    twice = next((member for place, member in enumerate(members) if stems[place] in stems[:place]), "")
    return f"“{twice}” is there twice: the search takes every form of a word for the same." if twice else ""


def _faulty_member(member: str) -> str:
    words = words_in(member)
    if not words:
        return "There is nothing between two signs, or no word."
    if len(words) > MAX_MEMBER_WORDS:
        return f"“{member[:60]}” has more than {MAX_MEMBER_WORDS} words."
    if all(map(is_common, words)):
        return f"“{member}” stands in nearly every decision."
    if set(member) & set('"“”()*:'):
        return f"“{member[:60]}” holds a sign; write words alone."
    return ""


@dataclass(frozen=True)
class Synonyms:
    """A list of synonyms, ready to be used. It never changes, so threads may share it."""

    by_stems: Mapping[Stems, tuple[str, ...]]
    longest: int = 0

    @classmethod
    def of(cls, groups: Sequence[Group]) -> "Synonyms":
        """Made of the groups. What stands in several means what is in any of them."""
        found: dict[Stems, dict[str, None]] = {}
        for group in groups:
            for place, member in enumerate(group.members[:1] if group.is_one_way else group.members):
                others = group.members[:place] + group.members[place + 1 :]
                found.setdefault(_stems(member), {}).update(dict.fromkeys(others))
        by_stems = {stems: tuple(others)[:MAX_MEMBERS] for stems, others in found.items()}
        return cls(by_stems, max(map(len, by_stems), default=0))

    def put_beside(self, parts: Sequence[Node]) -> tuple[list[Node], list[Synonym]]:
        """The parts with others beside words, and beside runs of words, that mean others as well; and which did."""
        made: list[Node] = []
        used: list[Synonym] = []
        place = 0
        while place < len(parts):
            words = self._run(parts, place) if len(used) < MAX_RUNS else ()
            if words:
                others = self.by_stems[tuple(map(stem, words))]
                made.append(any_of([all_of(map(Word, words)), *map(_node, others)]))
                used.append(Synonym(" ".join(words), others))
            else:
                made.append(parts[place])
            place += len(words) or 1
        return made, used

    def _run(self, parts: Sequence[Node], start: int) -> tuple[str, ...]:
        """The longest run of words from here that means others."""
        words = tuple(_words_from(parts, start, self.longest))
        stems = tuple(map(stem, words))
        return next((words[:end] for end in range(len(words), 0, -1) if stems[:end] in self.by_stems), ())


def _words_from(parts: Sequence[Node], start: int, most: int) -> Iterator[str]:
    for part in parts[start : start + most]:
        if not isinstance(part, Word):
            return
        yield part.text


def _node(member: str) -> Node:
    words = words_in(member)
    return Word(words[0]) if len(words) == 1 else Phrase(words)


def _stems(member: str) -> Stems:
    return tuple(map(stem, words_in(member)))
