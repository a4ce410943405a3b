"""The room's tables."""

from upheld.accounts.models.attempt import Attempt
from upheld.accounts.models.person import Person

__all__ = ["Attempt", "Person"]
