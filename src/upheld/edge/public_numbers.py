"""Numbers of journal entries as readers are concerned: what only the desk sees does not move them."""

from collections.abc import Callable

from upheld.journal.models import Entry

DESK = ("draft", "examination")
"""Subjects of entries that change nothing which is shown outside the desk. One left out only costs the page cache."""


class PublicNumbers:
    """The last entry, up to a number, that readers may see something of. It asks about what is new to it only."""

    def __init__(self) -> None:
        self._asked, self._found = 0, 0

    def follow(self, number: Callable[[], int]) -> Callable[[], int]:
        """What gives a number, as readers are concerned."""
        return lambda: self.upto(number())

    def upto(self, number: int) -> int:
        """Its number: the same for two numbers between which only the desk did something."""
        asked, found = self._asked, self._found
        if number < asked:  # a new index is begun, or another journal was put in the place of this one
            return self._last(0, number) if number > 0 else number
        if number > asked:
            found = self._last(asked, number) or found
            self._asked, self._found = number, found
        return found

    def _last(self, after: int, number: int) -> int:
        rows = Entry.objects.filter(number__gt=after, number__lte=number).exclude(subject__in=DESK)
        return rows.order_by("-number").values_list("number", flat=True).first() or 0
