"""Texts without end that somebody could type or put into an address."""

from collections.abc import Iterator
from random import Random

MARK = "quzzlewick"
"""A word that stands in some of the texts, so that it can be looked for where no word may be."""

PIECES = (
    "council", "damp", "the", "of", "education", "21 000 001", "98 002 958", "98-001-401", "£500", "SEN", "EHCP",
    "won't", "council:", "category:", "outcome:", "type:", "ref:", "law:", "remedy:", "paid:", "decided:", "in:",
    "foo:", "in:found", 'in:"agreed action"', "paid:>500", "paid:100..500", "paid:<=£1,000", "decided:2022..2024",
    "paid:>500 <1000", "decided:last year", "decided:yesterday",
    "decided:>2022-13", 'law:"care act 2014 section 9"', "OR", "AND", "NOT", "or", "-", "--", "-(", "(", ")", "((",
    "))", '"', '""', "“", "”", "*", "a*", "edu*", "*edu", "?", "~", "~5", '"care plan"~5', '"care plan"~99999',
    "^2", "[1 TO 9]", "/.*/", ":", ";", "\\", "'", "<script>", "%00", "%", "../", "é", "ß", "ﬁ", "٣", "中文", "🙂",
    "\u202e", "\x00", "\ud800", "\n", "\t", "\u00ad", "0", "-1", "99999999999999999999", "1e9", "null", "{{7*7}}",
    "' OR 1=1--", "housing/homelessness", "upheld", "newest", "2022-04", "5/4/2022", "31/2/2022", "9999", "–", "—",
    "in:in:found", 'in:"in:found"', "in:(in:found", "paid:..500", "paid:500...900", "paid:NaN", "paid:١..٢",
    "decided:..", "decided:2022-02-30", "decided:>2022<2021", "жильё", "سكن", "\u2066damp\u2069",
    "👨‍👩‍👧‍👦", "homless", "counciltax",
    "\u200b", "\u2028", "\ufeff", "e\u0301", "I\u0307", "ſ", "&amp;", "a,b", "21,017,299", "98-002-958v2", "v1", MARK,
)  # fmt: skip


def texts(random: Random) -> Iterator[str]:
    """Texts without end: odd pieces together, long ones, deep ones, and any characters there are."""
    while True:
        yield _MADE[random.randrange(len(_MADE))](random)


def _few(random: Random) -> str:
    return random.choice((" ", "", "  ")).join(random.choices(PIECES, k=random.randrange(1, 9)))


def _again(random: Random) -> str:
    return random.choice(PIECES) * random.randrange(2, 400)


def _deep(random: Random) -> str:
    depth = random.randrange(1, 200)
    return "(" * depth + random.choice(PIECES) + ")" * random.choice((depth, depth - 1, 0))


def _many(random: Random) -> str:
    return " ".join(random.choices(PIECES, k=random.randrange(20, 120)))


def _any(random: Random) -> str:
    return "".join(chr(random.randrange(0x110000)) for _ in range(random.randrange(1, 60)))


def _mistyped(random: Random) -> str:
    """Words with a slip in each, which no decision has."""
    return " ".join(_slip(random, word) for word in random.choices(_WORDS, k=random.randrange(2, 32)))


def _slip(random: Random, word: str) -> str:
    at = random.randrange(len(word) - 1)
    others = (word[at + 1] + word[at], word[at] * 2, random.choice(_LETTERS) + word[at + 1], word[at + 1])
    return word[:at] + random.choice(others) + word[at + 2 :]


def _crossed(random: Random) -> str:
    """What is opened and never closed, or closed and never opened, within one another."""
    return "".join(random.choices(("(", ")", '"', "“", "-", "in:", "law:(", " OR ", "damp ", "*", "~"), k=60))


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORDS = ("homeless", "council", "education", "benefit", "planning", "transport", "assessment", "disability", "address")
_MADE = (_few, _few, _few, _few, _few, _few, _again, _deep, _many, _any, _mistyped, _crossed)
