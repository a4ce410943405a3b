"""Every sum of money in a document, with the remedy it belongs to or the reason why it is none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from upheld.analysis.document import Block, Section
from upheld.analysis.paragraphs import SUMMARY, list_paragraphs
from upheld.analysis.remedies.money import find_sums
from upheld.analysis.remedies.places import Place, places
from upheld.analysis.remedies.reading import read_remedies
from upheld.analysis.remedies.sentences import plain, split_sentences
from upheld.analysis.remedy import Remedy

_REASONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "a usual figure from guidance",
        re.compile(r"\bguid(?:ance|eline)|\busual|\bnormally\b|\btypical|\bwe (?:may|might) recommend"),
    ),
    (
        "what somebody asked for",
        re.compile(
            r"\bwants?\b|\bwanted\b|\bwould like\b|\bask(?:s|ed)? (?:for|the)|\bseek|\bsought\b|\bclaim"
            r"|\bcompensation\b"
        ),
    ),
    ("an offer that did not settle the matter", re.compile(r"\boffer|\bpropos")),
    (
        "a limit or amount that a law or a policy sets",
        re.compile(r"\blimit|\bthreshold|\bmaximum\b|\bup to\b|\bstatutory\b|\bthe act\b|\bregulations?\b|\bminimum\b"),
    ),
    (
        "income, savings or a benefit",
        re.compile(
            r"\bsavings?\b|\bincome\b|\bcapital\b|\bpension|\bbenefits?\b|\ballowance|\bwages?\b|\bgrants?\b"
            r"|\bbudget|\bdirect payment"
        ),
    ),
    (
        "a charge, a cost or a debt",
        re.compile(
            r"\bcharg|\bfees?\b|\bfine[sd]?\b|\bpenalt|\bbills?\b|\bbilled\b|\bdebts?\b|\barrears\b|\bcosts?\b"
            r"|\bpaid\b|\bpay|\bowe[sd]?\b|\binvoice|"
            r"\btop-up|\brent\b|\btax\b|\bprice|\bspen[dt]|\bcontribut|\bfund|\bworth\b|\bvalue"
        ),
    ),
)
MAX_SUMS = 1_000
_NEARBY = 250
_PLACES = {Place.ELSEWHERE: "the complaint, the law or the events, not what was put right"}


@dataclass(frozen=True, slots=True)
class SumFound:
    """A sum as printed, the address of its paragraph, and either its remedy or, in words, why it is none."""

    printed: str
    pence: int | None
    at: str
    remedy: Remedy | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Line:
    address: str
    text: str
    place: Place | None


def account_for_sums(
    summary: str, sections: Sequence[Section], document_type: str = "statement"
) -> tuple[SumFound, ...]:
    """Every sum of money in the document, in order, up to MAX_SUMS of them."""
    remedies = read_remedies(summary, sections, document_type)
    left = [one for one in remedies if one.pence is not None]
    lines = _lines(summary, sections)
    return tuple(islice((found for line in lines for found in _sums(line, left, remedies)), MAX_SUMS))


def _sums(line: _Line, left: list[Remedy], remedies: Sequence[Remedy]) -> Iterator[SumFound]:
    for one in find_sums(line.text.lower()):
        mine = next((remedy for remedy in left if remedy.at == line.address and remedy.pence == one.pence), None)
        if mine is not None:
            left.remove(mine)
        reason = "" if mine else _reason(one.start, one.pence, line, remedies)
        yield SumFound(line.text[one.start : one.end], one.pence, line.address, mine, reason)


def _reason(start: int, pence: int | None, line: _Line, remedies: Sequence[Remedy]) -> str:
    """Why a sum is no remedy: it is one said again, part of one beside it, or something else altogether."""
    sentence = plain(_sentence_at(line.text, start))
    again = next((one for one in remedies if one.pence == pence and one.at != line.address), None)
    if again and line.place is not Place.ELSEWHERE:
        return f"said again: it is the remedy at {again.at}"
    beside = [one for one in remedies if one.at == line.address and one.pence]
    if beside and pence and _is_total_or_part(pence, beside):
        return "the total or the rate of the remedies beside it"
    words = next((reason for reason, pattern in _REASONS if pattern.search(sentence)), "")
    return words or _PLACES.get(line.place or Place.FINDINGS, "mentioned, and not paid to put things right")


def _is_total_or_part(pence: int, beside: Sequence[Remedy]) -> bool:
    sums = [one.pence for one in beside if one.pence]
    return pence == sum(sums) or any(one % pence == 0 or pence % one == 0 for one in sums)


def _sentence_at(text: str, start: int) -> str:
    """The sentence that holds the character, or as much of it as stands near."""
    first = max(0, start - _NEARBY)
    window, end = text[first : start + _NEARBY], 0
    for sentence in split_sentences(window):
        end = window.index(sentence, end) + len(sentence)
        if start - first < end:
            return sentence
    return window


def _lines(summary: str, sections: Sequence[Section]) -> Iterator[_Line]:
    yield _Line(SUMMARY, summary, None)
    where = places(sections)
    for paragraph in list_paragraphs(sections):
        for text in _texts(paragraph.block):
            yield _Line(paragraph.address, text, where[paragraph.section])


def _texts(block: Block) -> Iterator[str]:
    yield block.text
    for item in block.items:
        yield from [item] if isinstance(item, str) else _texts(item)
    for row in block.table.rows if block.table else ():
        yield from row
