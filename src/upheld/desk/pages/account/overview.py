"""What a person's own account shows."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Passkey:
    """One passkey, the way to remove it, and when it was used last."""

    name: str
    href: str
    added_at: dt.datetime
    used_at: dt.datetime | None


@dataclass(frozen=True)
class AccountPage:
    """Who one is, what one may do, and how one signs in. `needs_second_step`: this very session has shown none yet."""

    name: str
    email: str
    role: str
    role_sentence: str
    permissions: tuple[str, ...]
    needs_second_step: bool
    app_at: dt.datetime | None
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def has_second_step(self) -> bool:
        """Whether an app or a passkey is set up."""
        return self.app_at is not None or bool(self.passkeys)
