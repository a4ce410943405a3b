"""Names of people among the words with a capital."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upheld.analysis.identifiers.finding import Known
from upheld.analysis.identifiers.names.context import MONTHS, Beside, beside
from upheld.analysis.identifiers.names.lexicon import Sort, towns, villages
from upheld.analysis.identifiers.names.tails import BODIES, HOMES, LAW, REGIONS, SOFT_TITLES, STREETS, TITLES
from upheld.analysis.identifiers.names.words import Run, Word

_NAME = Sort.GIVEN | Sort.SURNAME
_COULD_BE = _NAME | Sort.NAME_WORD | Sort.SURNAME_WORD
_COMMON = Sort.ENGLISH | Sort.PLACE | Sort.PROPER
_CAMEL = re.compile(r"(?!Mc|Mac|Fitz|De|Di|La|Le|Van|O'|D'|Al)[^\W\d_]+[a-z][A-Z]")
_ACRONYM = re.compile(r"[A-Z]{2,}s?(?:-[A-Za-z]+)?|.*\d.*")
_BODY_AFTER = re.compile(
    r"(?:,? (?:and|&|of|for|upon|on|in|de|le|the|with|under|by))* (?:[A-Z][\w'&-]*,? (?:and |& |of |for )?){0,4}?"
    r"(?:Councils?|Borough|County|City|District|Trust|Authority|Association|Service|Partnership|Ltd|Limited|plc|LLP|"
    r"University|Hospitals?|Group|Police|Housing|Homes|Court|Tribunal)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:Council|Borough|County|City|District|University|Bishop|Diocese|Bank|Court|Port|Parish|Town|Isle|Royal "
    r"Borough|Duchy|"
    r"Archdiocese|Forest|Vale|Kingdom|Republic|Province|State|Mayor|Duke|Duchess|Prince|Earl) of (?:the )?\Z|"
    r"\b(?:St|Saint|HMP|RAF|HMS|SS|FC|Lake|Mount)\.? \Z"
)
_PLACE_NAME = "This looks like the name of a place."


@dataclass(frozen=True, slots=True)
class Person:
    """A stretch that names a person, how sure, and by what sign."""

    words: tuple[Word, ...]
    sure: float
    why: str

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends, its possessive ending left out."""
        return self.words[-1].end


def find_people(text: str, run: Run, known: Known) -> Iterator[Person]:
    """Who is named in words side by side."""
    at = 0
    while at < len(run):
        word = run[at]
        if word.text in TITLES:
            length, person = _after_title(text, run, at)
            if person:
                yield person
            at += max(1, length)
            continue
        segment = _segment(run, at)
        if segment:
            yield from _judge(text, run, at, segment, known)
        at += max(1, len(segment))


def _after_title(text: str, run: Run, at: int) -> tuple[int, Person | None]:
    """The person after `Mr` and the like; how many words were read."""
    first = at + 1
    while first < len(run) and (run[first].text in TITLES or run[first].is_initial):
        first += 1
    if first >= len(run):
        return first - at, None
    words = [run[first], *_segment(run, first + 1)]
    if not run[at].text.isupper() and not _may_follow(run[at], run[first]):
        return first - at, None
    if run[at].shouts and run[first].shouts and run[first].is_any(Sort.ENGLISH) and not run[first].is_any(_COULD_BE):
        return first - at, None
    if len(words) == 1 and len(run[first].text) <= 2 and run[first].text.isupper():
        return first - at + 1, None
    kept = _without_things(words, run[first + len(words) :])
    return first - at + len(words), Person(tuple(kept), 0.98, f"“{run[at].text}” stands before it.")


def _may_follow(title: Word, word: Word) -> bool:
    if word.plain_word in NEVER:
        return False
    if _ACRONYM.fullmatch(word.text) and not word.is_any(_NAME):
        return False
    if title.text in SOFT_TITLES:
        return not word.is_any(_COMMON) or word.is_any(_COULD_BE)
    return True


def _without_things(words: Sequence[Word], rest: Sequence[Word]) -> Sequence[Word]:
    """`Mrs Khan's`, not `Mrs Khan School`: a body after the name does not unsay the name."""
    return words if words or not rest else words


def _segment(run: Run, at: int) -> Run:
    """The words from here on that could be parts of one name."""
    segment: Run = []
    for word in run[at:]:
        if not _could_be_name(word) or word.text in TITLES:
            break
        segment.append(word)
        if word.owns:
            break
    return segment


def _could_be_name(word: Word) -> bool:
    if word.is_initial:
        return True
    if word.is_any(_COULD_BE):
        return word.plain_word not in NEVER
    return not word.is_any(_COMMON) and not _ACRONYM.fullmatch(word.text) and not _CAMEL.match(word.text)


def _judge(text: str, run: Run, at: int, segment: Run, known: Known) -> Iterator[Person]:
    words = _trimmed(run, at, segment)
    if not words or all(word.is_initial for word in words):
        return
    rest = run[at + len(segment) :]
    context = beside(text, words[0].start, words[-1].full_end if words[-1].owns else words[-1].end, owns=words[-1].owns)
    if _is_thing(text, run, at, words, rest, context, known):
        return
    sure, why = _judge_many(words, context) if len(words) > 1 else _judge_one(text, run, words[0], context, known)
    if sure:
        yield Person(tuple(words), sure, why)


def _trimmed(run: Run, at: int, segment: Run) -> Run:
    """Without what begins the sentence only, and without letters of an alias at the ends."""
    words = list(segment)
    while words and words[0].is_initial and _is_alias_letter(run, at, words):
        words, at = words[1:], at + 1
    while (
        words
        and len(words) > 1
        and words[-1].is_initial
        and not words[-2].is_any(_NAME | Sort.SURNAME_WORD)
        and words[-2].sorts
    ):
        words.pop()
    return words


def _is_alias_letter(run: Run, at: int, words: Run) -> bool:
    alone = len(words) == 1 or not (
        words[1].is_any(_NAME) or not words[1].sorts or words[1].is_initial or words[1].is_any(Sort.SURNAME_WORD)
    )
    article = words[0].text in "AI" and words[0].begins and len(words) > 1 and words[1].start == words[0].end + 1
    titled = at > 0 and (run[at - 1].text in TITLES or run[at - 1].is_any(Sort.ENGLISH))
    return alone or article or titled


def _is_thing(text: str, run: Run, at: int, words: Run, rest: Run, context: Beside, known: Known) -> bool:
    """Whether the words are, or are part of, a body, a law, a street or a large place."""
    phrase = " ".join(word.text for word in words)
    if known.is_organisation(phrase) or phrase.casefold() in towns():
        return not context.is_introduced
    if rest and not words[-1].owns and _is_tail(rest, words):
        return True
    if at > 0 and run[at - 1].plain_word in _HEADS and not words[0].is_any(Sort.GIVEN):
        return True
    strong = any(word.is_any(Sort.GIVEN) for word in words) and len(words) > 1
    if _BODY_BEFORE.search(context.before):
        return True
    return (
        not strong
        and not words[-1].owns
        and len(words) < 3
        and bool(_BODY_AFTER.match(text, words[-1].end, words[-1].end + 90))
    )


def _is_tail(rest: Run, words: Run) -> bool:
    first = rest[0].plain_word
    if first in LAW or first in STREETS or first in HOMES:
        return True
    if first in BODIES:
        return True
    ends = [word.plain_word for word in rest[:4]]
    full_name = len(words) > 1 and any(word.is_any(Sort.GIVEN) for word in words)
    return not full_name and any(end in BODIES or end in HOMES or end in LAW or end in STREETS for end in ends)


def _judge_many(words: Run, context: Beside) -> tuple[float, str]:
    initials = sum(word.is_initial for word in words)
    rest = [word for word in words if not word.is_initial]
    given = any(word.is_any(Sort.GIVEN) for word in rest)
    if initials:
        return _judge_initials(words, rest)
    if all(word.is_any(Sort.PLACE | Sort.PROPER | Sort.VILLAGE) for word in rest) and not context.is_introduced:
        return (0.8, "It stands where a name stands.") if given and context.acts else (0, "")
    if given:
        return 0.97, "It is a given name with another name beside it."
    unknown = [word for word in rest if not word.is_any(_COMMON)]
    if unknown:
        return 0.85, "It is no ordinary word, and stands like a full name."
    if rest[0].is_any(Sort.NAME_WORD) and rest[-1].is_any(Sort.SURNAME_WORD | Sort.SURNAME):
        weak = rest[0].is_any(Sort.WEAK_NAME_WORD) and not (context.acts or context.is_introduced)
        return (0.0, "") if weak else (0.85, "A given name and a surname that are also words.")
    both = (
        rest[0].is_any(Sort.NAME_WORD) and rest[-1].is_any(Sort.NAME_WORD) and not rest[0].is_any(Sort.WEAK_NAME_WORD)
    )
    if both or context.is_introduced or context.acts:
        return (
            (0.75, "It stands where a name stands.")
            if both or context.is_introduced
            else (0.6, "It acts as a person does.")
        )
    return 0, ""


def _judge_initials(words: Run, rest: Run) -> tuple[float, str]:
    if len(rest) > 1:
        return 0.97, "It is a full name with an initial."
    if not rest[0].is_any(_COMMON):
        return 0.93, "It is a surname with an initial."
    dotted = words[0].is_initial and words[1].start - words[0].end >= 2
    return (0.85, "It is a surname with an initial.") if dotted and rest[0].is_any(_COULD_BE) else (0, "")


def _judge_one(text: str, run: Run, word: Word, context: Beside, known: Known) -> tuple[float, str]:
    if word.is_any(Sort.GIVEN | Sort.SURNAME) and not word.is_any(_COMMON):
        return _judge_listed(run, word, context, known)
    if word.is_any(_COMMON):
        return _judge_ordinary(text, run, word, context)
    return _judge_unknown(word, context, known)


def _judge_listed(run: Run, word: Word, context: Beside, known: Known) -> tuple[float, str]:
    why = "It is a name of people, and no ordinary word."
    if word.shouts and len(word.text) < 5 and not (context.acts or context.is_introduced):
        return 0, ""
    person = context.acts or context.is_introduced or context.is_addressed
    if word.is_any(Sort.VILLAGE) and context.is_place and not person:
        return 0, ""
    if known.has_seen(word.text) and not person:
        return (0.5, why) if word.is_any(Sort.GIVEN) else (0, "")
    if word.is_any(Sort.GIVEN):
        return 0.93 if person else 0.9, why
    return (0.9 if person else 0.75 if word.begins else 0.85), why


def _judge_unknown(word: Word, context: Beside, known: Known) -> tuple[float, str]:
    why = "It has a capital, is no ordinary word, and no published decision has it."
    if context.is_introduced or context.acts:
        return 0.9, why
    if known.has_seen(word.text) or len(word.text) < 3:
        return 0, ""
    if word.is_any(Sort.VILLAGE) and not context.is_addressed:
        return 0, ""
    if word.shouts:
        return (0.5, why) if len(word.text) > 6 else (0, "")
    if context.is_place:
        return 0.55, why
    return 0.6 if word.begins or context.has_determiner else 0.75, why


def _judge_ordinary(text: str, run: Run, word: Word, context: Beside) -> tuple[float, str]:
    why = "It is a word, but stands here as a name."
    if word.shouts or not (word.is_any(_COULD_BE)):
        return 0, ""
    if word.plain_word in MONTHS and context.is_date:
        return 0, ""
    if context.follows_relation and word.is_any(Sort.NAME_WORD) and not context.has_determiner and len(run) == 1:
        return 0.85, why
    if (context.is_introduced and not context.has_determiner) and not (word.begins and not word.is_any(Sort.NAME_WORD)):
        return 0.85, why
    if len(run) > 1 and not (run[-1] is word or word.owns) and not context.acts:
        return 0, ""
    if context.has_determiner:
        return 0, ""
    if context.acts:
        return _of_acting(word)
    return _of_standing(run, word, context)


def _of_acting(word: Word) -> tuple[float, str]:
    why = "It is a word, but acts here as a person does."
    if word.is_any(Sort.NAME_WORD | Sort.GIVEN):
        return 0.85, why
    return (0.7, why) if not word.begins or word.is_any(Sort.SURNAME) else (0, "")


def _of_standing(run: Run, word: Word, context: Beside) -> tuple[float, str]:
    why = "It is a word, but has a capital where no capital is due."
    if not word.is_any(Sort.NAME_WORD) or len(run) > 1:
        return 0, ""
    weak = word.is_any(Sort.WEAK_NAME_WORD)
    if not word.begins:
        return ((0.6 if context.is_addressed and word.is_any(Sort.NAME_WORD) else 0.0) if weak else 0.8), why
    if weak:
        return 0, ""
    return (0.75, why) if context.may_act or word.owns else (0, "")


_HEADS = frozenset(
    "royal university court bank hmp raf lake mount river saint st port upper lower great greater little north south east west".split()
)
NEVER = frozenset(
    "and the of for to in on at by is was has had if it its as be or but not no we he she they you your our their "
    "his her my me us "
    "this that these those when where while who what which how why with from after before because although however "
    "there then so do "
    "did does may can could should would must shall will have been are were an any all both each same such more "
    "most some said also "
    "st saint council ombudsman justice company north said put over edit reason unique unknown unnamed pleas early "
    "case job "
    "line link press "
    "media loan server forum author lawyer sister friend doctor captain general spring".split()
) - frozenset("will may".split())
_ = (villages, REGIONS)
