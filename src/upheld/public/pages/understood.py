"""How the words of a search were understood, for the reader to see and to change."""

from dataclasses import dataclass

from upheld.public.searching import Asked
from upheld.search import Problem, SearchResults, Spelling, Synonym, places_of
from upheld.ui.components import Pieces

_AROUND = 120  # characters of the query that are shown on either side of what was not understood


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in the query that was not understood: `wrong` stands between `before` and `after`.

    `wrong` is empty where something is missing there. `better` is the query as it can be understood, and `href` the
    search for it; both are empty where nothing can be suggested.
    """

    before: str
    wrong: str
    after: str
    message: str
    better: str
    href: str


@dataclass(frozen=True, slots=True)
class Widened:
    """Words that were taken to mean others as well; `exactly` leads to the search for just these words."""

    typed: str
    others: str
    exactly: str


@dataclass(frozen=True, slots=True)
class Meant:
    """The query as it may have been meant, what was changed marked, and the search for it with how much it finds."""

    pieces: Pieces
    href: str
    total: int


@dataclass(frozen=True, slots=True)
class Understood:
    """`troubles` say why a plainer search was made; `widened` what else was looked for; `notes` what was left out.

    `meant` asks whether something else was meant; None when nothing else is likely. `plainer` is the search that was
    made for want of a better one, where it can be written.
    """

    meant: Meant | None
    troubles: tuple[Trouble, ...]
    widened: tuple[Widened, ...]
    notes: tuple[str, ...]
    plainer: str = ""


def make_understood(asked: Asked, results: SearchResults, spelling: Spelling | None) -> Understood | None:
    """What there is to say; None when the words were simply looked for."""
    query = results.query
    troubles = tuple(_trouble(asked, query.text, problem) for problem in query.problems)
    widened = tuple(_widened(asked, one.typed, others) for one in query.synonyms if (others := _adding(one)))
    meant = Meant(spelling.pieces, asked.with_query(spelling.text).address(), spelling.total) if spelling else None
    asked_for = {piece.lower() for piece, is_changed in (spelling.pieces if spelling else ()) if is_changed}
    mistyped = (str(one) for one in results.mistyped if asked_for.isdisjoint(one.others))
    notes = tuple(filter(None, (results.note, *mistyped)))
    return Understood(meant, troubles, widened, notes, query.plainer) if meant or troubles or widened or notes else None


def _trouble(asked: Asked, text: str, problem: Problem) -> Trouble:
    start, end = max(0, min(problem.start, len(text))), max(problem.start, min(problem.end, len(text)))
    before, after = text[:start], text[end:]
    return Trouble(
        before=before if len(before) <= _AROUND else f"…{before[-_AROUND:]}",
        wrong=text[start:end],
        after=after if len(after) <= _AROUND else f"{after[:_AROUND]}…",
        message=problem.message,
        better=problem.suggestion,
        href=asked.with_query(problem.suggestion).address() if problem.suggestion else "",
    )


def _adding(synonym: Synonym) -> tuple[str, ...]:
    """The other words, without those that hold what was typed: whatever has them was looked for already."""
    typed = set(synonym.typed.lower().split())
    return tuple(other for other in synonym.others if not typed <= set(other.lower().split()))


def _either(words: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1] if quoted else "")))


def _widened(asked: Asked, typed: str, others: tuple[str, ...]) -> Widened:
    """These words in quotes wherever they stand as words like all others, capitals, possessives and all."""
    text, places = asked.query, places_of(typed, asked.query)
    if not places:
        return Widened(typed, _either(others), asked.with_query(f'"{typed}"').address())
    exactly = text
    for start, end in reversed(places):
        exactly = f'{exactly[:start]}"{exactly[start:end]}"{exactly[end:]}'
    return Widened(text[slice(*places[0])], _either(others), asked.with_query(exactly).address())
