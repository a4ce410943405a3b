"""Reads from a text the Acts, regulations and guidance it cites, by rules that can be explained."""

from upheld.analysis.law.catalogue import Law, get_catalogue
from upheld.analysis.law.citation import Kind, LawCitation
from upheld.analysis.law.places import address_of, natural, read_place
from upheld.analysis.law.reading import read_law

__all__ = ["Kind", "Law", "LawCitation", "address_of", "get_catalogue", "natural", "read_law", "read_place"]
