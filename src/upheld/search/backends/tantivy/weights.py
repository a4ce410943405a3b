"""How much a word counts by where it stands, and a decision by what it is: all that decides the order of results.

A decision's score is the sum, over the words looked for, of the word's own score in the whole text and of its score in
each of the places below times the place's weight; that sum is multiplied by the decision's standing.
"""

import datetime as dt
from collections.abc import Mapping

# What each is worth is measured in benchmarks/relevance/. The category counts as text: no weight of it helped.
OF_PLACES: Mapping[str, float] = {
    "bodies": 3.0,
    "in_summary": 1.5,
    "subcategory_name": 1.0,
    "in_complaint": 1.0,
}
"""By the index's fields; a place that is not here counts as text. Each place costs time at every search."""

PLACES_OF_SOME = 0.25
"""How much of these counts where not all words are looked for: then how many are there tells more than where."""

OF_PHRASES = 0.85
"""How much each word of a phrase counts, of what it counts by itself: where one stands, the others stand too."""

NEWER = 1.01
"""How many times as much a decision counts as one of a year before. It holds for all days, past and to come."""
ORIGIN = dt.date(2000, 1, 1)
"""The day on which a decision counts once; those without a day count as much. No order hangs on which day it is."""
REPORT = 1.05
"""How many times as much a public report counts as a statement."""

OF_DECISIONS = (NEWER, ORIGIN, REPORT)
"""What an index was made with: when one of these changes, the index is made anew by itself."""

OF_PLACES_OF_LIKENESS: Mapping[str, float] = {"in_complaint": 2.0, "subcategory_name": 0.5, "in_summary": 1.5}
"""How much words count by their place when decisions like a complaint are looked for.

With more for the name of the subject, all of one subject came before what is more alike.
"""

OUR_OWN_LIKENESS = True
"""Whether our own choice of words is tried before the engine's; the other is the way out where one fails.

Of the ten most like a complaint alone in the demo register, ours has 94.7 % of its category and 92.3 % of its
subcategory, the engine's 93.9 % and 91.7 %.
"""


def standing(decided_on: dt.date | None, *, is_report: bool) -> float:
    """What the index keeps for a decision: the engine multiplies scores by the binary logarithm of two more."""
    years = (decided_on - ORIGIN).days / 365.25 if decided_on else 0.0
    factor = NEWER**years * (REPORT if is_report else 1.0)
    return float(2.0**factor - 2.0)
