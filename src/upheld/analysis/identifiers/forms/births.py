"""Days on which people were born."""

import re
from dataclasses import replace

from upheld.analysis.identifiers.candidate import Near, Rule, near_words

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_ORDINAL = (
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|"
    r"(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth|(?:twenty|thirty)[ -](?:first|second|third|"
    r"fourth|"
    r"fifth|sixth|seventh|eighth|ninth))"
)
_YEAR = r"(?:(?:19|20)\d\d|'?\d\d)(?!\d)"
_DAY = r"\d{1,2}\s?(?:st|nd|rd|th)?"
DATE = (
    rf"(?:[0-3O]?[\dOIl]\s?[./-]\s?[01O]?[\dOIl]\s?[./-]\s?(?:(?:19|2[0O])[\dO]{{2}}|\d\d)|(?:19|"
    rf"20)\d\d\s?[./-]\s?\d\d?\s?[./-]\s?\d\d?|"
    rf"(?:(?:the\s)?{_DAY}|"
    rf"(?:the\s)?{_ORDINAL})[\s.,/-]{{0,2}}(?:day\s)?(?:of\s)?{_MONTH}(?:[\s.,/-]{{0,3}}{_YEAR})?|"
    rf"\d{{1,2}}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\d{{2,4}}|"
    rf"{_MONTH}[\s.-]{{0,2}}{_DAY}(?:,?\s{_YEAR})?|\d{{2}} \d{{2}} (?:(?:19|20)\d\d)|\d{{8}}(?!\d)|\d{{6}}(?!\d))"
)
_LOOSE = rf"{_MONTH},?\s(?:of\s)?(?:19|20)\d\d(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?:the\s)?)?"
_GAP = r"[\s:;=,(\[\"'-]{0,4}"
_LABEL = r"(?:date\s?[-/]?of\s?[-/]?birth|birth\s?date|birth\s?day|d\s?\.?\s?o\s?\.?\s?b\b\.?|\(b\.|\bb\.)"
_BORN = r"\bborn\b(?:\s(?!on\b|in\b)[\w'-]+){0,4}?(?:\s(?:on|in))?(?:\s(?:or around|about|or about|around))?"
_SIGN = near_words(
    "born Born BORN birth Birth BIRTH birthday Birthday birthdate Birthdate dob DOB Dob d D b B turned turns turn "
    "reached reaches became celebrated celebrates",
    60,
    90,
)
_WHY = "With a date of birth a person is found in many registers."

_RULES = (
    Rule(
        "date-of-birth",
        re.compile(rf"\bborn(?:\s[\w',-]+){{1,6}}?\son\s(?:the\s)?{_WEEKDAY}(?P<it>{DATE})", re.IGNORECASE),
        _WHY,
        "[date of birth]",
        0.93,
    ),
    Rule(
        "date-of-birth",
        re.compile(
            rf"\b(?:date of birth|birth ?date|birthday|dob|d\.o\.b\.?|when (?:he|she|they) (?:was|were) "
            rf"born)\b[^\d\x00]{{0,45}}?\b(?P<it>{DATE})",
            re.IGNORECASE,
        ),
        _WHY,
        "[date of birth]",
        0.8,
    ),
    Rule(
        "date-of-birth",
        re.compile(
            rf"(?:\b|(?<=\())(?:{_LABEL})(?:\s(?:is|was|as|of|given as|recorded as|being|"
            rf"on))*{_GAP}{_WEEKDAY}(?P<it>{DATE})",
            re.IGNORECASE,
        ),
        _WHY,
        "[date of birth]",
        0.99,
    ),
    Rule(
        "date-of-birth",
        re.compile(rf"{_BORN}{_GAP}(?:the\s)?{_WEEKDAY}(?P<it>{DATE})", re.IGNORECASE),
        _WHY,
        "[date of birth]",
        0.98,
    ),
    Rule("date-of-birth", re.compile(rf"{_BORN}\s(?P<it>{_LOOSE})", re.IGNORECASE), _WHY, "[year of birth]", 0.85),
    Rule(
        "date-of-birth",
        re.compile(r"\bborn (?:in|around|about) (?P<it>(?:19|20)\d\d)(?!\d)", re.IGNORECASE),
        _WHY,
        "[year of birth]",
        0.6,
    ),
    Rule(
        "date-of-birth",
        re.compile(
            rf"\b(?:birthday|birth of (?:her|his|their|the) [\w ]{{2,20}}|(?:turn(?:s|ed)?|reach(?:es|ed)?|became|"
            rf"celebrated)\s(?:the age of\s)?"
            rf"(?:\d{{1,3}}|eighteen|sixteen|twenty[ -]one|forty|fifty|sixty|seventy|eighty|ninety)(?:\s?(?:st|nd|"
            rf"rd|th))?)"
            rf"(?:\s(?:is|was|falls|fell|birthday))?(?:\s(?:on|of)\b)?{_GAP}{_WEEKDAY}(?:the\s)?(?P<it>{DATE})",
            re.IGNORECASE,
        ),
        _WHY,
        "[date of birth]",
        0.9,
    ),
    Rule(
        "date-of-birth",
        re.compile(
            rf"(?P<it>{DATE})\s?[\]),]{{0,2}}\s?(?:[(\[]\s?)?(?:is|was|as|being)?\s?(?:(?:her|his|their|my|"
            rf"the)\s)?(?:[\w']+\s)?(?:date of birth|birthday|dob\b|d\.o\.b)",
            re.IGNORECASE,
        ),
        _WHY,
        "[date of birth]",
        0.93,
    ),
)

_COMING = Rule(
    "date-of-birth",
    re.compile(
        rf"\b(?:will|would) be (?:\d{{1,3}}|[a-z]{{3,9}}(?:teen|ty| one)|ten|eleven|"
        rf"twelve) on {_WEEKDAY}(?P<it>{DATE})",
        re.IGNORECASE,
    ),
    _WHY,
    "[date of birth]",
    0.85,
    near=Near(re.compile(r" be [\w -]{1,12} on "), 8, 50),
)
RULES = (*(replace(rule, near=_SIGN) for rule in _RULES), _COMING)
"""Days of birth."""
