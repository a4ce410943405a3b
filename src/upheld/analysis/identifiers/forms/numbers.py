"""Numbers by which offices, banks and registers know a person."""

import re
from dataclasses import replace

from upheld.analysis.identifiers.candidate import DIGITS, NUMBERS, Rule, after, before

_LINK = r"[\s:.#=(-]{0,4}(?:(?:is|was|are|being|of|ending|quoted as|given as)[\s:]{1,2})?"
_NO = r"(?:\s?(?:number|no|num|id|ref|reference)\b\.?)"
_VEHICLE = re.compile(
    r"\b(?:vehicles?|cars?|vans?|registrations?|reg|plates?|vrm|vrn|drove|driving|driven|parked|parking|"
    r"motor(?:bike|cycle|home)s?|"
    r"pcn|dvla|lorry|taxi|moped|scooter|ford|vauxhall|audi|bmw|toyota|nissan|volkswagen|mot|bus lane|lane|camera|"
    r"drives?|rides?|towed|clamped|caravan|"
    r"truck|keeper)\b"
)


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text.replace("O", "0").replace("o", "0").replace("l", "1").replace("I", "1"))


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits end in the check digit that the NHS gives them."""
    if len(digits) != 10 or len(set(digits)) == 1:
        return False
    check = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(digits[:9])) % 11
    return check % 11 == int(digits[9]) and check != 10


def is_card(digits: str) -> bool:
    """Whether the digits pass the check of bank cards."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        double = int(digit) * (2 if place % 2 else 1)
        total += double - 9 if double > 9 else double
    return total % 10 == 0 and len(set(digits)) > 1


def is_iban(code: str) -> bool:
    """Whether an IBAN's check digits fit."""
    turned = code[4:] + code[:4]
    return turned.isalnum() and int("".join(str(int(one, 36)) for one in turned)) % 97 == 1


def _nhs(found: re.Match[str]) -> float:
    right, said = (is_nhs_number(_digits(found["it"])), bool(re.search(r"nhs|patient|hospital", before(found, 40))))
    if right:
        return 0.99 if said else 0.9
    if re.search(r"phone|tel\b|mobile|fax|£\s?$", before(found, 25)):
        return 0
    return 0.9 if said else 0.5 if re.search(r"[ -]", found["it"]) else 0.4


def _insurance(found: re.Match[str]) -> float:
    said = re.search(r"national insurance|\bni\b|nino|insurance n", before(found, 40))
    if said:
        return 0.99
    prefix = found["it"][:2].upper()
    if prefix in ("BG", "GB", "NK", "KN", "TN", "NT", "ZZ") or (not found["it"][:2].isupper() and not found["last"]):
        return 0
    return 0.97 if found["last"] else 0.6


def _current_plate(found: re.Match[str]) -> float:
    if found.group()[2].isspace() and not found.group().isupper():
        return 0
    if found.group().isupper():
        return 0.97
    return 0.93 if _VEHICLE.search(before(found)) or _VEHICLE.search(after(found)) else 0.7


def _old_plate(found: re.Match[str]) -> float:
    if _VEHICLE.search(before(found)) or _VEHICLE.search(after(found, 40)):
        return 0.9
    plain = found.group().isupper() and " " in found.group() and len(re.sub(r"\D", "", found.group())) == 3
    return 0.6 if plain and not re.match(r"S\d|.*\b(?:PDF|CIN|ABE|DFG)\b", found.group()) else 0


def _sort_code(found: re.Match[str]) -> float:
    if re.search(r"sort[\s-]?code", before(found, 40)):
        return 0.98
    return (
        0.9 if re.search(r"\baccount\b", after(found, 30)) or re.match(r"[\s,/;and]*\d{8}\b", after(found, 30)) else 0
    )


def _card(found: re.Match[str]) -> float:
    digits = _digits(found.group())
    if re.search(r"\bcard\b|visa|mastercard|debit|credit", before(found, 40)):
        return 0.97
    return 0.93 if is_card(digits) and digits[0] in "3456" else 0


def _iban(found: re.Match[str]) -> float:
    code = re.sub(r"[ -]", "", found.group()).upper()
    if is_iban(code):
        return 0.99
    return 0.9 if "iban" in before(found, 30) and len(code) >= 15 else 0


def _labelled(label: str, form: str, *, number: str = _NO + "?") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{label})\s?\(?{number}{_LINK}(?P<it>{form})(?![\w])", re.IGNORECASE)


_BANK = "These are details of a bank account or card."
_PLATE = "This is the registration of a vehicle."

_RULES = (
    Rule(
        "nhs-number",
        re.compile(r"(?<![\w£.,+/-])(?P<it>[1-9O]\d{2}[ -]?\d{3}[ -]?\d{4}|[1-9]\d{4} \d{5})(?![\w]|[-/.,]\d)"),
        "Ten digits like these are an NHS number.",
        "[NHS number]",
        check=_nhs,
    ),
    Rule(
        "nhs-number",
        _labelled(r"nhs|chi|health and care", r"[\dOIl](?:[ .\n-]?[\dOIl]){8,9}"),
        "This is given as an NHS number.",
        "[NHS number]",
        0.98,
    ),
    Rule(
        "nhs-number",
        _labelled(
            r"hospital|patient|mrn|chi|clinic|unit record|health record",
            r"(?=[A-Z/-]*\d)[A-Z\d][A-Z\d/-]{3,13}",
            number=_NO,
        ),
        "This is the number of a patient.",
        "[patient number]",
        0.9,
    ),
    Rule(
        "national-insurance",
        re.compile(
            r"(?<![\w])(?P<it>[A-Za-z]{2}[ -]?[\dO]{2}[ -]?[\dO]{2}[ -]?[\dO]{2}[ -]?"
            r"(?P<last>[A-DFMPa-dfmp](?!\w))?)(?<![ -])(?![\w])"
        ),
        "This has the form of a National Insurance number.",
        "[National Insurance number]",
        check=_insurance,
    ),
    Rule(
        "national-insurance",
        re.compile(r"(?<!\w)(?P<it>[A-Za-z]{2}[ -]?[\dO]{3}[ -]?[\dO]{3}[ -]?(?P<last>[A-DFMPa-dfmp]))(?!\w)"),
        "This has the form of a National Insurance number.",
        "[National Insurance number]",
        check=_insurance,
    ),
    Rule(
        "identity-number",
        re.compile(
            r"\bshare code[\s:#]{1,3}(?:(?:is|was)\s)?(?P<it>[A-Z\d]{3}[\s-]?[A-Z\d]{3}[\s-]?[A-Z\d]{3})(?!\w)",
            re.IGNORECASE,
        ),
        "This code shows somebody's right to be in the country.",
        "[share code]",
        0.97,
    ),
    Rule(
        "identity-number",
        re.compile(r"(?<![\w/.-])\d{4}(?:[ -]\d{4}){2,4}(?![\w/-])"),
        "A number as long as this belongs to one person or thing.",
        "[number]",
        0.7,
    ),
    Rule(
        "vehicle",
        re.compile(r"(?<![\w/-])[A-HJ-PR-Ya-hj-pr-y]{2}\s?[\dOI][\d][\s-]?[A-HJ-PR-Za-hj-pr-z]{3}(?![\w/-])"),
        _PLATE,
        "[vehicle registration]",
        check=_current_plate,
    ),
    Rule(
        "vehicle",
        re.compile(
            r"(?<![\w/-])(?:[A-HJ-NPR-TV-Y]\d{1,3}\s?[A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3}\s?\d{1,3}[A-HJ-NPR-TV-Y]|"
            r"[A-Z]{1,2}[IZ][A-Z]?\s?\d{3,4}|[A-Z]{3}\s\d{4})(?![\w/-])"
        ),
        _PLATE,
        "[vehicle registration]",
        check=_old_plate,
    ),
    Rule(
        "vehicle",
        re.compile(
            r"\b(?:registration|reg|vrm|vrn|number plate|licen[cs]e plate|registered|index)(?:\s(?:number|no|mark|"
            r"plate|as))?"
            r"\.?[\s:(,'\"-]{1,4}(?:(?:is|was|of|mark|number)\s)?['\"]?"
            r"(?P<it>(?=[A-Z ]{0,4}\d)(?!(?:19|20)\d\d\b)(?:[A-Z]{1,3}\s?\d{1,4}(?:\s?[A-Z]{1,3})?|"
            r"\d{1,4}\s?[A-Z]{1,3}))(?![\w/-])",
            re.IGNORECASE,
        ),
        _PLATE,
        "[vehicle registration]",
        0.92,
    ),
    Rule(
        "bank",
        re.compile(r"(?<![\w/-])\d{2}[- ]\d{2}[- ]\d{2}(?![\w/]|-\d)"),
        _BANK,
        "[bank details]",
        check=_sort_code,
    ),
    Rule("bank", _labelled(r"sort(?:[\s-]?code)?|s/?c", r"\d{2}[\s-]?\d{2}[\s-]?\d{2}"), _BANK, "[bank details]", 0.98),
    Rule(
        "bank",
        re.compile(
            r"\b(?:bank |current |savings |building society )?(?:account|a/c|acct?|ac)(?:\s?(?:number|no|num)\b\.?)?"
            rf"{_LINK}(?P<it>\d{{8}}|\d{{4}} \d{{4}}|\d{{2}}[ -]\d{{6}})(?![\w/]|[ -]\d)",
            re.IGNORECASE,
        ),
        _BANK,
        "[bank details]",
        0.95,
    ),
    Rule(
        "bank",
        re.compile(r"(?<=\d{2}[- ]\d{2}[- ]\d{2})[\s,/;and]{1,6}(?P<it>\d{8})(?!\w)"),
        _BANK,
        "[bank details]",
        0.95,
    ),
    Rule(
        "bank", re.compile(r"(?<![\w])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?![\w])"), _BANK, "[bank details]", check=_card
    ),
    Rule("bank", re.compile(r"(?<!\w)3\d{3}[ -]?\d{6}[ -]?\d{5}(?!\w)"), _BANK, "[bank details]", check=_card),
    Rule(
        "bank",
        re.compile(r"(?<!\w)[A-Za-z]{2}\d{2}[ -]?(?:[A-Za-z0-9]{4}[ -]?){2,7}[A-Za-z0-9]{0,4}(?<![ -])(?!\w)"),
        _BANK,
        "[bank details]",
        check=_iban,
    ),
    Rule(
        "bank",
        re.compile(r"\b(?:card|account) (?:number )?ending(?: in| with)?:? (?P<it>\d{3,4})(?!\w)", re.IGNORECASE),
        _BANK,
        "[bank details]",
        0.6,
    ),
    Rule(
        "identity-number",
        re.compile(r"(?<!\w)[A-Za-z]{1,5}9{0,4}[ -]?\d{6}[ -]?[A-Za-z9]{2}\s?\d[A-Za-z0-9]{2}(?:\s?\d{2})?(?!\w)"),
        "This has the form of a driving licence number.",
        "[licence number]",
        check=lambda found: 0.95 if len(re.sub(r"[ -]", "", found.group())) in (16, 18) else 0,
    ),
    Rule(
        "identity-number",
        _labelled(r"passport", r"(?:[A-Z]{0,2}\s?\d{3}\s?\d{3}\s?\d{2,3}|[A-Z]{2}\s?\d{7})"),
        "This is a passport number.",
        "[passport number]",
        0.98,
    ),
    Rule(
        "identity-number",
        _labelled(
            r"driving licen[cs]e|driver number|licen[cs]e|upn|unique pupil|uln|unique learner|pupil|student|"
            r"candidate|uprn|"
            r"unique property|staff|employee|payroll|badge|prison|prisoner|home office|biometric residence|brp|visa|"
            r"utr|"
            r"tax reference|gmc|nmc|collar|warrant|swipe ?card|library card|warrant card|loyalty card|blue badge|"
            r"permit",
            r"(?=[A-Z/ -]{0,8}\d)[A-Z\d][A-Z\d/-]{3,17}",
        ),
        "This number is one person's, or one house's.",
        "[number]",
        check=lambda found: 0.95 if len(re.sub(r"\D", "", found["it"])) >= 4 else 0,
    ),
    Rule(
        "identity-number",
        re.compile(r"(?<![\w])[A-HJ-NP-TV-Z]\d{11}[\dA-Z]?(?!\w)|(?<!\w)1000\d{8}(?!\w)"),
        "This has the form of a pupil's or a property's number.",
        "[number]",
        0.9,
    ),
)

RULES = tuple(replace(rule, near=DIGITS if rule.kind == "vehicle" else NUMBERS) for rule in _RULES)
"""A number plate may have one digit only; all others are looked for around longer numbers."""
