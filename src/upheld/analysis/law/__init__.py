"""Reads from a text the Acts, regulations and guidance it cites, by rules that can be explained."""

from upheld.analysis.law.citation import Kind, LawCitation
from upheld.analysis.law.reading import read_law

__all__ = ["Kind", "LawCitation", "read_law"]
