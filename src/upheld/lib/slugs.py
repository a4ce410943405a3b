"""Slugs: the words of an address."""

import re
from functools import lru_cache

from upheld.lib.text import fold


@lru_cache(maxsize=8192)
def slugify(text: str) -> str:
    """`Children's care services` as `children-s-care-services`: each run of anything else is one hyphen."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
