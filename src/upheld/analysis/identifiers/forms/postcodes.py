"""Postcodes: whole ones, scanned ones, and first halves beside the name of what they are."""

import re
from dataclasses import replace

from upheld.analysis.identifiers.candidate import DIGITS, Rule, after, before

AREAS = frozenset(
    "AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX "
    "FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE "
    "NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ "
    "TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE".split()
)
_DIGIT = "[0-9OoIlSsBZ]"
_WHOLE = re.compile(
    r"(?<![\w£-])(?P<out>[A-Za-z]{1,2}[0-9OIl]{1,2}[A-Za-z]?|[A-Z]{1,2} [0-9OIl]{1,2}[A-Z]?|"
    r"[A-Za-z]{1,2}\d{1,2})(?P<gap>[ \n.,-]{0,3})"
    rf"(?P<in>{_DIGIT} ?(?:[A-Z]{{2}}|[abd-hjlnp-uw-z]{{2}}))(?![\w])"
)
_SHAPED = re.compile(r"[A-Z]{1,2}\d[\dA-Z]? \d[ABD-HJLNP-UW-Z]{2}")
"""A whole postcode as it should be written, of an area that there is not: mistyped, or changed to hide another."""
_PLACED = re.compile(
    r"(?:postcodes?|post codes?|postal (?:area|code|district)s?|area|district|lives?|lived|living|address|moved "
    r"(?:to|from)|"
    r"houses?|flats?|home|property|of|in|near|from|to|around)(?:\s(?:is|was|of|in|the|a|at|code|area|near|starting|"
    r"beginning|with))*"
    r"[\s:,('\"]*$"
)
_NAMED = re.compile(
    r"(?:postcodes?|post codes?|postal (?:area|code|district)s?)(?:\s(?:is|was|of|in|the|area|starting|beginning|"
    r"with))*[\s:,('\"]*$"
)
_AREA_AFTER = re.compile(r"\s?(?:area|postcode|post code|district|postal)\b")
_NOT = frozenset({"CO2", "PM2", "PM10", "SO2", "NO2", "M25", "M1", "L1", "L2", "S1", "N1", "E10", "PE1"})


def _area(outward: str) -> str:
    return outward.replace(" ", "").rstrip("0123456789OIlLo").upper()[:2].rstrip("0123456789")


def _whole(found: re.Match[str]) -> float:
    outward, inward = found["out"].replace(" ", ""), found["in"].replace(" ", "")
    area = re.sub(r"[IOLl]$", "", outward[:2]).upper() if not outward[:2].isalpha() else outward[:2].upper()
    if area not in AREAS and outward[0].upper() not in AREAS:
        return 0.85 if _SHAPED.fullmatch(found.group()) else 0
    if not re.search(r"\d", outward + inward) or re.fullmatch(r"\d(?:st|nd|rd|th)", inward):
        return 0
    odd = not inward[0].isdigit() or bool(re.search(r"[a-z]", outward) and not re.search(r"\d", outward))
    if odd and not (outward[0].isupper() and inward[1:].isupper()):
        return 0
    return _by_gap(found, odd=odd)


def _by_gap(found: re.Match[str], *, odd: bool) -> float:
    if re.search(r"[.,\n-]", found["gap"]) and not found.group().isupper():
        return 0
    if found.group()[0].islower() and (" " in found["out"] or len(found["out"]) < 2):
        return 0
    return 0.9 if odd or " " in found["out"] or found["gap"].strip() else 0.99


def _half(found: re.Match[str]) -> float:
    code = found["it"].upper().split()[0]
    if _area(code) not in AREAS or (code in _NOT and not _NAMED.search(before(found))):
        return 0
    if _NAMED.search(before(found)) or (_AREA_AFTER.match(after(found)) and found["it"][0].isupper()):
        return 0.93
    sector = " " in found["it"] and not re.match(r"\s(?:miles?|hours?|days?|weeks?|minutes?|km|to)\b", after(found))
    placed = _PLACED.search(before(found)) and (len(_area(code)) == 2 or sector) and found["it"].isupper()
    return 0.7 if placed and not found["it"].isalpha() else 0


_RULES = (
    Rule("postcode", _WHOLE, "A postcode names a dozen houses.", "[postcode]", check=_whole),
    Rule(
        "postcode",
        re.compile(r"(?<![\w£/-])(?P<it>[A-Za-z]{1,2}\d{1,2}[A-Za-z]?(?: \d(?!\w))?)(?![\w/-]|\.\d)"),
        "Half a postcode names a small area.",
        "[area]",
        check=_half,
    ),
)

RULES = tuple(replace(rule, near=DIGITS) for rule in _RULES)
"""Whole and half postcodes; even a scanner leaves one digit a digit."""
