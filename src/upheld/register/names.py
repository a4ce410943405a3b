"""When two names of a body are the same name."""

import re
from functools import lru_cache

from upheld.lib.text import fold, straighten

_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=10_000)
def name_key(name: str) -> str:
    """The key that equal names share: no capitals, accents or punctuation, `&` is `and`, no leading `the`.

    Nothing else is dropped: a county and its city differ by one word, and a wrong match is worse than none.
    """
    words = _OTHER.sub(" ", fold(straighten(name).replace("'", "").replace("&", " and "))).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)
