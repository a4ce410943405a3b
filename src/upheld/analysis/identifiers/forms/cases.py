"""Numbers of other cases: complaints, claims, applications, reports of crime."""

import re
from dataclasses import replace

from upheld.analysis.identifiers.candidate import BETWEEN, NUMBERS, Rule, before

_WHY = "Whoever looks up this number finds the case and the people in it."
_INSTEAD = "[reference]"
_LABEL = (
    r"(?:(?:planning|housing|benefits?|grant|licen[cs]e|homelessness|blue badge|asylum|visa|school|legal|civil)\s)?"
    r"(?:application|appeal|claim|case|complaint|crime|incident|cad|log|court|tribunal|invoice|policy|tenancy|"
    r"tenant|rent|"
    r"customer|client|account|member(?:ship)?|council tax|pcn|penalty charge(?: notice)?|notice|bill|parcel|order|"
    r"job|ticket|"
    r"enquiry|service request|request|referral|enforcement|file|planning|title|land registry|petition|docket|"
    r"investigation|"
    r"ombudsman|lgo|lgsco|phso|foi|sar|urn|crn|mosaic|liquidlogic|ehcp?|safeguarding|inspector)"
)
_NUMBER = r"(?=[A-Z./_-]{0,9}\d)[A-Z\d][A-Z\d]*(?:[ ./_-]{1,2}(?=[A-Z.]{0,4}\d)[A-Z\d]+|[/_-][A-Z]+)*"
_LAW = re.compile(
    r"(?:section|act|regulations?|order|rules?|paragraph|sch(?:edule)?|article|s\.|si|no\.?|directive|circular|£)\s*$"
)


def _labelled(found: re.Match[str]) -> float:
    digits = sum(one.isdigit() for one in found["it"])
    if _SCHEME.fullmatch(found["it"]) and _is_cited(found):
        return 0
    if digits < 4 or re.fullmatch(r"(?:19|20)\d\d(?:[-/](?:19|20)?\d\d)?", found["it"]):
        return 0
    return 0 if re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", found["it"]) else 0.93


def _of_scheme(found: re.Match[str]) -> float:
    """A decision that is cited is public, and the register links to it; the number of a complaint is not."""
    return 0 if _is_cited(found) else 0.9


def _is_cited(found: re.Match[str]) -> bool:
    it = found.start("it") if "it" in found.re.groupindex else found.start()
    return bool(_CITED.search(found.string[max(0, it - 70) : it].rpartition(BETWEEN)[2].lower()))


_SCHEME = re.compile(r"\d{2}[ -]\d{3}[ -]\d{3}[a-z]?")


_CITED = re.compile(
    r"(?:\bour (?:\w+ ){0,2}(?:decisions?|reports?|investigations?|findings?)|\bombudsman(?:'s)? (?:\w+ ){0,3}"
    r"(?:decisions?|reports?|cases?|investigations?)|\b(?:published|public interest|focus|final|earlier|"
    r"previous|similar) "
    r"(?:decisions?|reports?)|\bdecision (?:reference|ref|number|no|in case|in)\b|\b(?:see|cf) (?:also )?(?:decisions?|"
    r"reports?|cases?))(?:[^.;\x00]|\.(?=\s?\d)){0,30}$"
)


def _planning(found: re.Match[str]) -> float:
    return 0 if _LAW.search(before(found, 25)) else 0.92


def _slashed(found: re.Match[str]) -> float:
    digits = sum(one.isdigit() for one in found.group())
    if digits < 5 or re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2,4}|\d{4}/\d{1,2}/\d{1,2}", found.group()):
        return 0
    return 0 if _LAW.search(before(found, 25)) else 0.88


def _long(found: re.Match[str]) -> float:
    if _LAW.search(before(found, 25)):
        return 0
    return 0.55 if len(found.group()) < 40 else 0


_RULES = (
    Rule(
        "case-number",
        re.compile(r"(?<![\w£.,/+-])\d{2}[ -]\d{3}[ -]\d{3}[a-z]?(?![\w]|[ -]\d)"),
        _WHY,
        _INSTEAD,
        check=_of_scheme,
    ),
    Rule("case-number", re.compile(r"(?<![\w])(?:P-\d{6}|DRN-?\d{7})(?!\w)"), _WHY, _INSTEAD, 0.93),
    Rule(
        "case-number",
        re.compile(
            rf"\b{_LABEL}\s?(?:reference|ref\b\.?|numbers?|no\b\.?|nos\b\.?|id)(?:\s(?:number|no)\b\.?)?"
            rf"[\s:.#(-]{{0,4}}(?:(?:is|was|are|of|being)\s)?(?P<it>{_NUMBER})(?!\w)",
            re.IGNORECASE,
        ),
        _WHY,
        _INSTEAD,
        check=_labelled,
    ),
    Rule(
        "case-number",
        re.compile(
            r"\b(?:(?:our|your|their|council|council's|its|the)\s)?(?:reference|ref\b\.?|case|claim|application|"
            r"appeal|complaint|(?:council tax|rent|customer|client) account|invoice|foi|eir|sar|log|cad|"
            r"incident|ticket|request|petition|licence|notice|order|"
            r"policy)"
            rf"(?:\s?(?:number|no\b\.?))?[\s:.#(-]{{1,4}}(?:(?:is|was)\s)?(?P<it>{_NUMBER})(?!\w)",
            re.IGNORECASE,
        ),
        _WHY,
        _INSTEAD,
        check=_labelled,
    ),
    Rule(
        "case-number",
        re.compile(r"(?<![\w/-])(?:[A-Z]{1,4}/)?\d{2,4}/\d{3,6}/[A-Z]{1,6}\d?(?:/[A-Z]+)?(?![\w/])"),
        _WHY,
        _INSTEAD,
        check=_planning,
    ),
    Rule(
        "case-number",
        re.compile(r"(?<![\w/-])[A-Z]{1,5}[/.-]\d{2,4}[/.-]\d{2,7}(?:[/.-][A-Z\d]+)?(?![\w/])"),
        _WHY,
        _INSTEAD,
        check=_planning,
    ),
    Rule("case-number", re.compile(r"(?<![\w/-])\d{2,4}-\d{4,6}-[A-Z]{2,6}(?![\w/-])"), _WHY, _INSTEAD, 0.92),
    Rule(
        "case-number",
        re.compile(
            r"\b(?:incident|log|cad|crime|occurrence|police report)(?:\s(?:report|number|"
            r"no\.?))?\s(?P<it>\d{2,6})\s(?:of|on|dated)\s\d",
            re.IGNORECASE,
        ),
        _WHY,
        _INSTEAD,
        0.9,
    ),
    Rule(
        "case-number",
        re.compile(
            r"(?<![\w£])(?!(?:Act|Regulations?|Order|Rules|Section|Paragraph|Article|Year|In|The|"
            r"Of)\b)[A-Z][A-Za-z]{2,}\s(?P<it>\d{6})(?![\w%,]|\.\d)"
        ),
        _WHY,
        _INSTEAD,
        0.6,
    ),
    Rule(
        "case-number",
        re.compile(r"(?<![\w/.:-])(?=[\w/.-]{0,24}\d{3})[A-Z\d]{1,6}(?:/[A-Z\d]{1,9}){2,5}(?![\w/])"),
        _WHY,
        _INSTEAD,
        check=_slashed,
    ),
    Rule(
        "case-number",
        re.compile(
            r"(?<![\w/-])(?:[A-Z]{2}\d{2,3}|[A-Z]{3}|LON|MAN|BIR|CAM|"
            r"CHI)/\d{0,2}[A-Z]{0,2}\d{2,4}[A-Z]{0,2}(?:/[A-Z]{1,4})?"
            r"(?:/\d{2,4})?/\d{2,6}(?![\w/])|(?<![\w/-])[A-Z]\d{2}[A-Z]{2}\d{3}(?!\w)|"
            r"(?<![\w/-])[A-Z]{2}\d{2}[CPDFZ]\d{5}(?!\w)|(?<![\w/-])\d{7}/(?:19|20)\d{2}(?!\w)"
        ),
        "This is the number of a case in a court or tribunal.",
        _INSTEAD,
        0.93,
    ),
    Rule(
        "case-number",
        re.compile(
            r"(?<![\w/£.,-])[A-Z]{1,5}[-/_]?\d{5,12}[A-Z]{0,2}(?![\w/])|(?<![\w/£$€.,+-])\d{7,12}(?![\w/%]|[.,]\d)"
        ),
        "A number as long as this belongs to one case or person.",
        _INSTEAD,
        check=_long,
    ),
)

RULES = tuple(replace(rule, near=NUMBERS) for rule in _RULES)
"""The numbers of other cases."""
