"""What was put right, in words."""

from dataclasses import dataclass

from upheld.analysis.remedy import Remedy

_KINDS = {
    "apology": "An apology",
    "records": "Records put right",
    "symbolic-payment": "A payment for distress, or for time and trouble",
    "quantifiable-loss": "A payment for what was lost",
    "loss-of-service": "A payment for a service that was missed",
    "reconsideration": "A new decision, review or appeal",
    "information": "Information or advice",
    "services": "Services provided",
    "training": "Training or guidance for staff",
    "procedure": "A procedure or policy looked at again",
    "other": "Something else",
}
_PER = {"month": "a month", "week": "a week", "term": "a term", "year": "a year", "person": "for each person"}
_STATUS = {"agreed": "agreed", "recommended": "recommended", "done": "already done", "not-made": "not made"}
_FOR = {
    "complainant": "for the person who complained",
    "others": "for other people",
    "service": "to make the service better",
}


@dataclass(frozen=True, slots=True)
class RemedyLine:
    """One act that puts something right. `title` is its kind in words, `sum` is `£1,350 a month` or empty.

    `status` is `agreed`, `recommended`, `already done` or `not made`; `terms` says for whom and within how long, in
    words, or nothing; `text` is what the source says of it, or nothing.
    """

    title: str
    sum: str
    status: str
    terms: str
    text: str


def make_remedy(remedy: Remedy) -> RemedyLine:
    """The remedy in words."""
    within = f"within {remedy.within_days} days" if remedy.within_days is not None else ""
    return RemedyLine(
        title=_KINDS[remedy.kind],
        sum=" ".join(filter(None, (_pounds(remedy.pence), _PER[remedy.per] if remedy.per else ""))),
        status=_STATUS[remedy.status],
        terms=", ".join(filter(None, (_FOR[remedy.for_] if remedy.for_ else "", within))),
        text=remedy.text,
    )


def _pounds(pence: int | None) -> str:
    """`£1,350`, `£12.50`; nothing when no sum is given."""
    if pence is None:
        return ""
    pounds, rest = divmod(pence, 100)
    return f"£{pounds:,}.{rest:02}" if rest else f"£{pounds:,}"
