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


@dataclass(frozen=True)
class Facts:
    """What decides whether something may be done to a person: is it oneself, and how many administrators are there?"""

    is_self: bool
    is_administrator: bool
    is_active: bool
    administrators: int

    @property
    def is_last(self) -> bool:
        """Whether this is the only person who can look after people."""
        return self.is_administrator and self.is_active and self.administrators <= 1


OWN_ROLE = "Nobody can change their own role: ask another administrator."
LAST = (
    "This is the only administrator. Give somebody else that role first: without one, nobody could look after people."
)
OWN_END = "Nobody can deactivate themselves: ask another administrator."
OWN_FACTOR = "Your own second step is changed on the page of your account."
OWN_LINK = "Your own password is changed on the page of your account."
INACTIVE = "This person is deactivated: make them active first."


def role_blocker(facts: Facts, *, stays_administrator: bool) -> str:
    """Why the person's role cannot be changed, empty when it can."""
    if facts.is_self:
        return OWN_ROLE
    return LAST if facts.is_last and not stays_administrator else ""


def deactivation_blocker(facts: Facts) -> str:
    """Why the person cannot be deactivated, empty when they can."""
    if facts.is_self:
        return OWN_END
    return LAST if facts.is_last else ""


def reset_blocker(facts: Facts) -> str:
    """Why the person's second factors cannot be taken away, empty when they can."""
    return OWN_FACTOR if facts.is_self else ""


def link_blocker(facts: Facts) -> str:
    """Why the person cannot be given a link to set a password, empty when they can."""
    if facts.is_self:
        return OWN_LINK
    return "" if facts.is_active else INACTIVE
