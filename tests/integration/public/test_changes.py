"""What a version changed: shown word by word, and never beside words that were taken away to protect somebody."""

import datetime as dt
from typing import Any

import pytest

from tests.build.decision import NOON, published, record
from tests.build.reader import Reader, Seen, words
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.follow_up import follow_up
from upheld.register.actions.hold import hold
from upheld.register.actions.redact import redact
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision

pytestmark = pytest.mark.django_db
ADDRESS = "/decisions/housing/homelessness/21-000-001"
PARAGRAPHS = [
    "Mr K complained about his rent.", "He wrote in May.", "The Council did not reply.", "He wrote again in June.",
    "It then paid £300.",
]  # fmt: skip


def sections(*paragraphs: str) -> list[dict[str, Any]]:
    blocks = [{"number": number, "text": text} for number, text in enumerate(paragraphs, 1)]
    return [{"heading": "What we found", "blocks": blocks}]


def corrected(decision: Decision, number: int, **values: Any) -> None:
    fresh = record(**values)
    correct([Correction(decision.pk, number, fresh, "major")], by="editor", at=NOON)


def marked(seen: Seen, name: str) -> list[str]:
    """The words in `del` or `ins` within the passages, without those that are only said."""
    found = seen.page.xpath(f"//p[contains(@class, 'change__text')]//{name}")
    return [words("".join(one.xpath("text()"))) for one in found]


def test_the_words_that_changed_are_marked_and_said(reader: Reader) -> None:
    decision = published(sections=sections(*PARAGRAPHS))
    corrected(decision, 1, sections=sections(*PARAGRAPHS[:4], "It then paid £350."))
    seen = reader.get(f"{ADDRESS}/v/2/changes")
    assert seen.status == 200
    assert "Corrected on 2 March 2026: to correct a mistake of fact" in seen.main
    assert (marked(seen, "del"), marked(seen, "ins")) == (["£300"], ["£350"])
    assert "It then paid [removed: £300] [added: £350] ." in seen.main
    assert seen.links()["Paragraph 5"] == f"{ADDRESS}#p5"
    assert seen.links()["Version 1, before this change"] == f"{ADDRESS}/v/1"
    assert "noindex" in seen.header("X-Robots-Tag")
    assert seen.all("//link[@rel='canonical']/@href")[0].endswith(ADDRESS)


def test_paragraphs_that_did_not_change_are_put_away(reader: Reader) -> None:
    decision = published(sections=sections(*PARAGRAPHS))
    corrected(decision, 1, sections=sections(*PARAGRAPHS[:4], "It then paid £350."))
    seen = reader.get(f"{ADDRESS}/v/2/changes")
    assert seen.all("//details/summary") == ["3 passages that did not change"]
    away = " ".join(seen.all("//details"))
    assert "The Council did not reply." in away
    assert "He wrote again in June." not in away


def test_a_new_paragraph_is_the_only_change_though_the_numbers_move(reader: Reader) -> None:
    decision = published(sections=sections(*PARAGRAPHS))
    corrected(decision, 1, sections=sections("A first one.", *PARAGRAPHS))
    seen = reader.get(f"{ADDRESS}/v/2/changes")
    assert "1 passage changed." in seen.main
    assert marked(seen, "ins") == ["A first one."]
    assert "Paragraph 1 added" in seen.main


def test_facts_and_remedies_are_compared_in_words(reader: Reader) -> None:
    remedy = {"kind": "apology", "status": "agreed", "text": "apologise to Mr K"}
    decision = published(outcome=None, remedies=[remedy])
    corrected(decision, 1, outcome="Not upheld", decided_on=dt.date(2022, 4, 6), category="Education",
              subcategory=None, remedies=[{**remedy, "status": "done"}])  # fmt: skip
    seen = reader.get("/decisions/education/21-000-001/v/2/changes")
    assert "Outcome: was not stated, is now Not upheld" in seen.main
    assert "Category: was Housing > Homelessness, is now Education" in seen.main
    assert "Decision date: was 5 April 2022, is now 6 April 2022" in seen.main
    assert (marked(seen, "del"), marked(seen, "ins")) == (["agreed"], ["done"])


def test_the_versions_can_be_read_side_by_side(reader: Reader) -> None:
    decision = published(sections=sections(*PARAGRAPHS))
    corrected(decision, 1, sections=sections(*PARAGRAPHS[:4], "It then paid £350.", "And said sorry."))
    seen = reader.get(f"{ADDRESS}/v/2/changes")
    side = reader.get(seen.links()["Show side by side"])
    [row] = side.page.xpath("//tr[contains(@class, '--changed')]")
    old, new = (words(cell.text_content()) for cell in row.xpath("td"))
    assert "It then paid [removed: £300] ." in old
    assert "It then paid [added: £350] ." in new
    assert side.all("//th[@scope='col']")[:3] == ["Where", "Version 1", "Version 2"]
    assert side.links()["Show in one column"] == f"{ADDRESS}/v/2/changes"
    [added] = side.page.xpath("//tr[contains(@class, '--added')]")
    assert "Not there" in added.text_content()


def test_numbers_and_layout_alone_are_said_to_be_no_change_of_words(reader: Reader) -> None:
    decision = published(sections=sections(*PARAGRAPHS))
    moved = sections(*PARAGRAPHS)
    moved[0]["blocks"][4]["number"] = 9
    corrected(decision, 1, sections=moved)
    assert "No word changed" in reader.get(f"{ADDRESS}/v/2/changes").main


def test_from_any_address_of_the_decision_it_is_found(reader: Reader) -> None:
    decision = published()
    corrected(decision, 1, summary="Another.")
    seen = reader.get("/decisions/21-000-001/v/2/changes?view=side")
    assert (seen.status, seen.location) == (301, f"{ADDRESS}/v/2/changes?view=side")
    assert [reader.get(f"{ADDRESS}/v/{number}/changes").status for number in (0, 1, 3)] == [404, 404, 404]


def test_history_leads_to_each_version_and_what_it_changed(reader: Reader) -> None:
    decision = published()
    corrected(decision, 1, summary="Another.")
    corrected(decision, 2, summary="A third.")
    links = reader.get(ADDRESS).links("//*[@id='history']")
    assert links == {
        "What changed in version 3": f"{ADDRESS}/v/3/changes",
        "Version 2": f"{ADDRESS}/v/2",
        "What changed in version 2": f"{ADDRESS}/v/2/changes",
        "Version 1": f"{ADDRESS}/v/1",
    }
    old = reader.get(f"{ADDRESS}/v/2")
    assert "This is an earlier version" in old.main
    assert {f"{ADDRESS}/v/2/changes", f"{ADDRESS}/v/3/changes", f"{ADDRESS}/v/1", ADDRESS} <= set(old.links().values())
    assert reader.get(f"{ADDRESS}/v/2/changes").links()["What changed in version 3"] == f"{ADDRESS}/v/3/changes"


@pytest.mark.parametrize(("move", "status"), [(hold, 404), (withdraw, 410)], ids=["held", "withdrawn"])
def test_what_is_out_of_sight_shows_no_change(reader: Reader, move: Any, status: int) -> None:
    decision = published(summary="A heron was hurt.")
    corrected(decision, 1, summary="A bittern was hurt.")
    move([decision.pk], by="editor", at=NOON)
    seen = reader.get(f"{ADDRESS}/v/2/changes")
    assert seen.status == status
    assert "heron" not in seen.text


def erased_in_the_middle() -> Decision:
    """Versions 1 to 4: the second brought a name, the third changed something else, the fourth took the name out."""
    decision = published(sections=sections(*PARAGRAPHS))
    named = ["Jane Heron complained about her rent.", *PARAGRAPHS[1:]]
    corrected(decision, 1, sections=sections(*named))
    corrected(decision, 2, sections=sections(*named[:4], "It then paid £350."))
    redact(decision.pk, ["Jane Heron"], "[removed]", by="editor", at=NOON)
    return decision


@pytest.mark.parametrize("view", ["", "?view=side"])
def test_beside_an_erased_version_nothing_is_compared(reader: Reader, view: str) -> None:
    erased_in_the_middle()
    answers = {number: reader.get(f"{ADDRESS}/v/{number}/changes{view}") for number in (2, 3, 4)}
    assert [seen.status for seen in answers.values()] == [410, 410, 200]
    for seen in answers.values():
        assert "To protect someone's identity" in seen.main
        assert "Heron" not in seen.response.content.decode()
        assert not seen.page.xpath("//main//del | //main//ins | //main//table | //main//details")
        assert "[removed]" not in seen.main
        assert "complained" not in seen.main
        assert "Paragraph" not in seen.main


def test_what_was_withheld_is_the_same_whatever_went(reader: Reader) -> None:
    """The page tells nothing of the length or place of the words, or of what else changed with them."""
    answers: list[str] = []
    for summary in (
        "Jane Heron complained.",
        "It was late. " * 50 + "Her neighbour, Jane Heron of Mill Lane, said so.",
    ):
        decision = published(f"21 000 00{len(answers) + 1}", summary=summary)
        redact(decision.pk, ["Jane Heron of Mill Lane", "Jane Heron"], "[removed]", by="editor", at=NOON)
        seen = reader.get(f"{decision.get_absolute_url()}/v/2/changes")
        answers.append(seen.main.replace("21 000 002", "21 000 001"))
    assert answers[0] == answers[1]


def test_history_and_versions_lead_to_no_change_beside_an_erased_version(reader: Reader) -> None:
    erased_in_the_middle()
    pages = [reader.get(ADDRESS), reader.get(f"{ADDRESS}/v/1"), reader.get(f"{ADDRESS}/v/4/changes")]
    for seen in pages:
        assert not [href for href in seen.links().values() if href.endswith("/changes")]
    assert "Version 2, erased" in pages[0].main
    assert "Words removed on 2 March 2026: to protect someone's identity" in pages[0].main


def test_a_correction_made_to_protect_somebody_is_not_compared(reader: Reader) -> None:
    decision = published(summary="Jane Heron complained.")
    fresh = record(summary="Miss Q complained.")
    correct([Correction(decision.pk, 1, fresh, "minor", "identity")], by="editor", at=NOON)
    seen = reader.get(f"{ADDRESS}/v/2/changes")
    assert seen.status == 200
    assert "Heron" not in seen.text
    assert "Miss Q" not in seen.main


def test_what_became_of_a_decision_is_told_on_both_pages(reader: Reader) -> None:
    first = published(satisfied_on=dt.date(2024, 2, 18))
    further = published("23 000 001", published_on=dt.date(2023, 9, 1), decided_on=dt.date(2023, 8, 1))
    follow_up(first.pk, further.pk, by="editor", at=NOON)
    seen = reader.get(ADDRESS)
    assert "The Ombudsman was satisfied with the organisation’s response on 18 February 2024." in seen.main
    assert "A further report followed: 23 000 001." in seen.main
    lines = seen.all("//*[@id='history']//li/p[1]")
    assert [line.split(" on ")[0] for line in lines] == [
        "First published here", "The Ombudsman was satisfied with the response",
        "A further report followed: 23 000 001, 1 September 2023",
    ]  # fmt: skip
    other = reader.get(further.get_absolute_url())
    assert "This is a further report. It followed 21 000 001." in other.main
    assert other.links()["21 000 001"] == ADDRESS


def test_a_further_report_out_of_sight_is_not_told(reader: Reader) -> None:
    first, further = published(), published("23 000 001")
    follow_up(first.pk, further.pk, by="editor", at=NOON)
    hold([further.pk], by="editor", at=NOON)
    assert "23 000 001" not in reader.get(ADDRESS).text


def test_a_further_report_that_the_register_does_not_have_is_named(reader: Reader) -> None:
    published(further_reports=["23 000 001"])
    seen = reader.get(ADDRESS)
    assert "A further report followed: 23 000 001." in seen.main
    assert "23 000 001" not in seen.links()
