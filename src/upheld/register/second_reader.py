"""Reads many texts on two cores: a child process, which knows no register, reads half of them."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self

from upheld.lib.children import ChildError, LimitedChild, Limits
from upheld.register.reading import read_and_pack

FEW = 50
"""Fewer are read sooner than a child is started."""

_LIMITS = Limits(memory=1 << 30, seconds=300, processor_seconds=300, share=1_000_000)

Text = tuple[str, str]


class SecondReader:
    """Has the child from the first time that there is much to read until it is closed."""

    def __init__(self) -> None:
        self._child = LimitedChild("upheld.register.reading:read_many", _LIMITS)
        self._asking = ThreadPoolExecutor(1)  # one thread throughout: the child ends with the thread that started it

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._asking.shutdown()
        self._child.close()

    def read(self, texts: Sequence[Text]) -> list[str | None]:
        """What `read_and_pack` gives of each text, content and summary. What the child cannot do is done here."""
        theirs = texts[: len(texts) // 2] if len(texts) >= FEW else ()
        reading = self._asking.submit(self._ask, theirs)
        ours = [read_and_pack(*one) for one in texts[len(theirs) :]]
        return [*reading.result(), *ours]

    def _ask(self, texts: Sequence[Text]) -> list[str | None]:
        if not texts:
            return []
        try:
            found: list[str | None] = json.loads(self._child.do(json.dumps(texts).encode()))
        except ChildError:
            return [read_and_pack(*one) for one in texts]
        return found
