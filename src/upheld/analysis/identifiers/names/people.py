"""Names of people among the words with a capital: which words belong together, and what they are not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from upheld.analysis.identifiers.names.context import Beside, beside
from upheld.analysis.identifiers.names.judging import COMMON, COULD_BE, NAME, judge
from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of, towns
from upheld.analysis.identifiers.names.scene import Scene
from upheld.analysis.identifiers.names.tails import (
    BODIES,
    FUNCTION,
    HEADS,
    HOMES,
    LAW,
    NEVER,
    ROLES,
    SOFT_TITLES,
    STREETS,
    TITLES,
)
from upheld.analysis.identifiers.names.words import PARTICLES, Run, Word

_ACRONYM = re.compile(r"[A-Z]{2,3}s?|[A-Z]{2,}s|.*\d.*")
_INNER_CAPITAL = re.compile(r"[^\W\d_]+[a-z][A-Z]")
_PREFIXED = re.compile(r"(?:Mc|Mac|Fitz|De|Di|La|Le|Van|O'|D'|Al|El|Ap)[A-Z]")
_PARTS = re.compile(r"[A-Z][a-z']*")
_AND_BODY_AFTER = re.compile(
    r"(?:,? (?:and|&|of|for|upon|on|in|de|le|the|with|under|by))* (?:[A-Z][\w'&-]*,? (?:and |& |of |for )?){0,4}?"
    r"(?:Councils?|Borough|County|City|District|Trust|Authority|Association|Service|Partnership|Ltd|Limited|plc|LLP|"
    r"University|Hospitals?|Group|Police|Housing|Homes|Court|Tribunal)\b"
)
_BODY_BEFORE = re.compile(
    r"\b(?:Council|Borough|County|City|District|University|Bishop|Diocese|Bank|Court|Port|Parish|Town|Isle|Royal "
    r"Borough|Duchy|"
    r"Archdiocese|Forest|Vale|Kingdom|Republic|Province|State|Ministry|Secretary|Department|Minister|Office|House|"
    r"Chamber|Mayor|Duke|Duchess|Prince|Earl) of (?:the )?(?:[A-Z]\w+ (?:and|&) )?\Z|"
    r"\b(?:St|Saint|HMP|RAF|HMS|SS|FC|Lake|Mount)\.? \Z"
)
_WORKS = frozenset(
    "adult adults children children's social housing planning education benefits customer senior principal deputy "
    "chief head lead team assistant executive solicitor surveyor inspector engineer manager director minister "
    "minister's chair leader mayor consultant nurse psychologist therapist teacher headteacher caseworker "
    "advocate barrister architect agent clerk governor governors trustee representative contractor provider "
    "parent parents mother father son daughter brother sister husband wife partner neighbour friend tenant "
    "landlord resident applicant appellant claimant defendant complainant mum dad dear re regarding attention "
    "note case file subject name names signed from to by for with and".split()
)
"""Before a name these say what somebody does or is; they are no part of it."""
_JUDGES = frozenset({"Lord", "Lady", "Mr", "Mrs", "Ms"})
_PRODUCT_AFTER = re.compile(
    r"\s(?:frames?|sheets?|drinks?|scores?|scale|tool|system|software|app|balcon(?:y|ies)|windows?|stone|slate|bricks?|"
    r"hoists?|mattress(?:es)?|cushions?|tablets?|cream|inhalers?|pads|books|films|games?|toys|vouchers?|stores?|hotel|"
    r"meters?|boilers?|technique|questionnaire|platform|portal|database|spreadsheet|device|machine|brand|tiles?|roof|"
    r"fence panels|cladding|injections?|medication|bacteria|virus|infection)\b"
)
"""After one of these a word with a capital is what somebody makes or sells: `a Zimmer frame`."""
_TAILS = BODIES | LAW | STREETS | HOMES


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


def find_people(scene: Scene, run: Run) -> Iterator[Person]:
    """Who is named in words side by side."""
    at = 0
    while at < len(run):
        if run[at].text in TITLES and at + 1 < len(run):
            length, person = _after_title(scene, run, at)
            if person:
                yield person
            at += max(1, length)
            continue
        segment = _segment(scene.text, run, at)
        if segment:
            yield from _judge(scene, run, at, segment)
        at += max(1, len(segment))


def _after_title(scene: Scene, run: Run, at: int) -> tuple[int, Person | None]:
    """The person after `Mr` and the like; how many words were read."""
    first = at + 1
    while first < len(run) and (run[first].text in TITLES or run[first].is_initial):
        first += 1
    if first >= len(run) or not _may_follow(run[at], run[first]):
        return first - at, None
    if run[first - 1].is_initial and _begins_anew(scene.text, run[first - 1], run[first]):
        return first - at, None
    if run[first].text == "Justice" and run[at].text in _JUDGES:  # Lord Justice Hale: judges are public
        return len(run) - at, None
    words = [run[first], *_segment(scene.text, run, first + 1, begun=True)]
    return first - at + len(words), Person(tuple(words), 0.98, f"“{run[at].text}” stands before it.")


def _begins_anew(text: str, initial: Word, word: Word) -> bool:
    """Whether after `Mrs B.` a sentence begins, such as `Green bins …`; `Mr B. Green left.` is a name."""
    if not word.is_any(COMMON):
        return False
    if not word.is_any(COULD_BE) or word.plain_word in ROLES:
        return True
    context = beside(text, word.start, word.full_end if word.owns else word.end, owns=word.owns)
    ends = not context.after or context.after[0] in ",.;:)'"
    return ". " in text[initial.end : word.start] and not (ends or context.acts or context.may_act)


def _may_follow(title: Word, word: Word) -> bool:
    if word.plain_word in FUNCTION or (
        _ACRONYM.fullmatch(word.text) and not (word.is_any(COULD_BE) and len(word.text) > 2)
    ):
        return False
    if title.text in SOFT_TITLES or title.shouts or word.plain_word in ROLES:
        return not word.is_any(COMMON) or word.is_any(COULD_BE)
    return True


def _segment(text: str, run: Run, at: int, *, begun: bool = False) -> Run:
    """The words from here on that could be parts of one name."""
    segment: Run = []
    for place in range(at, len(run)):
        word = run[place]
        if (
            not (
                _could_be_name(word) or _leads_name(run, place) or ((segment or begun) and _is_bridge(text, run, place))
            )
            or word.text in TITLES
        ):
            break
        segment.append(word)
        if word.owns:
            break
    return segment


def _could_be_name(word: Word) -> bool:
    if word.is_initial:
        return True
    if word.is_any(COULD_BE):
        return (word.plain_word not in NEVER or not word.text.isascii()) and (len(word.text) > 2 or not word.shouts)
    return not word.is_any(COMMON) and not _ACRONYM.fullmatch(word.text) and not _is_brand(word.text)


def _leads_name(run: Run, place: int) -> bool:
    """`SIU` of `SIU FONG LEUNG`: as short as an acronym, but before a name in capitals."""
    word, after = run[place], run[place + 1 : place + 3]
    return (
        len(word.text) == 3
        and word.shouts
        and not word.sorts
        and any(one.shouts and not one.is_any(COMMON) and (one.is_any(NAME) or len(one.text) > 4) for one in after)
    )


def _is_brand(text: str) -> bool:
    """`YouTube`, `PayPal`: words run together; `McKay` and `NnekaObi` are not."""
    if not _INNER_CAPITAL.match(text) or _PREFIXED.match(text):
        return False
    first, *rest = _PARTS.findall(text) or [text]
    if rest and sorts_of(first) & Sort.ENGLISH and not sorts_of(first) & COULD_BE:
        return True
    return all(sorts_of(part) & COMMON for part in (first, *rest) if len(part) > 2)


def _is_bridge(text: str, run: Run, place: int) -> bool:
    """A word inside a name that is an ordinary word elsewhere: `Bich Tram Luu`, `VAN DER Merwe`, `de la Tour`."""
    word, left = run[place], run[place - 1]
    if text[left.full_end : word.start].strip(" ."):
        return not left.is_any(COMMON) and word.plain_word not in _TAILS
    if place + 1 >= len(run):
        return _ends_name(text, left, word)
    right = run[place + 1]
    if word.text == "St":
        return not left.is_any(Sort.ENGLISH) and not right.is_any(Sort.PLACE)
    if word.text.casefold() in PARTICLES:
        return not left.is_any(COMMON)
    if word.plain_word in _TAILS or word.plain_word in NEVER:
        return False
    return not left.is_any(COMMON) and not right.is_any(COMMON) and _could_be_name(right)


def _ends_name(text: str, left: Word, word: Word) -> bool:
    """`Angharad Parry`, where the second is a word too, and the last with a capital."""
    thing = word.plain_word in _TAILS or word.plain_word in NEVER or word.plain_word in ROLES
    if left.is_any(COMMON) or thing or not (left.is_any(Sort.GIVEN) or not left.sorts):
        return False
    if not left.shouts:
        return not word.shouts
    aloud = text[max(0, left.start - 2) : left.start].strip().islower() and len(left.text) > 4
    return word.shouts and (aloud or left.is_any(Sort.GIVEN)) and len(word.text) > 3


def _leading(run: Run, at: int, segment: Run) -> Run:
    """`Biddy` of `Biddy Delaney`: a word that has its capital for no other reason."""
    first = run[at - 1] if at else None
    if first is not None and at > 1 and first.text.casefold() in PARTICLES and not first.owns:
        return [*_leading(run, at - 1, segment), first]
    if first is None or first.owns or segment[0].is_initial or all(word.is_any(COMMON) for word in segment):
        return []
    if first.begins and not first.shouts:
        return []
    thing = first.plain_word in _TAILS | HEADS | NEVER | ROLES or first.text in TITLES or first.is_initial
    known = first.is_any(Sort.PROPER | Sort.PLACE) and not first.is_any(NAME)
    return [] if thing or known or first.plain_word in _WORKS or (first.shouts and len(first.text) < 3) else [first]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands beside the words of a name: in their own run, and in the sentence."""

    left: Word | None
    rest: Run
    context: Beside


def _judge(scene: Scene, run: Run, at: int, segment: Run) -> Iterator[Person]:
    words = _trimmed(run, at, segment)
    if words and words[0] is segment[0]:
        words = [*_leading(run, at, segment), *words]
    if not words or all(word.is_initial for word in words):
        return
    last = words[-1]
    context = beside(scene.text, words[0].start, last.full_end if last.owns else last.end, owns=last.owns)
    around = Around(run[at - 1] if at else None, run[at + len(segment) :], context)
    if _is_thing(scene, words, around) or _is_product(words, context) or _ends_at_alias(words, context):
        return
    sure, why = judge(scene, run, words, context)
    if sure:
        yield Person((*words, *_surname_after(words, around)), sure, why)


def _is_product(words: Run, context: Beside) -> bool:
    """`a Zimmer frame`: but whoever owns or is introduced is a person."""
    if words[-1].owns or context.is_introduced or any(word.text in TITLES for word in words):
        return False
    if _ONE_OF_MANY.search(context.before) and not (context.acts or context.may_act or context.is_of_family):
        return len(words) == 1 or not any(word.is_any(Sort.GIVEN) for word in words)
    return len(words) < 3 and bool(_PRODUCT_AFTER.match(context.after))


_ONE_OF_MANY = re.compile(r"\b[Aa]n?\s\Z")
"""`a Travelodge`: of a person there is only one."""


_NEW_SENTENCE = re.compile(r"\s[a-z]+s\s(?:was|were|is|are|had|has|did|do)\b")


def _ends_at_alias(words: Run, context: Beside) -> bool:
    """`… was kind to C. Bill payments were late.`"""
    return (
        len(words) == 2
        and words[0].is_initial
        and words[1].start - words[0].end == 2
        and words[1].is_any(Sort.ENGLISH)
        and bool(_NEW_SENTENCE.match(context.after))
    )


def _surname_after(words: Run, around: Around) -> Run:
    """`Trail` of `the advocate, Miles Trail,`: a word that has its capital for no other reason."""
    if len(words) != 1 or len(around.rest) != 1 or words[0].owns or not around.context.is_introduced:
        return []
    after = around.rest[0]
    thing = after.plain_word in _TAILS | NEVER | ROLES or after.text in TITLES or after.is_initial or after.shouts
    return [] if thing or not words[0].is_any(Sort.GIVEN | Sort.NAME_WORD) else [after]


def _trimmed(run: Run, at: int, segment: Run) -> Run:
    """Without letters of an alias at the ends: `B` of `Mrs B Khan`, `C` of `Band C`."""
    words = list(segment)
    while words and words[0].is_initial and _is_alias_letter(run, at, words):
        words, at = words[1:], at + 1
    while (
        len(words) > 1 and words[-1].is_initial and words[-2].is_any(COMMON) and not words[-2].is_any(Sort.SURNAME_WORD)
    ):
        words.pop()
    return words


def _is_alias_letter(run: Run, at: int, words: Run) -> bool:
    if len(words) == 1 or not (words[1].is_any(COULD_BE) or not words[1].sorts or words[1].is_initial):
        return True
    article = words[0].text in "AI" and words[0].begins and words[1].start == words[0].end + 1
    return article or (at > 0 and (run[at - 1].text in TITLES or run[at - 1].is_any(Sort.ENGLISH)))


def _is_thing(scene: Scene, words: Run, around: Around) -> bool:
    """Whether the words are, or are part of, a body, a law, a street or a large place."""
    context, left = around.context, around.left
    if _BODY_BEFORE.search(context.before):
        return True
    phrase = " ".join(word.text for word in words)
    if scene.known.is_organisation(phrase) or phrase.casefold() in towns():
        return not context.is_introduced and not (context.acts and words[0].is_any(Sort.GIVEN))
    if around.rest and not words[-1].owns and _is_tail(around.rest, words):
        return True
    if left and left.plain_word in HEADS and not words[0].is_any(Sort.GIVEN):
        return True
    if left and left.is_any(Sort.PLACE) and all(word.is_any(COMMON) for word in words):
        return True
    return len(words) == 1 and _is_half_of_body(scene.text, words[0], context)


def _is_half_of_body(text: str, word: Word, context: Beside) -> bool:
    """`Averdale` of `Averdale and Tessdale Council`; but we are told of people by names that are in lists."""
    listed = word.is_any(NAME) and not word.is_any(COMMON | Sort.VILLAGE)
    if word.owns or listed or context.is_introduced:
        return False
    return bool(_AND_BODY_AFTER.match(text, word.end, word.end + 90))


def _is_tail(rest: Run, words: Run) -> bool:
    if rest[0].plain_word in _TAILS:
        return True
    full_name = len(words) > 1 and any(word.is_any(Sort.GIVEN) for word in words)
    together = takewhile(lambda word: word.plain_word not in FUNCTION, rest[:4])
    return not full_name and any(word.plain_word in _TAILS for word in together)
