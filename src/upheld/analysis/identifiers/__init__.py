"""What could show who a person is: found in everything that would be shown or kept, and explained."""

from upheld.analysis.identifiers.examining import examine
from upheld.analysis.identifiers.finding import NOTHING_KNOWN, Finding, Known, Part
from upheld.analysis.identifiers.kinds import KINDS, Kind

__all__ = ["KINDS", "NOTHING_KNOWN", "Finding", "Kind", "Known", "Part", "examine"]
