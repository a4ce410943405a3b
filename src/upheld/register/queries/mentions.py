"""Where else words stand."""

import json
import re
from collections.abc import Sequence

from upheld.register.models import Decision, Version
from upheld.register.redaction import holds_words, pattern_for


def list_mentions(words: Sequence[str], *, but: int) -> list[str]:
    """References of the other decisions that hold the words in any kept version, whatever their state."""
    pattern = pattern_for(words)
    rows = Version.objects.filter(content__isnull=False).exclude(decision_id=but)
    found = {
        decision_id
        for decision_id, summary, content in rows.values_list("decision_id", "summary", "content").iterator(500)
        if pattern.search(summary or "") or _holds(content or "", pattern)
    }
    return list(Decision.objects.filter(pk__in=found).order_by("reference_key").values_list("reference", flat=True))


def _holds(content: str, pattern: re.Pattern[str]) -> bool:
    """Looks at the JSON as it stands first, which is quick, with the ends of lines as spaces."""
    return pattern.search(content.replace("\\n", " ")) is not None and holds_words(json.loads(content), pattern)
