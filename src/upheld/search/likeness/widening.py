"""Words that mean the same, beside those of a text: “education, health and care plan” beside “EHCP”."""

from upheld.search.language.lexing import words_in
from upheld.search.language.synonyms import Synonyms
from upheld.search.words import stem, stem_unkept


def find_others(text: str, synonyms: Synonyms) -> str:
    """The words that mean the same as words of the text, in any form of those: “cabs” means what “cab” does."""
    said = frozenset(synonyms.runs_of(tuple(map(stem_unkept, words_in(text)))))
    others = {other for run in said for other in synonyms.by_stems[run]}
    return "\n".join(sorted(one for one in others if tuple(map(stem, words_in(one))) not in said))
