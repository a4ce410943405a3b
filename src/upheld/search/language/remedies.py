"""What people call the kinds of remedy."""

from collections.abc import Mapping
from typing import get_args

from upheld.analysis.remedy import Kind
from upheld.search.language.matching import Named

_MONEY = ("symbolic-payment", "quantifiable-loss", "loss-of-service")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "apology": ("apology", "apologies", "apologise", "sorry"),
    "records": ("records", "record", "correct records", "correction of records", "records put right", "amend records"),
    "symbolic-payment": (
        "symbolic payment", "distress", "time and trouble", "distress payment", "payment for distress", "inconvenience",
        "a payment for distress, or for time and trouble",
    ),
    "quantifiable-loss": (
        "refund", "refunds", "reimbursement", "repayment", "waiver", "write off", "loss", "quantifiable loss",
        "a payment for what was lost", "backdated payment", "arrears",
    ),
    "loss-of-service": (
        "missed service", "missed services", "loss of service", "missed education", "lost provision",
        "missed provision", "a payment for a service that was missed",
    ),
    "reconsideration": (
        "reconsideration", "new decision", "review", "appeal", "new appeal", "reassessment", "fresh decision",
        "new assessment", "reconsider", "a new decision, review or appeal",
    ),
    "information": ("information", "advice", "explanation", "information or advice", "letter"),
    "services": ("services", "service", "provide services", "services provided", "provision"),
    "training": ("training", "guidance", "staff training", "reminder", "briefing", "training or guidance for staff"),
    "procedure": (
        "procedure", "procedures", "policy", "policies", "policy review", "review of procedures", "process", "audit",
        "a review of procedures or policy", "service improvement", "service improvements",
    ),
    "other": ("other", "another step"),
}  # fmt: skip
_MONEY_WORDS = ("payment", "payments", "money", "compensation", "financial", "financial redress", "sum")

REMEDY_NAMES = (
    *(Named(kind, name) for kind in get_args(Kind) for name in (kind, *_WORDS[kind])),
    *(Named(kind, name) for kind in _MONEY for name in _MONEY_WORDS),
)
"""Every word for every kind; the words for money stand for three kinds."""
