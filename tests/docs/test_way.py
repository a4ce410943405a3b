"""The page on the way of a decision shows the way that the rules allow."""

from tests.docs.way_page import PAGE, render
from upheld.editorial.rules import STATES


def test_the_page_is_what_the_rules_say() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == render(page), "write it anew: python -m tests.docs.way_page"


def test_the_diagram_has_every_state_and_leads_from_the_start() -> None:
    page = PAGE.read_text(encoding="utf-8")
    diagram = page.split("```mermaid")[1].split("```")[0]
    assert "[*] --> draft" in diagram
    for slug in STATES:
        assert f" as {slug}" in diagram
        assert f"--> {slug}:" in diagram
