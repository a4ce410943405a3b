"""The cases as interchange records."""

from typing import Any

from upheld.demo.bodies import printed_name
from upheld.demo.cases import Case
from upheld.demo.remedies import Act, list_acts
from upheld.demo.reports import write_report
from upheld.demo.statements import as_item, write_statement
from upheld.demo.summaries import briefly, summarise

_WITHOUT_TEXT = 0.12  # some decisions are known from a listing only
_GIVES_REMEDIES = 0.4  # of those with a text; from the others they are read
_GENERAL = 0.3  # of health cases have no subcategory


def values_of(case: Case) -> dict[str, Any]:
    """The interchange values of the decision, as it stands in the end."""
    acts = list_acts(case)
    rng = case.random("record")
    sections = _sections(case, acts) if case.report or rng.random() >= _WITHOUT_TEXT else []
    gives_remedies = not sections or rng.random() < _GIVES_REMEDIES
    values: dict[str, Any] = {
        "reference": case.reference,
        "document_type": "Report" if case.report else "Statement",
        "outcome": case.outcome,
        "organisations": _organisations(case),
        "category": case.matter.category,
        "subcategory": None if case.matter.category == "Health" and rng.random() < _GENERAL else case.matter.under,
        "decided_on": case.decided_on.isoformat(),
        "published_on": case.published_on.isoformat(),
        "summary": summarise(case, acts),
        "sections": sections,
        "remedies": [act.remedy(_printed(act, case, acts, sections)) for act in acts] if gives_remedies else [],
        "related": list(case.related),
        "also_known_as": list(case.also_known_as),
    }
    return {
        key: value for key, value in values.items() if value not in ([], None) or key in {"organisations", "outcome"}
    }


def _sections(case: Case, acts: list[Act]) -> list[dict[str, object]]:
    return write_report(case, acts) if case.report else write_statement(case, acts)


def _organisations(case: Case) -> list[dict[str, str]]:
    if not case.body_stated:
        return []
    return [{"name": printed_name(body, case.published_on)} for body in case.bodies]


def _printed(act: Act, case: Case, acts: list[Act], sections: list[dict[str, object]]) -> str:
    """The list item, or without sections the words of the summary, from which the remedy is read."""
    if not sections:
        return briefly(act, case)
    group = [other for other in acts if (other.whom == "complainant") == (act.whom == "complainant")]
    if act.status == "done":
        group = acts
    return as_item(act, last=act is group[-1])
