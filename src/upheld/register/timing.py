"""When a decision comes out: told before it is taken in, and by what takes it in."""

import datetime as dt
from dataclasses import dataclass

from upheld.lib.dates import date_in_zone
from upheld.register.content import Content
from upheld.register.rules import EMBARGOED, PUBLISHED, embargo_day
from upheld.scheme import Scheme


@dataclass(frozen=True)
class Timing:
    """When a decision comes out: now, or `held_until` a day."""

    state: str
    held_until: dt.date | None
    published_on: dt.date | None


def time_of(
    content: Content, scheme: Scheme, at: dt.datetime, *, already_public: bool, not_before: dt.date | None = None
) -> Timing | None:
    """When the decision comes out; None if no day can be told, because it has no decision date."""
    given, today = content.record.published_on, date_in_zone(at, scheme.timezone)
    if not_before is not None and not_before > today:
        given = max(given, not_before) if given else not_before
    if not scheme.official or already_public:
        return _chosen(given, not_before, today)
    kind = scheme.document_type(content.document_type)
    if content.record.decided_on is None or kind is None:
        return None
    day = embargo_day(content.record.decided_on, kind.delay_days, given)
    return Timing(EMBARGOED, day, given) if today < day else Timing(PUBLISHED, None, given or today)


def _chosen(given: dt.date | None, not_before: dt.date | None, today: dt.date) -> Timing:
    """Where no embargo binds, only a day that somebody chose is waited for."""
    waits = not_before is not None and not_before > today
    return Timing(EMBARGOED, not_before, given) if waits else Timing(PUBLISHED, None, given)
