"""What keeps a draft back, in two or three words: for rows of a table and the choices of Find."""

BLOCKERS = {
    "open-findings": "Findings to answer",
    "unconfirmed": "Second person to confirm",
    "not-read-cleanly": "Reading to accept",
    "file-not-clean": "File not clean",
    "no-summary": "No summary",
    "no-outcome": "No outcome",
    "no-text": "No text",
    "no-reference": "No reference",
    "reference-misfit": "Reference not as usual",
    "no-document-type": "No document type",
    "no-organisation": "No organisation",
    "no-category": "No category",
    "no-decision-date": "No decision date",
    "misfit": "Does not fit the scheme",
    "duplicate-reference": "Reference is taken",
    "same-text": "Same text as another",
    "open-review": "Review open",
    "open-court": "Judicial review open",
    "held": "Held",
    "never": "Never to be published",
    "never-proposed": "Never proposed",
    "not-correctable": "Cannot be corrected now",
    "decision-moved": "Decision changed meanwhile",
    "unchanged": "Changes nothing",
    "second-person-missing": "Approval of a second person",
}


def say_blocker(code: str) -> str:
    """The blocker in words; its code where it is a new one."""
    return BLOCKERS.get(code) or code.replace("-", " ").capitalize()
