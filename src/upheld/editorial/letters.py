"""The words of mails: which decision, what was done, by whom; never a word of a text."""

import datetime as dt
from dataclasses import dataclass

from upheld.lib.dates import date_in_zone, format_date
from upheld.scheme import get_scheme

_SUBJECTS = {
    "decision.held": "Held: {references}",
    "decision.redacted": "Words removed: {references}",
    "report.received": "Someone may be recognised in {references}",
}
_SENTENCES = {
    "decision.held": "{by} held {references} {when}. It is gone from every page until it is released.",
    "decision.redacted": "{by} removed words from {references} {when}, from every version and everything kept here.",
    "report.received": "A reader wrote {when} that someone can be recognised in {references}. What they wrote is at "
    "the desk only.",
}
KINDS = tuple(_SUBJECTS)
_MOST = 12


@dataclass(frozen=True)
class Letter:
    """A mail's subject and text."""

    subject: str
    text: str


def write_letter(
    kind: str, references: list[str], *, by: str, at: dt.datetime, reason: str, desk: str, hold: str, hours: int
) -> Letter:
    """The mail. `desk` is the address to look at it, `hold` that of the button which holds it, where there is one."""
    scheme = get_scheme()
    named = ", ".join(references[:_MOST]) + (f" and {len(references) - _MOST} more" if len(references) > _MOST else "")
    local = at.astimezone(scheme.timezone)
    when = f"on {format_date(date_in_zone(at, scheme.timezone))} at {local:%H:%M}"
    why = scheme.reason(reason)
    values = {"references": named, "by": by[:1].upper() + by[1:], "when": when}
    parts = [
        _SENTENCES[kind].format(**values),
        f"Reason: {why.label}." if why else "",
        f"Look at it: {desk}",
        f"Hold it at once, without signing in: {hold}\nThis link is yours alone and works for {hours} hours. It shows "
        "one button, and does nothing before you press it." if hold else "",
        f"You get this because of your role in {scheme.brand.name}.",
    ]  # fmt: skip
    return Letter(_SUBJECTS[kind].format(**values), "\n\n".join(part for part in parts if part) + "\n")
