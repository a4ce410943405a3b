"""Requests without end to every page that searches, with parameters as they are meant, odd ones, and broken ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from urllib.parse import quote, urlencode

from tests.fuzz.texts import PIECES, texts

OFTEN = (
    "/search", "/search", "/search", "/search", "/search", "/search/suggest", "/search/suggest", "/references",
    "/search/take-away", "/search/help",
)  # fmt: skip
SELDOM = (
    "/search.atom", "/search.about.json", "/pack", "/pack", "/cases-like-mine", "/cases-like-mine", "a decision",
    "a decision", "a decision",
)  # fmt: skip
WHOLE = ("/search.json", "/search.csv", "/search.jsonl")
DEAR = ("/search.xlsx", "/pack.pdf", "/pack.docx")
DESK = "/desk/explain"
NAMES = (
    "q", "outcome", "type", "category", "subcategory", "organisation", "kind", "remedy", "from", "to", "sort", "page",
    "at", "after", "before", "on", "ref", "refs", "view", "year", "number", "checksum", "reference", "unheard_of",
)  # fmt: skip
FIELDS = ("words", "council", "subject", "show", "story", "text")
_BROKEN = (
    "%", "%zz", "&&&==;", "q=%ff%fe", "q=%C0%80", "q", "=", "?q=1", "q=a&" * 200, "q=" + "%20" * 30_000, "q[]=1&q[0]=2",
    "q=%u0041", "page=%D9%A3&at=%C2%B2", "q=a#b", "ref=%2C%2C%2C", "at=1&at=x", "sort=newest;page=2",
)  # fmt: skip
_PLACE = re.compile(r"(?:after|before)=([A-Za-z0-9_-]+)")


@dataclass
class Known:
    """What a real address holds: values by the name of their parameter, and addresses of decisions."""

    values: dict[str, tuple[str, ...]]
    decisions: tuple[str, ...]
    places: list[str] = field(default_factory=list)
    """Places in lists, as pages gave them."""

    def learn(self, content: bytes) -> None:
        """Keeps the places that a page leads to."""
        self.places = [*self.places[-50:], *_PLACE.findall(content.decode("utf-8", "replace"))[:4]]


@dataclass(frozen=True)
class Asking:
    """One request. With a body it is a POST; with `follow` the way it is sent on is gone, too."""

    path: str
    query: str = ""
    body: bytes | None = None
    kind: str = "application/x-www-form-urlencoded"
    method: str = "GET"
    follow: bool = True

    @property
    def address(self) -> str:
        """Path and query."""
        return f"{self.path}?{self.query}" if self.query else self.path


def requests(random: Random, known: Known) -> Iterator[Asking]:
    """Requests without end."""
    typed, number = texts(random), 0
    while True:
        turn = DEAR if number % 100 == 0 else WHOLE if number % 40 == 0 else SELDOM if number % 5 == 0 else OFTEN
        path, number = random.choice(turn), number + 1
        if path == "/cases-like-mine":
            yield _telling(random, known, next(typed))
        elif path == "a decision":
            others = _pairs(random, known, typed)[:1] if random.random() < 0.3 else []
            yield Asking(_part(random, known), _encoded([("q", next(typed)), *others]))
        else:
            yield Asking(path, _query(random, known, typed), method=random.choice(("GET",) * 30 + ("HEAD", "POST")))


def desk_requests(random: Random, known: Known) -> Iterator[Asking]:
    """Questions of the desk without end: why a search finds a decision."""
    typed = texts(random)
    while True:
        words = next(typed)
        if random.random() < 0.5:
            words = f"/search?{_query(random, known, typed)}"
        reference = random.choice((*known.values["ref"], next(typed)))
        yield Asking(DESK, _encoded([("q", words), ("reference", reference)]))


def _query(random: Random, known: Known, typed: Iterator[str]) -> str:
    if random.random() < 0.03:
        return random.choice(_BROKEN)
    return _encoded(_pairs(random, known, typed))


def _pairs(random: Random, known: Known, typed: Iterator[str]) -> list[tuple[str, str]]:
    """Any parameters, with values as they are meant or with texts, and often one that is searched for."""
    names = random.choices(NAMES, k=random.choice((0, 0, 1, 1, 2, 3, 5, 9)))
    pairs = [(name, _value(random, known, name) or next(typed)) for name in names]
    pairs += [(random.choice(("q", "q", "q", "ref", "refs")), next(typed))] * (random.random() < 0.9)
    if random.random() < 0.02:
        pairs += [(random.choice(NAMES[1:8]), f"{number}") for number in range(random.randrange(40, 60))]
    return pairs


def _value(random: Random, known: Known, name: str) -> str:
    """A value as the parameter is meant, or of a neighbour; empty where a text is to stand there."""
    if random.random() < 0.15:
        return ""
    if name in {"after", "before"}:
        return _turned(random, random.choice(known.places)) if known.places else ""
    values = known.values.get(name if random.random() < 0.95 else random.choice(NAMES), ())
    if name == "refs" and values:
        return random.choice((", ", "\n", " ")).join(random.choices(values, k=random.choice((1, 2, 5, 60, 260))))
    return random.choice(values) if values else ""


def _turned(random: Random, place: str) -> str:
    """A place as it was given, or with something of it changed."""
    if random.random() < 0.6:
        return place
    at = random.randrange(len(place))
    return random.choice((place[:at], place[:at] + random.choice("A-_z9") + place[at + 1 :], place * 2, place[::-1]))


def _part(random: Random, known: Known) -> str:
    """A decision, and often a part or a file of it."""
    tails = ("", "", "", "/chapter/1", "/chapter/2", "/v/1", "/v/1/changes", ".pdf", ".txt", ".json", "/chapter/x")
    return random.choice(known.decisions) + random.choice(tails)


def _telling(random: Random, known: Known, text: str) -> Asking:
    """What happened to somebody, as a form sends it, or as no form does."""
    words = text * random.choice((1, 1, 5, 200)) + random.choice(("", " the council did nothing about the damp"))
    values = (*known.values["organisation"], *known.values["subcategory"], *PIECES)
    pairs = [("words", words), *((name, random.choice(values)) for name in FIELDS[1:] if random.random() < 0.3)]
    if random.random() < 0.1:
        return Asking("/cases-like-mine", body=_data(words)[: random.randrange(1, 4_000)], kind=random.choice(_KINDS))
    return Asking("/cases-like-mine", body=_encoded(pairs).encode())


_KINDS = (
    "multipart/form-data; boundary=x", "multipart/form-data", "text/plain", "application/json", "",
    "application/x-www-form-urlencoded; charset=utf-7", "multipart/form-data; boundary=" + "y" * 300,
)  # fmt: skip


def _data(words: str) -> bytes:
    lines = ("--x", 'Content-Disposition: form-data; name="words"', "", words, "--x--", "")
    return "\r\n".join(lines).encode("utf-8", "surrogatepass")


def _encoded(pairs: Sequence[tuple[str, str]]) -> str:
    return urlencode([(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs], quote_via=quote)
