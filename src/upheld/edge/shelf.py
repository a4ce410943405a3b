"""The kept answers of one worker, bounded in bytes."""

import threading

from upheld.edge.addresses import Address
from upheld.edge.answers import Answer


class Shelf:
    """Answers by address. When full, those asked for again stay and those asked for once make room (second chance).

    A crawler that asks for every page once pushes out its own pages, not those that people read.
    """

    def __init__(self, most_bytes: int) -> None:
        """Keeps at most `most_bytes` of bodies and headers."""
        self._most_bytes = most_bytes
        self._answers: dict[Address, Answer] = {}
        self._changing = threading.Lock()
        self.size = 0
        self.find = self._answers.get

    def __len__(self) -> int:
        """How many answers are kept."""
        return len(self._answers)

    def put(self, address: Address, answer: Answer) -> None:
        """Keeps `answer`, unless it is too large to be worth the others' room."""
        if answer.size > self._most_bytes // 8:
            return
        with self._changing:
            self._remove(address)
            self._answers[address] = answer
            self.size += answer.size
            while self.size > self._most_bytes:
                self._make_room()

    def drop(self, address: Address) -> None:
        """Forgets what is kept for `address`."""
        with self._changing:
            self._remove(address)

    def clear(self) -> None:
        """Forgets everything."""
        with self._changing:
            self._answers.clear()
            self.size = 0

    def _make_room(self) -> None:
        oldest = next(iter(self._answers))
        answer = self._answers.pop(oldest)
        if answer.asked_again:
            answer.asked_again = False
            self._answers[oldest] = answer
        else:
            self.size -= answer.size

    def _remove(self, address: Address) -> None:
        if (answer := self._answers.pop(address, None)) is not None:
            self.size -= answer.size
