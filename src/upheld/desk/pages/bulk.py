"""One act on many drafts and decisions: what would happen to each, and what became of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from upheld.desk.components import DeskRow, Fault
from upheld.desk.frame import HOME
from upheld.ui.site import Head, Link

FIND_LINK = Link("Find", "/desk/find")


@dataclass(frozen=True)
class Act:
    """Something that can be done to many at once. `undo` is the act that takes it back."""

    slug: str
    label: str
    done: str
    permission: str
    undo: str
    effect: str


ACTS: Mapping[str, Act] = {
    act.slug: act
    for act in (
        Act(
            "send",
            "Send for checking",
            "sent for checking",
            "prepare",
            "return",
            "Each is looked through again; one that nothing keeps back is ready at once.",
        ),
        Act(
            "return",
            "Return with a reason",
            "returned",
            "prepare",
            "send",
            "Whoever prepares them reads why on their page.",
        ),
        Act(
            "hold",
            "Hold",
            "held",
            "hold",
            "release",
            "They are gone at once from every public page, list, search and file, and colleagues are told.",
        ),
        Act(
            "release",
            "Release",
            "released",
            "hold",
            "hold",
            "Each goes back to where it was; what was public can be read again at once.",
        ),
    )
}


@dataclass(frozen=True)
class Outlook:
    """What an act would do, or did, with one row: `why_not` is empty where it can be done, or was."""

    row: DeskRow
    why_not: str = ""
    note: str = ""


@dataclass(frozen=True)
class BulkPage:
    """The preview of an act. `reasons` are slugs with labels, the first the usual one."""

    act: Act
    possible: tuple[Outlook, ...]
    refused: tuple[Outlook, ...]
    reasons: tuple[tuple[str, str], ...]
    back: str
    faults: tuple[Fault, ...] = ()

    @property
    def total(self) -> int:
        """How many were chosen."""
        return len(self.possible) + len(self.refused)


@dataclass(frozen=True)
class ResultPage:
    """What became of each. `undo` is what can be done to take it back, where the person may."""

    act: Act
    done: tuple[Outlook, ...]
    refused: tuple[Outlook, ...]
    undo: Act | None
    back: str


def make_bulk(
    act: Act, outlooks: Sequence[Outlook], reasons: Sequence[tuple[str, str]], back: str, fault: Fault | None = None
) -> BulkPage:
    """The preview, those that can be done apart from those that cannot."""
    return BulkPage(
        act=act,
        possible=tuple(one for one in outlooks if not one.why_not),
        refused=tuple(one for one in outlooks if one.why_not),
        reasons=tuple(reasons),
        back=back,
        faults=(fault,) if fault else (),
    )


def make_result(act: Act, outlooks: Sequence[Outlook], back: str, *, may_undo: bool) -> ResultPage:
    """The page of results."""
    done = tuple(one for one in outlooks if not one.why_not)
    undo = ACTS[act.undo] if done and may_undo else None
    return ResultPage(act, done, tuple(one for one in outlooks if one.why_not), undo, back)


def bulk_head(page: BulkPage) -> Head:
    """What the preview says of itself."""
    things = "1 chosen" if page.total == 1 else f"{page.total} chosen"
    return Head(f"{page.act.label}: {things}", trail=(HOME, FIND_LINK))


def result_head(page: ResultPage) -> Head:
    """What the page of results says of itself."""
    count = len(page.done)
    return Head(f"{count} {page.act.done}" if count else f"Nothing was {page.act.done}", trail=(HOME, FIND_LINK))
