"""Words that mean the same: how a list of them is written, and how they come to stand beside what was typed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from upheld.search.language.irregular import read_verbs
from upheld.search.language.lexing import words_in
from upheld.search.language.query import Synonym
from upheld.search.language.shaping import all_of, any_of
from upheld.search.language.tree import Node, Phrase, Word
from upheld.search.words import is_common, stem

MAX_TEXT = 60_000
MAX_GROUPS = 1_000
MAX_MEMBERS = 10
MAX_MEMBER_WORDS = 8
MAX_RUNS = 10
"""So many words or runs of words of one query are taken to mean others as well."""
MAX_OTHER_WORDS = 30
"""So many words are looked for beside those of one query, which bounds what a search can cost."""

Stems = tuple[str, ...]
_FORMS = {stem(form): others for form, others in read_verbs().items()}


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
            return tuple(groups), (*faults, LineFault(number, f"There can be {MAX_GROUPS:,} groups; this is one more."))
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
    if len({_stems(member) for member in members}) == 1:
        return "The search takes these for the same already: it finds every form of a word."
    return ""


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
        found: dict[Stems, dict[Stems, str]] = {}
        for group in groups:
            forms = {_stems(member): member for member in reversed(group.members)}
            for stems in [_stems(group.members[0])] if group.is_one_way else forms:
                others = {other: member for other, member in forms.items() if other != stems}
                found.setdefault(stems, {}).update({other: others[other] for other in reversed(others)})
        by_stems = {stems: tuple(others.values())[:MAX_MEMBERS] for stems, others in found.items() if others}
        return cls(by_stems, max(map(len, by_stems), default=0))

    def put_beside(self, parts: Sequence[Node]) -> tuple[list[Node], list[Synonym]]:
        """The parts with others beside words, and beside runs of words, that mean others as well; and which did."""
        made: list[Node] = []
        used: list[Synonym] = []
        place = 0
        while place < len(parts):
            end = self._run_end(parts, place)
            if others := self._others(parts[place:end], used):
                used.append(Synonym(" ".join(map(_typed, parts[place:end])), others))
                typed, also = self._each_of(parts[place:end], used)
                made.append(any_of([all_of(typed), *map(_node, others)]))
                used += also
            else:
                end = place + 1
                made.append(_with_forms(parts[place]))
            place = end
        return made, used

    def _others(self, run: Sequence[Node], used: Sequence[Synonym]) -> tuple[str, ...]:
        """What the run means as well: what there is room for beside what is used already."""
        left = MAX_OTHER_WORDS - sum(len(words_in(other)) for one in used for other in one.others)
        others = self.by_stems.get(_stems_of(run), ()) if run and len(used) < MAX_RUNS else ()
        needed = accumulate(len(words_in(other)) for other in others)
        return tuple(other for other, so_far in zip(others, needed, strict=True) if so_far <= left)

    def _each_of(self, run: Sequence[Node], used: Sequence[Synonym]) -> tuple[list[Node], list[Synonym]]:
        """A run of several words with others beside those that mean others by themselves: “kids” of “took my kids”."""
        made: list[Node] = []
        also: list[Synonym] = []
        said = set(used[-1].others)
        for part in run:
            beside = self._others([part], [*used, *also]) if len(run) > 1 else ()
            if others := tuple(one for one in beside if one not in said):
                also.append(Synonym(_typed(part), others))
            made.append(any_of([_with_forms(part), *map(_node, others)]))
        return made, also

    def instead(self, text: str) -> Iterator[str]:
        """The text with others in place of words, or runs of words, that mean others as well; of the longest first."""
        words = words_in(text)
        stems = tuple(map(stem, words))
        for length in range(min(self.longest, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                for other in self.by_stems.get(stems[start : start + length], ()):
                    yield " ".join((*words[:start], other, *words[start + length :]))

    def runs_of(self, stems: Stems) -> Iterator[Stems]:
        """The runs of a text's stems that mean others as well, the longest from each place, and words in these."""
        place = 0
        while place < len(stems):
            ends = range(min(place + self.longest, len(stems)), place, -1)
            end = next((end for end in ends if stems[place:end] in self.by_stems), place)
            if end > place:
                yield stems[place:end]
            yield from ((one,) for one in stems[place:end] if end > place + 1 and (one,) in self.by_stems)
            place = max(end, place + 1)

    def _run_end(self, parts: Sequence[Node], start: int) -> int:
        """Where the longest run of words from here ends that means others; `start` where there is none."""
        last = start
        while last < len(parts) and last - start < self.longest and _words_of(parts[last]):
            last += 1
        return next((end for end in range(last, start, -1) if _stems_of(parts[start:end]) in self.by_stems), start)


def _with_forms(part: Node) -> Node:
    """A word with the forms of its verb that have another stem: they are the same word, so nothing is said of it."""
    forms = _FORMS.get(stem(part.text), ()) if isinstance(part, Word) and not part.is_quoted else ()
    return any_of([part, *map(Word, forms)])


def _words_of(part: Node) -> tuple[str, ...]:
    """The words of a part that was not quoted."""
    if isinstance(part, Word):
        return (part.text,)
    return part.words if isinstance(part, Phrase) and part.is_joined else ()


def _stems_of(run: Sequence[Node]) -> Stems:
    return tuple(stem(word) for part in run for word in _words_of(part))


def _typed(part: Node) -> str:
    return "-".join(_words_of(part))


def _node(member: str) -> Node:
    words = words_in(member)
    return Word(words[0]) if len(words) == 1 else Phrase(words, is_typed=False)


def _stems(member: str) -> Stems:
    return tuple(map(stem, words_in(member)))
