"""How much a query may ask: what keeps every search quick, whatever is typed."""

MAX_CHARACTERS = 500
MAX_TERMS = 32
"""Words, those in phrases among them; a field counts as one."""
MAX_FIELDS = 12
MAX_DEPTH = 10
"""Brackets within brackets."""
MIN_PREFIX = 3
MAX_PHRASE = 12
MAX_DISTANCE = 20
MAX_WORD_BYTES = 60
"""The longest word that an index keeps."""
MAX_SUGGESTED = 3
"""For so many names that nobody knows a near one is looked for."""
MAX_PROBLEMS = 5
"""So many are shown; what is worse understood than that is searched for word by word."""
