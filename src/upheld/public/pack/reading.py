"""What the register says of a choice today: the versions to show, and a sentence about each that cannot be."""

import datetime as dt
from dataclasses import dataclass, field

from upheld.journal.queries.entry import get_head, list_after
from upheld.lib.dates import format_date
from upheld.public.pack.choice import Choice, Chosen
from upheld.public.pages.history import day_of, reason_words
from upheld.public.queries.decision import VersionLine, get_version, list_versions
from upheld.public.queries.referred import Referred, look_up
from upheld.register.models import Decision, Version
from upheld.register.models.decision import PUBLISHED, WITHDRAWN
from upheld.register.queries.erasure import get_erasure_reason


@dataclass(frozen=True, slots=True)
class Included:
    """A decision of the pack in the version that is shown; `following` is the one that replaced it."""

    chosen: Chosen
    decision: Decision
    version: Version
    following: VersionLine | None = None

    @property
    def exact(self) -> Chosen:
        """The same with its version."""
        return Chosen(self.chosen.reference, self.version.number)

    @property
    def version_words(self) -> str:
        """`version 2 of 3, 5 April 2022`."""
        of = self.decision.version_number
        return f"version {self.version.number} of {of}, {format_date(day_of(self.version.made_at))}"

    @property
    def path(self) -> str:
        """Where this version stands."""
        address = self.decision.get_absolute_url()
        return f"{address}/v/{self.version.number}" if self.following else address


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One that is not in the pack, and why; `href` is where the register says more of it."""

    chosen: Chosen
    why: str
    href: str = ""


@dataclass
class Found:
    """The pack as it can be shown, in the order of the choice, when the journal had `head` entries, the last then."""

    head: int
    moved_at: dt.datetime | None
    included: list[Included] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    @property
    def length(self) -> int:
        """How many characters it has, as they are kept."""
        return sum(len(one.version.content or "") for one in self.included)

    @property
    def exact(self) -> Choice:
        """The choice of these very versions: its address always gives the same words, or says that they are gone."""
        return Choice((*(one.exact for one in self.included), *(one.chosen for one in self.left_out)))


def read_pack(choice: Choice) -> Found:
    """What can be shown of the choice."""
    head = get_head()
    last = list_after(head - 1, 1)
    found, taken = Found(head, last[0].at if last else None), dict[tuple[int, int], str]()
    referred = look_up([one.reference for one in choice.chosen])
    for chosen, one in zip(choice.chosen, referred, strict=True):
        made = _read(chosen, one)
        if isinstance(made, LeftOut):
            found.left_out.append(made)
        elif first := taken.get((made.decision.pk, made.version.number)):
            found.left_out.append(LeftOut(chosen, f"is in the pack already, as {first}"))
        else:
            taken[made.decision.pk, made.version.number] = chosen.reference.printed
            found.included.append(made)
    return found


def _read(chosen: Chosen, referred: Referred) -> Included | LeftOut:
    decision = referred.decision
    if decision is None:
        return LeftOut(chosen, "is not in this register")
    if decision.state != PUBLISHED:
        return LeftOut(chosen, _not_shown(decision), f"/decisions/{decision.slug}")
    if chosen.version is None or chosen.version == decision.version_number:
        return Included(chosen, decision, decision.version)
    return _read_version(chosen, decision, chosen.version)


def _read_version(chosen: Chosen, decision: Decision, number: int) -> Included | LeftOut:
    version, address = get_version(decision.pk, number), decision.get_absolute_url()
    if version is None:
        count = decision.version_number
        return LeftOut(chosen, f"has no version {number}; it has {count if count > 1 else 'one'}", address)
    if version.content is None:
        return LeftOut(chosen, _erased(decision, version), f"{address}/v/{number}")
    following = next(line for line in list_versions(decision.pk) if line.number == number + 1)
    return Included(chosen, decision, version, following)


def _not_shown(decision: Decision) -> str:
    if decision.state != WITHDRAWN:
        return "is not available at present"
    return f"was withdrawn from this register on {_with_reason(decision.state_at, decision.state_reason)}"


def _erased(decision: Decision, version: Version) -> str:
    at = version.erased_at or version.made_at
    reason = get_erasure_reason(decision.pk, at)
    return f"had its version {version.number} erased on {_with_reason(at, reason)}"


def _with_reason(at: dt.datetime, slug: str) -> str:
    """`5 April 2022. Reason: at the request of the organisation`."""
    return ". Reason: ".join(filter(None, (format_date(day_of(at)), reason_words(slug))))
