"""What is asked of Find: read from an address, and written back in one order."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import QueryDict

from upheld.desk.components import Fault
from upheld.lib.dates import DateNotUnderstoodError, parse_span

FIND = "/desk/find"
ME = "me"
STATES = ("draft", "checking", "ready", "returned", "scheduled", "published", "held", "withdrawn", "never")
_FIELDS = {
    "q": "query", "state": "states", "blocker": "blocker", "type": "document_type", "outcome": "outcome",
    "category": "category", "person": "person", "approve": "approve", "from": "first", "to": "last", "after": "after",
}  # fmt: skip
_LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """A search of the desk. `person` is an address or `me`; with `approve` only what the person could approve."""

    query: str = ""
    states: tuple[str, ...] = ()
    blocker: str = ""
    document_type: str = ""
    outcome: str = ""
    category: str = ""
    person: str = ""
    approve: str = ""
    first: str = ""
    last: str = ""
    after: str = ""

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters of its address that are not empty."""
        found = []
        for name, field in _FIELDS.items():
            value = getattr(self, field)
            values = value if isinstance(value, tuple) else (value,)
            found += [(name, one) for one in values if one]
        return found

    @property
    def kept(self) -> str:
        """The query string without the page one is on: what a saved view keeps."""
        return urlencode(replace(self, after="").pairs)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is chosen besides words."""
        return replace(self, query="", after="") != Asked()

    def href(self, **changes: object) -> str:
        """The address of this search with other values; from its first page unless `after` is among them."""
        asked = replace(self, **({"after": ""} | changes))  # type: ignore[arg-type]  # each by its own name
        return f"{FIND}?{urlencode(asked.pairs)}" if asked.pairs else FIND

    def wants(self, *states: str) -> tuple[str, ...]:
        """Those of `states` that are asked for; all of them where none was chosen."""
        return tuple(one for one in states if one in self.states or not self.states)


def read_asked(given: QueryDict) -> Asked:
    """The search that an address asks for; what is too long is cut, and unknown states are left out."""
    values: dict[str, object] = {
        field: given.get(name, "").strip()[:_LONGEST] for name, field in _FIELDS.items() if name != "state"
    }
    states = tuple(state for state in STATES if state in given.getlist("state"))
    return Asked(**values, states=states)  # type: ignore[arg-type]  # each by its own name


def read_days(asked: Asked) -> tuple[dt.date | None, dt.date | None, tuple[Fault, ...]]:
    """The first and the last day asked for, and what is wrong with them."""
    days: dict[str, dt.date | None] = {}
    faults = []
    texts: Mapping[str, str] = {"from": asked.first, "to": asked.last}
    for name, text in texts.items():
        try:
            span = parse_span(text) if text else None
            days[name] = (span.first if name == "from" else span.last) if span else None
        except DateNotUnderstoodError as error:
            days[name] = None
            faults.append(Fault(str(error), name))
    first, last = days["from"], days["to"]
    if first and last and first > last:
        faults.append(Fault("The first day is after the last", "from"))
    return first, last, tuple(faults)
