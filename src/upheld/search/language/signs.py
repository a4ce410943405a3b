"""The signs of the language, and the others that keyboards and word processors write in their place."""

import re

QUOTES = '"“”„‟«»＂'
CLOSING = {"“": "”", "„": "”", "«": "»"}
"""The partner of each quotation mark that has one of its own."""
MINUS = "-\u2212"
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\ufe58\ufe63"
"""What is written for a hyphen or a minus sign, and is none."""
SILENT = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
"""What nobody sees, and copying brings along."""
OPERATORS = frozenset({"OR", "AND", "NOT"})
STOP = re.compile(r"[,;:!?]+$|(?<!\.)\.$")
"""What ends a sentence, or a part of one, and is no part of a value."""
