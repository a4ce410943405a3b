"""How soon what is written is seen by every web worker."""

import time

FRESH_SECONDS = 0.1
"""How old a worker's knowledge of the journal's head may be before it asks again."""


def wait_until_visible() -> None:
    """Returns when every web worker answers with what was committed, and followed, before the call.

    A worker never answers from knowledge older than FRESH_SECONDS (see `watch`), so waiting that long is enough,
    however many workers there are and on whatever port.
    """
    time.sleep(FRESH_SECONDS + 0.02)
