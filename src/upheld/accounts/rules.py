"""When a session is over, and what may not be done to people: pure, so that every case can be tried."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ages:
    """How many seconds a session may lie idle, and how many it may last in all."""

    idle: float
    whole: float


def why_over(began: float, seen: float, now: float, limits: Ages) -> str:
    """The sentence for the person whose session is over, empty while it is not. Times are seconds."""
    if now - seen > limits.idle:
        return f"You were signed out, because nothing happened for {_span(limits.idle)}."
    if now - began > limits.whole:
        return f"You were signed out, because a sign-in lasts {_span(limits.whole)}."
    return ""


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    count, word = (minutes, "minute") if minutes % 60 else (minutes // 60, "hour")
    return f"{count} {word}{'' if count == 1 else 's'}"
