"""The payments of one act: a remedy for each sum that is paid, not for its total, its rate or what it replaces."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from upheld.analysis.remedies.money import Sum, find_sums
from upheld.analysis.remedy import Kind, Per

_SERVICE = (
    r"(?:education|educational|provision|respite|care\b|therap\w+|tuition|schooling|school place|school transport"
    r"|support\b|short breaks?|services?|lessons|"
    r"sessions|speech|teaching|day care|day centre|home care|bin was missed|collections?|heating|hot water"
    r"|schooling|out of school|"
    r"special educational|placement|transport)"
)
_LOSS_OF_SERVICE = re.compile(
    r"\b(?:nights?|sessions?|hours?|visits?|calls?|lessons?) (?:of [\w ]{3,20} )?(?:that |which )?"
    r"(?:he|she|they|it|m\w+ \w|[a-z])? ?(?:has |had |have )?"
    r"(?:missed|lost|went without|did not (?:have|get|receive))\b|"
    rf"\b(?:loss|lost|lack|missed|missing|miss|misses|absence|without|went without|unmet|failure to (?:provide"
    rf"|deliver|secure"
    rf"|arrange)|fail(?:ed|ing) to (?:provide|deliver|secure|arrange)|"
    rf"(?:had|has|have|was|were|having) no|not (?:being |been |having |receiv\w+ |have |get )*(?:provid\w+"
    rf"|receiv\w+|access|in)?|"
    rf"did not (?:receive|have|get)|should have (?:received|had|been provided)|disruption to|interruption to"
    rf"|shortfall in|"
    rf"non-?provision of|denied|gap in|gaps in)\b[^.;\u00a3]{{0,60}}?\b{_SERVICE}"
    rf"|\bbins? (?:was|were) (?:missed|not collected)|\buntil\b[^.;\u00a3]{{0,40}}\b(?:provid|resum|deliver|start"
    rf"|put)\w*[^.;\u00a3]{{0,40}}\b{_SERVICE}"
    rf"|\b{_SERVICE}\b[^.;\u00a3]{{0,50}}?\b(?:lost|missed|missing|(?:went|was|were|go|goes|did) without"
    rf"|never (?:had|received|got)|did not (?:receive|get|have)|not (?:provided"
    rf"|received|delivered|in place)|should have had|was denied|were denied)\b"
)
_LOSS = re.compile(
    r"\b(?:costs?|fees?|expenses?|expenditure|charges?|bills?|invoices?|arrears|allowances?|bursar(?:y|ies)"
    r"|entitlements?|rent|benefits?|grants?"
    r"|direct payments?|"
    r"difference|interest|financial loss|owed|owes|owing|outstanding|underpa\w+|overpa\w+|backdat\w+|legal advice"
    r"|solicitors?|taxis?|"
    r"spent (?:on|\u00a3)|(?:he|she|they|(?:mr|mrs|ms|miss|mx) \w) (?:has |have |had )?(?:already )?spent (?!in\b)"
    r"|paid for|^\s*for (?:an?|the) (?:\w+ ){0,2}(?:assessment|report|survey|tutor|course|holiday|taxi|hotel|cab"
    r"|inspection|storage)\b|purchase[ds]?|replac\w+|deposit|as if (?:he|she|they)|entitled|damaged?|bicycle"
    r"|belongings|property|"
    r"possessions|items|insurance|premium|petrol|mileage|travel|hotel|hire|rental|tuition fees|contribution"
    r"|shortfall|equivalent of|equal to|would have received|"
    r"should have (?:received|been paid)|credit|salary|wages|fare|stamp|receipts?|tutoring|earnings)\b"
    r"|\b(?:he|she|they|(?:mr|mrs|ms|miss|mx) \w) (?:had |has |have |already |wrongly ){0,2}(?:lost|overpaid"
    r"|incurred)\b(?! (?:out|confidence|trust|faith|hope|the|his|her|their|sleep|education|time|contact|an?)\b)"
)
_FOR_A_THING = re.compile(
    r"(?:\u00a3[\d,.]+|^|\w)\s+(?:towards|for) (?:his|her|their|the|a|an|some) (?!(?:\w+[ -]){0,5}?(?:faults?"
    r"|fail\w*|way|time|period|days?|weeks?|months?|years?|"
    r"terms?|part|role|loss|lack|absence|effects?|efforts?|opportunit\w+|experience|poor|avoidable|child|children"
    r"|son|sons|daughters?|family|"
    r"wife|husband|mother|father|parents?|mr|mrs|ms|miss|mx|complaint|complaints|issues?|problems?|errors?|mistakes?"
    r"|trauma|pain|suffering|"
    r"worr\w+|strain|confusion|shock|other|lost|missed|additional|extra|injustices|matters?|unnecessary|benefit"
    r"|use)\b)(?:\w+ ){0,2}?[a-z]{3,}"
)
_SYMBOLIC = re.compile(
    r"\b(?:distress|time and trouble|trouble|frustrat\w+|uncertaint\w+|inconvenience\w*|anxiety|upset|worry|stress"
    r"|harm|risk|"
    r"impact|injustice|disappointment|disruption|embarrass\w+|outrage|hardship|"
    r"symbolic|goodwill|delays?|avoidable|lost opportunity|loss of opportunity|loss of amenity|loss of light"
    r"|privacy|unsuitable|handling)\b"
)
_FOR_DISTRESS = re.compile(
    r"\b(?:recogni[sz]e|acknowledge|reflect|remedy|recognition of|acknowledgement of|for|of) (?:the |his |her |their "
    r"|any |avoidable |unnecessary |considerable |significant ){0,3}(?:distress|frustration|uncertainty|inconvenience"
    r"|anxiety|upset|worry|stress|time and trouble)(?: and (?:distress|frustration|uncertainty|inconvenience|anxiety"
    r"|upset|worry|stress|trouble))?(?: \w+ \w+)? "
    r"(?:of|caused|at|about|from|over|because|due|by|when|as|that|while|in)\b"
)
"""A payment for what somebody felt about a service that was missed, not for the service."""
_GIVING_BACK = frozenset(
    (
        "refund reimburse repay waive write backdate cancel remove reduce credit deduct offset meet cover "
        "contribute fund settle clear return stop cease withdraw pursue charge recover bear drop quash "
        "seek collect enforce lift top"
    ).split()
)
_ANCILLARY = frozenset("cancel stop cease withdraw lift drop".split())
_OWN_DEBT = re.compile(r"\b(?:invoices?|debts?|bills?|charges?|notices?|pcns?|overpayments?|fees?)\b")
_WORKED_OUT = re.compile(
    r"(?:calculated|worked out|based|assessed|equivalent|equates|at a rate|equal|being|representing|this is"
    r"|that is|which is|made up of|i\.e\.)[^\u00a3.]{0,30}$|\(\s*$|[=:]\s*$"
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:total(?:l?ing|s)?(?: of)?|which (?:is|equals|equates to|amounts to|comes to)|equating to|giving|in total"
    r"|bringing[^\u00a3]{0,30}|making[^\u00a3]{0,30}|so|sum of|amounting to"
    r"|altogether|=|comes to)\s*(?:of\s+)?$|\(\s*$"
)
_TOTAL_AFTER = re.compile(r"^\s*(?:in total|altogether|in all|total)\b")
_PARTS = re.compile(
    r"\b(?:made up of|made up|compris\w+|consist\w+|includ\w+|broken down|breakdown|split|divided|shared"
    r"|as follows|payments?:|calculated as)\b|:"
)
_REPLACED = re.compile(
    r"\b(?:instead of|rather than|in place of|not|against (?:the|her|his|their)?|of the|from(?: the)?|of (?:a|an"
    r"|her|his|its|their) (?:debt|bill|charge|fee|total|cost)|debt of|bill of|"
    r"arrears of|(?:up )?from|in line with[^\u00a3]{0,60}|guidance[^\u00a3]{0,60}|usual\w*[^\u00a3]{0,40}"
    r"|suggest\w*[^\u00a3]{0,30}|normally[^\u00a3]{0,40}|invoice (?:of|for)|cost of|account of|"
    r"charge of|charge from|recommend in such[^\u00a3]{0,30}|his|her|their|capital of)\s*$"
)
_OF_ANOTHER = re.compile(
    r"(?:\bless\b[^;.\u00a3]{0,50}|\bminus\b[^;.\u00a3]{0,30}|\b(?:by "
    r"|in )?(?:\w+ )?instal?ments of(?: no more than| up to| at least)?|"
    r"\bup to (?:a |the )?(?:limit|maximum|cap|ceiling)(?: of)?|\b(?:limited|capped) (?:to|at)|\b(?:limit|maximum"
    r"|cap) of|\bnot (?:more than|exceeding)|"
    r"\b(?:in place|instead) of the)\s*$"
)
"""What stands before a sum that only limits, divides or lessens another, wherever it stands."""
_RISES_FROM = re.compile(r"\b(?:from|offer of|payment of) (?:the )?$")
_RISES_TO = re.compile(r"\s*to\b[^\u00a3;.]{0,30}\u00a3")
_UP_TO = re.compile(r"\b(?:up to|limit|maximum|cap|capped|limited|exceeding|not more)\b[^\u00a3]*$")
_PAID_BEFORE = re.compile(
    r"\b(?:already|previously|since) (?:paid|given|made|received|sent)\b|\b(?:it|council) (?:has )?paid\b"
)
_PAID_LEAD = re.compile(r"\balready (?:paid|made|given)[^\u00a3.;]{0,60}$")
_SHARE = re.compile(r"\d+\s?(?:%|per cent)|\bhalf\b|\bpercentage\b")
_CAPTION = re.compile(
    r"\b(?:it|they|council|provider|home|authority|trust) (?:has |have |had )?(?:already |previously |first "
    r"|originally |wrongly )?(?:charged|should have charged|asked)\b"
)


@dataclass(frozen=True, slots=True)
class Payment:
    """A sum that is paid, or None for a payment without one; `paid` says that it was paid before."""

    kind: Kind
    pence: int | None = None
    per: Per | None = None
    paid: bool = False
    start: int = -1


def read_payments(verb: str, text: str, before: str) -> list[Payment]:
    """The payments of an act: its verb, the lower-case text it governs, and the text of its sentence before it."""
    sums = find_sums(text)
    earlier = [one for one in sums if _is_paid_before(one, text)]
    paid = _paid_now(verb, [one for one in sums if one not in earlier], text)
    reasons = _purposes(paid, text, before)
    found = [
        Payment(_kind(verb, reason, text, before), one.pence, _per(verb, one, text), start=one.start)
        for one, reason in zip(paid, reasons, strict=True)
    ]
    if not found and earlier:
        return [
            Payment(_kind(verb, text, text, before), one.pence, one.per, paid=True, start=one.start) for one in earlier
        ]
    if not found:
        found = [Payment(_kind(verb, text, text, before))]
    return found + [Payment(found[0].kind, one.pence, one.per, paid=True, start=one.start) for one in earlier]


def _per(verb: str, one: Sum, text: str) -> Per | None:
    """`£35 each` gives back so much for each charge, not each person."""
    things = one.per == "person" and verb in _GIVING_BACK and re.match(r"\s*each\b(?! of)", text[one.end :])
    return None if things else one.per


def is_ancillary(verb: str, text: str) -> bool:
    """Whether the verb, beside another that gives money back, says the same again: `write it off and stop recovery`."""
    if verb == "cancel" and _OWN_DEBT.search(text):
        return False
    return verb in _ANCILLARY or (verb == "pay" and bool(re.search(r"\b(?:arrears|difference|backdated)\b", text)))


def _is_paid_before(one: Sum, text: str) -> bool:
    after = (
        text[one.end : one.end + 60].split(",", maxsplit=1)[0].split(".", maxsplit=1)[0].split("\u00a3", maxsplit=1)[0]
    )
    return bool(_PAID_BEFORE.search(after) or _PAID_LEAD.search(text[max(0, one.start - 80) : one.start]))


def _paid_now(verb: str, sums: list[Sum], text: str) -> list[Sum]:
    """Without the sums that are replaced, the rates of a total, and the totals of parts."""
    if verb == "reduce":
        return [one for one in sums if text[: one.start].rstrip().endswith("by")] or (
            [] if len(sums) != 1 or " to " in text[: sums[0].start][-4:] else sums[:1] if "by" in text else []
        )
    sums = [one for place, one in enumerate(sums) if not _is_replaced(place, one, sums, text)]
    sums = _without_rates(sums, text)
    return _without_totals(sums, text)


def _is_replaced(place: int, one: Sum, sums: Sequence[Sum], text: str) -> bool:
    before, after = text[max(0, one.start - 70) : one.start], text[one.end : one.end + 70]
    if _is_shared_or_charged(place, before, after, text[: one.start]):
        return True
    if _OF_ANOTHER.search(before) and not (place == 0 and len(sums) == 1 and _UP_TO.search(before)):
        return True
    if place and (
        (_is_explained(one, text) and not sums[place - 1].rate) or re.search(r"\bat (?:a rate of )?$", before)
    ):
        return True
    if place == 0 and len(sums) > 1 and re.search(_RISES_FROM, before) and _RISES_TO.match(after):
        return True
    return place > 0 and bool(_REPLACED.search(before[-60:]))


def _is_shared_or_charged(place: int, before: str, after: str, whole: str) -> bool:
    """Whether only a part of the sum is paid, or interest on it, or it is what was charged."""
    if _SHARE.search(before) and re.search(r"\bcosts?|fees?|bill\b", before + after[:20]):
        return True
    if _CAPTION.search(after[:50]) and (place or "difference" in whole):
        return True
    return bool(re.search(r"\binterest\b[^\u00a3]{0,30}$", before))


def _is_explained(one: Sum, text: str) -> bool:
    """Whether it stands in brackets that work out the sum before them: `£1,400 (£100 x 14 months)`."""
    opened = text.rfind("(", 0, one.start)
    if opened < 0 or ")" in text[opened : one.start] or one.per == "person":
        return False
    inside = text[opened + 1 : one.start]
    return not re.search(r"\bplus\b|\bfor (?!each|every|\d)\w+ \w*|\band a\b", inside) and "\u00a3" in text[:opened]


def _without_rates(sums: list[Sum], text: str) -> list[Sum]:
    plain = [one for one in sums if not one.rate and one.pence]
    rates = [one for one in sums if one.rate and one.pence]
    if not plain or not rates:
        return sums
    dropped: set[Sum] = set()
    for rate in rates:
        for total in plain:
            dropped |= _said_twice(rate, total, text)
    return [one for one in sums if one not in dropped]


def _multiple(total: Sum, rate: Sum) -> bool:
    return bool(total.pence and rate.pence and total.pence > rate.pence and total.pence % rate.pence == 0)


def _said_twice(rate: Sum, total: Sum, text: str) -> set[Sum]:
    first, second = sorted((rate, total), key=lambda one: one.start)
    between = text[max(first.end, second.start - 70) : second.start]
    if first is total and not (_WORKED_OUT.search(between) and (_multiple(total, rate) or not between.endswith("("))):
        return set()
    if first is rate and not (_TOTAL_BEFORE.search(between) or _TOTAL_AFTER.match(text[total.end :])):
        return set()
    return {total if rate.per == "person" else rate}


def _without_totals(sums: list[Sum], text: str) -> list[Sum]:
    if len(sums) < 2:
        return sums
    for total in sums:
        others = [one for one in sums if one is not total]
        if len(others) > 1 and total.pence == sum(one.pence or 0 for one in others) and _is_marked(total, sums, text):
            return others
    if len(sums) > 2 and _PARTS.search(text, sums[0].end, sums[1].start):
        return sums[1:]
    first, last = sums[0], sums[-1]
    if _PARTS.search(text, first.end, sums[1].start) and "total" in text[max(0, first.start - 30) : first.start]:
        return sums[1:]
    if re.search(
        r"\b(?:total\w*|bringing|making)\b[^\u00a3]{0,40}$", text[max(first.end, last.start - 50) : last.start]
    ):
        return sums[:-1]
    return sums


def _is_marked(total: Sum, sums: Sequence[Sum], text: str) -> bool:
    """Whether words beside a sum say that the others are its parts, or it theirs."""
    if total is sums[0]:
        return bool(
            _PARTS.search(text, total.end, sums[1].start)
            or "(" in text[total.end : sums[1].start]
            or "total" in text[max(0, total.start - 30) : sums[1].start]
        )
    return total is sums[-1] and bool(
        _TOTAL_BEFORE.search(text[max(0, total.start - 60) : total.start]) or _TOTAL_AFTER.match(text[total.end :])
    )


def _purposes(sums: Sequence[Sum], text: str, before: str) -> list[str]:
    """For each sum what it is for: what follows it, else what is said after a later one, else what stands before."""
    ends = [*(one.start for one in sums[1:]), len(text)][: len(sums)]
    own = [text[one.end : end] for one, end in zip(sums, ends, strict=True)]
    for place in range(len(own) - 2, -1, -1):
        if not re.search(
            r"\b(?:for|to|in|because|towards|spent|due|owed|of|by|as)\b\s+(?!(?:each|mr|mrs|ms|miss|mx)\b)", own[place]
        ):
            own[place] = own[place + 1]
    heads = [text[: one.start] if place == 0 else "" for place, one in enumerate(sums)]
    return [f"{head} {reason}" if head or reason else before for head, reason in zip(heads, own, strict=True)]


def _kind(verb: str, reason: str, text: str, before: str) -> Kind:
    giving_back = verb in _GIVING_BACK or bool(
        re.search(r"^.{0,50}\b(?:refund|reimbursement|waiver|repayment)\b", text)
    )
    if verb == "pay" and re.match(r"\s*for\b", text) and not _SYMBOLIC.search(reason):
        return "quantifiable-loss"
    if (giving_back and verb != "contribute") or re.search(r"\bto (?:reimburse|repay|refund)\b", reason):
        return "quantifiable-loss"
    for words in (reason, text, before):
        if kind := _by_words(words):
            return kind
    return "quantifiable-loss" if _FOR_A_THING.search(reason) else "symbolic-payment"


def _by_words(words: str) -> Kind | None:
    found: list[tuple[int, Kind]] = []
    patterns: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("loss-of-service", _LOSS_OF_SERVICE),
        ("quantifiable-loss", _LOSS),
        ("symbolic-payment", _SYMBOLIC),
    )
    for kind, pattern in patterns:
        if hit := pattern.search(words):
            found.append((hit.start(), kind))
    if not found:
        return None
    if _FOR_DISTRESS.search(words):
        return "symbolic-payment"
    by_kind = {kind: place for place, kind in found}
    if "loss-of-service" in by_kind and by_kind["loss-of-service"] <= by_kind.get("symbolic-payment", 10**9) + 40:
        return "loss-of-service"
    return min(found)[1]
