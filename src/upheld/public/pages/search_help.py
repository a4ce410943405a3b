"""How to search: what can be typed, with examples that can be followed, and what the search understands by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from upheld.register.models import Decision
from upheld.register.models.decision import IS_PUBLIC
from upheld.register.queries.place import list_places
from upheld.scheme import get_scheme
from upheld.search.language import limits
from upheld.search.language.fields import FIELDS, FieldKind
from upheld.search.language.synonyms import Group, read_groups
from upheld.search.queries.synonyms import get_synonyms
from upheld.search.sections import SECTION_KINDS
from upheld.ui.site import HOME, Head, Link


@dataclass(frozen=True, slots=True)
class Example:
    """Something to type, the search it makes, and what that finds."""

    text: str
    finds: str

    @property
    def href(self) -> str:
        """The search."""
        return f"/search?{urlencode({'q': self.text})}"


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """A field, the other names it goes by, what is written behind it, and examples."""

    name: str
    also: tuple[str, ...]
    what: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one search may ask."""

    characters: int
    terms: int
    fields: int
    depth: int
    prefix: int
    phrase: int
    distance: int


@dataclass(frozen=True, slots=True)
class SearchHelpPage:
    """The page. `together` are ways to put words together; `groups` are words that mean the same, a line each."""

    first: tuple[Example, ...]
    together: tuple[Example, ...]
    fields: tuple[FieldHelp, ...]
    mixed: tuple[Example, ...]
    sections: tuple[str, ...]
    limits: Limits
    groups: tuple[str, ...]
    contents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Newest:
    """The newest decision: its reference, and its organisation; in an empty register the scheme's example."""

    reference: str
    organisation: str = ""


def make_search_help() -> SearchHelpPage:
    """The page, with names of this register in its examples."""
    plain = "decisions in which all these words stand, in any of their forms"
    newest = _newest()
    return SearchHelpPage(
        first=(
            Example("school transport", plain),
            *([Example(newest.organisation, "decisions about this organisation")] if newest.organisation else []),
            Example(newest.reference, "the decision with this reference, at once"),
        ),
        together=_TOGETHER,
        fields=tuple(_fields(newest)),
        mixed=_mixed(),
        sections=tuple(kind.name for kind in SECTION_KINDS),
        limits=_LIMITS,
        groups=tuple(map(_line, read_groups(get_synonyms().text)[0])),
        contents=_CONTENTS,
    )


def search_help_head() -> Head:
    """What the page says of itself."""
    trail = (HOME, Link("Search", "/search"))
    return Head("How to search", "What can be typed into the search, with examples.", "/search/help", trail)


_CONTENTS = (
    Link("Begin with plain words", "#plain"),
    Link("Put words together", "#together"),
    Link("Say where to look", "#fields"),
    Link("What the search understands by itself", "#understands"),
    Link("When something is not understood", "#problems"),
    Link("How much one search can ask", "#limits"),
)
_LIMITS = Limits(
    characters=limits.MAX_CHARACTERS,
    terms=limits.MAX_TERMS,
    fields=limits.MAX_FIELDS,
    depth=limits.MAX_DEPTH,
    prefix=limits.MIN_PREFIX,
    phrase=limits.MAX_PHRASE,
    distance=limits.MAX_DISTANCE,
)
_TOGETHER = (
    Example('"blue badge"', "these words side by side, in this order"),
    Example("noise OR smell", "at least one of them; OR stands in capitals"),
    Example("transport -bus", "the first word without the second; the minus sign stands straight before it"),
    Example("noise night OR smell", "“noise” and “night”, or “smell”: what stands side by side belongs together"),
    Example("(noise OR smell) night", "brackets hold together what belongs together"),
    Example("educat*", "every word that begins so"),
    Example('"council delay"~10', "these words within ten words of each other, in any order"),
)
_MIXED = (
    Example("outcome:upheld -type:report paid:>1000", "with a minus sign: without public reports"),
    Example('in:"agreed action" pay -training', "the first word in the agreed action, and the second not there"),
    Example('in:"agreed action" "care plan"', "these words side by side in the agreed action"),
)
_FINDS = {
    "remedy:apology": "decisions in which there was to be an apology",
    "remedy:refund": "decisions in which money was to be paid back",
    'law:"care act 2014"': "decisions that name this Act",
    'law:"care act 2014 section 9"': "decisions that name this section of it",
    "paid:>500": "more than £500",
    "paid:100..500": "from £100 to £500",
    "paid:over £1,000": "more than £1,000",
    "decided:2022": "in 2022",
    "decided:2022-04..2022-06": "from April to June 2022",
    "decided:2022-23": "from April 2022 to March 2023",
    "decided:>2022": "after 2022",
    "decided:since April 2022": "from April 2022 on",
    'in:"agreed action" training': "the word in that part",
}


def _newest() -> _Newest:
    columns = ("reference", "organisations__organisation__name")
    rows = Decision.objects.filter(IS_PUBLIC).order_by("-decided_on", "-reference_key").values_list(*columns)
    found = rows.first()
    return _Newest(found[0], found[1] or "") if found else _Newest(get_scheme().reference.example)


def _mixed() -> tuple[Example, ...]:
    """Several fields at once, with subjects that this register has."""
    subjects = [one.slug for one in list_places(None) if one.slug.isalpha()][:2]
    if not subjects:
        return _MIXED
    several = f"category:({' OR '.join(subjects)}) decided:2022.." if len(subjects) > 1 else ""
    first = Example(f"category:{subjects[0]} outcome:upheld remedy:apology delay", "several of these at once")
    return (first, *_MIXED, *([Example(several, "several values in brackets")] if several else []))


def _line(group: Group) -> str:
    first, *others = group.members
    return f"{first}{' → ' if group.is_one_way else ' · '}{' · '.join(others)}"


def _fields(newest: _Newest) -> Iterator[FieldHelp]:
    for kind in FIELDS:
        texts = _named(kind, newest) or tuple(text for text in _FINDS if text.startswith(f"{kind.name}:"))
        examples = tuple(Example(text, _FINDS.get(text, "")) for text in texts)
        yield FieldHelp(kind.name, kind.also, kind.what, examples)


def _named(kind: FieldKind, newest: _Newest) -> tuple[str, ...]:
    """Examples with the names that this register has."""
    scheme = get_scheme()
    names: dict[str, tuple[str, ...]] = {
        "council": (newest.organisation,),
        "category": tuple(one.name for one in list_places(None))[:1],
        "outcome": tuple(one.name for one in scheme.outcomes[:2]),
        "type": tuple(one.name for one in scheme.document_types[-1:]),
        "ref": (newest.reference,),
    }
    return tuple(_text(kind, name) for name in names.get(kind.name, ()) if name and '"' not in name)


def _text(kind: FieldKind, value: str) -> str:
    return f"{kind.name}:{value.lower()}" if value.isalpha() else f'{kind.name}:"{value}"'
