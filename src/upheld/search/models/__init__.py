"""Tables of the room."""

from upheld.search.models.synonym_list import SynonymList

__all__ = ["SynonymList"]
