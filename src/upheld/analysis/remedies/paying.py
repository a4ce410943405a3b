"""Which acts pay, give back or do not ask for money: by the verb and what it governs."""

import re

_CHARGE = (
    r"(?:charges?|fees?|debts?|invoices?|bills?|arrears|penalt(?:y|ies)|fines?|overpayments?|costs?|sums?|money"
    r"|amounts?|liability|rent|"
    r"contributions?|balance|notices?|recovery|summons|deposit|interest|orders?|outstanding|loan|\u00a3|credit"
    r"|ticket|pcns?|difference|surplus)"
)
_MONEY_RULES: tuple[tuple[frozenset[str], re.Pattern[str] | None], ...] = (
    (frozenset("pay repay refund reimburse compensate waive credit deduct offset contribute honour".split()), None),
    (
        frozenset("backdate".split()),
        re.compile(
            r"^(?!\s*(?:it|this|that)\b|.*\b(?:priority|registration|band|banding|application|register|tenancy)\b)"
        ),
    ),
    (frozenset("write".split()), re.compile(r"^\s*off\b")),
    (
        frozenset("award grant apply give".split()),
        re.compile(r"^.{0,40}?\b(?:discount|exemption|reduction|relief|rebate)s?\b"),
    ),
    (
        frozenset("consider".split()),
        re.compile(r"^\s*(?:making |paying |offering )?(?:an? )?(?:\w+ ){0,2}?(?:payment|refund|compensation)\b"),
    ),
    (frozenset("apply".split()), re.compile(r"^\s*(?:any |a |the )?refunds?\b")),
    (
        frozenset("amend adjust revise".split()),
        re.compile(
            r"^\s*(?:the |his |her |their |any |all )?(?:\w+'s )?(?:outstanding |remaining )(?:charges?|balance|debt)"
        ),
    ),
    (frozenset("open set".split()), re.compile(r"^.{0,40}?\baccount\b.*\u00a3")),
    (frozenset("write".split()), re.compile(r"^\s*[^.;,]{0,60}\boff\b")),
    (
        frozenset(
            (
                "cancel remove withdraw reduce clear settle stop cease return pursue charge recover seek collect "
                "enforce drop quash lift"
            ).split()
        ),
        re.compile(
            rf"^.{{0,70}}?\b{_CHARGE}(?:\b|(?<=\u00a3))|^\s*(?:charging|recovering|pursuing)|^\s*(?:mr|mrs|ms"
            rf"|miss) \w+ (?:for|any)|^\s*for\b"
        ),
    ),
    (
        frozenset("meet cover fund bear".split()),
        re.compile(
            r"^.{0,60}?\b(?:costs?|half|fees?|expenses|shortfall|charges?|\d+%|difference|bill)\b|^.{0,40}\u00a3"
        ),
    ),
    (
        frozenset("increase raise top".split()),
        re.compile(r"^.{0,60}?\b(?:offer|payment|amount|sum|compensation|award)\b|^.{0,40}\u00a3"),
    ),
    (
        frozenset("make provide give offer award issue send arrange propose".split()),
        re.compile(
            r"^\s*(?:up )?(?:\w+ (?:and \w+ \w+ )?\w+ )??(?:(?:mr|mrs|ms|miss|mx|dr) \w(?:'s \w+)? |(?:him|her|them"
            r"|the \w+|each) )?(?:with )?(?:an? |the |two |three |its |further |additional |one-off |"
            r"small |modest |suitable |appropriate |symbolic |financial |single |token |nominal |separate "
            r"|equivalent |lump |backdated |\u00a3[\d,.]+ |\w+ ){0,4}?"
            r"(?:payments?|sum|sums|compensation|contribution|financial remedy|redress|award|gesture|voucher"
            r"|refund|reimbursement|remuneration|symbolic amount|amount|goodwill)\b"
        ),
    ),
    (
        frozenset("make provide give offer award issue send".split()),
        re.compile(
            r"^\s*(?:(?:mr|mrs|ms|miss|mx|dr) \w(?:'s \w+)? |(?:him|her|them|the \w+|each) )?(?:with )?(?:an? |the "
            r"|another |a further )?(?:additional |extra )?\u00a3"
        ),
    ),
)
_BY_VERB = {
    verb: [pattern for verbs, pattern in _MONEY_RULES if verb in verbs]
    for verb in frozenset().union(*(verbs for verbs, _ in _MONEY_RULES))
}


def is_money(verb: str, text: str) -> bool:
    """Whether the verb with this object pays, gives back or does not ask for money."""
    return any(pattern is None or pattern.search(text) for pattern in _BY_VERB.get(verb, ()))
