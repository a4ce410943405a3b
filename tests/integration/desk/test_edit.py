"""A draft written anew in place: numbers stay, and nobody overwrites anybody."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.build.decision import NOON, published
from tests.build.draft import WRITER, draft
from tests.build.form import fields_of
from tests.build.person import signed_in_client
from upheld.editorial.actions.edit_draft import edit_draft
from upheld.editorial.models import Draft
from upheld.editorial.queries.draft import get_text

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

SECTIONS = [
    {"heading": "The complaint", "blocks": [
        {"number": 1, "text": "Mrs B wrote to the Council."},
        {"number": 2, "text": "See paragraph 3.", "items": ["one", {"printed": "(b)", "text": "two"}]},
    ]},
    {"heading": "What I found", "blocks": [
        {"number": 3, "text": "It was late."},
        {"text": "", "table": {"rows": [("Month", "Sum"), ("May", "£1")], "header": True}},
    ]},
]  # fmt: skip


@pytest.fixture
def editor() -> Client:
    return signed_in_client("editor", email=WRITER)


@pytest.fixture
def one() -> Draft:
    return draft(sections=SECTIONS)


def page(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def save(client: Client, one: Draft, at: str, **written: str) -> Any:
    address = f"/desk/drafts/{one.uid}/edit"
    sent = fields_of(client.get(f"{address}?at={at}"), address)
    return client.post(address, sent | {name.replace("__", ":"): text for name, text in written.items()})


def now_says(one: Draft) -> Any:
    return get_text(one.uid, Draft.objects.get(pk=one.pk).revision)


def lines(one: Draft) -> list[tuple[int | None, str]]:
    return [(block.number, block.text) for section in now_says(one).sections for block in section.blocks]


def test_every_place_of_the_text_can_be_reached(editor: Client, one: Draft) -> None:
    shown = page(editor.get(f"/desk/drafts/{one.uid}/edit"))
    for at in ("facts", "summary", "end", "section-1", "p1", "p2", "p3", "p3-1"):
        assert f"/edit?at={at}" in shown
        assert editor.get(f"/desk/drafts/{one.uid}/edit?at={at}").status_code == 200
    assert editor.get(f"/desk/drafts/{one.uid}/edit?at=p99").status_code == 404


def test_a_paragraph_keeps_its_number(editor: Client, one: Draft) -> None:
    response = save(editor, one, "p1", text__p1="Mrs B wrote twice.")
    assert response["Location"] == f"/desk/drafts/{one.uid}#p1"
    assert lines(one)[:3] == [(1, "Mrs B wrote twice."), (2, "See paragraph 3."), (3, "It was late.")]


def test_an_empty_line_parts_a_paragraph_and_what_follows_moves_and_is_told(editor: Client, one: Draft) -> None:
    response = save(editor, one, "p1", text__p1="Mrs B wrote.\r\n\r\nShe waited.")
    assert lines(one)[:4] == [(1, "Mrs B wrote."), (2, "She waited."), (3, "See paragraph 3."), (4, "It was late.")]
    told = page(editor.get(response["Location"]))
    assert "2 is now 3" in told
    assert "name another by its number: 3." in told


def test_saving_without_a_change_changes_nothing(editor: Client, one: Draft) -> None:
    save(editor, one, "section-2")
    assert Draft.objects.get().revision == 1


def test_items_tables_headings_and_the_summary_are_written_in_fields_of_their_own(editor: Client, one: Draft) -> None:
    address = f"/desk/drafts/{one.uid}/edit"
    for at, name, text in (
        ("p2", "text:p2 item 1", "first"),
        ("section-2", "table:table p3-1", "Month | Sum\nMay | £1\nJune | £2"),
        ("section-1", "text:section 1 heading", "What she said"),
        ("summary", "text:summary", "Another summary."),
        ("end", "after:p3-1", "The end."),
        ("p3", "heading:p3", "My view"),
    ):
        response = editor.get(f"{address}?at={at}")
        assert editor.post(address, fields_of(response, address) | {name: text}).status_code == 303
    record = now_says(one)
    assert record.summary == "Another summary."
    assert [section.heading for section in record.sections] == ["What she said", "What I found", "My view"]
    assert record.sections[0].blocks[1].items[0] == "first"
    assert record.sections[2].blocks[1].table.rows[2] == ("June", "£2")
    assert record.sections[2].blocks[2].text == "The end."


def test_paragraphs_can_be_joined(editor: Client, one: Draft) -> None:
    refused = save(editor, one, "p3", join="p3")
    assert refused.status_code == 422
    assert "no paragraph directly before" in page(refused)
    save(editor, one, "p2", join="p2")
    assert lines(one)[0] == (1, "Mrs B wrote to the Council. See paragraph 3.")


def test_what_it_is_can_be_filled_in(editor: Client, one: Draft) -> None:
    published("20 000 001", organisations=[{"name": "Oakmere District Council"}])
    address = f"/desk/drafts/{one.uid}/edit"
    sent = fields_of(editor.get(f"{address}?at=facts"), address)
    found = editor.post(address, sent | {"do": "find-body", "find_body": "oakmere"})
    assert 'value="Oakmere District Council"' in page(found)
    added = editor.post(address, sent | {"add_body": "Oakmere District Council"})
    wrong = editor.post(address, fields_of(added, address) | {"day": "40"})
    assert wrong.status_code == 422
    editor.post(address, fields_of(added, address) | {"outcome": "not-upheld", "day": "6"})
    record = now_says(one)
    assert [body.name for body in record.organisations] == ["Alderford Borough Council", "Oakmere District Council"]
    assert (record.outcome, record.decided_on.day) == ("Not upheld", 6)
    assert record.summary


def test_who_comes_second_sees_both_texts_and_loses_none(editor: Client, one: Draft) -> None:
    address = f"/desk/drafts/{one.uid}/edit"
    sent = fields_of(editor.get(f"{address}?at=p3"), address)
    other = signed_in_client("editor")
    save(other, one, "p3", text__p3="It was very late.")
    response = editor.post(address, sent | {"text:p3": "It was late by a year."})
    assert response.status_code == 409
    shown = page(response)
    assert other.person.email in shown  # type: ignore[attr-defined]
    assert "very" in shown
    assert ">It was late by a year.</textarea>" in shown
    assert lines(one)[2] == (3, "It was very late.")
    merged = editor.post(address, fields_of(response, address) | {"text:p3": "It was very late, by a year."})
    assert merged.status_code == 303
    assert lines(one)[2] == (3, "It was very late, by a year.")


def test_theirs_can_be_kept(editor: Client, one: Draft) -> None:
    address = f"/desk/drafts/{one.uid}/edit"
    sent = fields_of(editor.get(f"{address}?at=p3"), address)
    edit_draft(one.uid, 1, _with_text(one, 2, "Theirs."), by="finch@ombudsman.example", at=NOON)
    response = editor.post(address, sent | {"text:p3": "Mine."})
    editor.post(address, fields_of(response, address) | {"use:text:p3": "theirs"})
    assert lines(one)[2] == (3, "Theirs.")


def test_mine_finds_its_paragraph_when_theirs_moved_it(editor: Client, one: Draft) -> None:
    address = f"/desk/drafts/{one.uid}/edit"
    sent = fields_of(editor.get(f"{address}?at=p3"), address)
    other = signed_in_client("editor")
    save(other, one, "p1", text__p1="One.\n\nTwo.")
    response = editor.post(address, sent | {"text:p3": "It was late by a year."})
    assert "They did not change it." in page(response)
    editor.post(address, fields_of(response, address))
    assert lines(one)[3] == (4, "It was late by a year.")


def test_two_people_filling_in_facts_keep_what_each_changed(editor: Client, one: Draft) -> None:
    address = f"/desk/drafts/{one.uid}/edit"
    sent = fields_of(editor.get(f"{address}?at=facts"), address)
    other = signed_in_client("editor")
    save(other, one, "facts", outcome="not-upheld")
    response = editor.post(address, sent | {"year": "2021"})
    assert response.status_code == 409
    assert "was <del>Upheld</del>, is now <ins>Not upheld</ins>" in page(response)
    editor.post(address, fields_of(response, address))
    record = now_says(one)
    assert (record.outcome, record.decided_on.year) == ("Not upheld", 2021)


def test_who_may_only_read_cannot_write(one: Draft) -> None:
    reader = signed_in_client("reader")
    assert reader.get(f"/desk/drafts/{one.uid}/edit").status_code == 403
    assert reader.post(f"/desk/drafts/{one.uid}/edit", {}).status_code == 403


def test_marks_in_the_text_stay_inside_their_fields(editor: Client) -> None:
    evil = '</textarea><img src=x onerror="alert(1)">'
    one = draft(summary=evil, sections=[{"heading": evil, "blocks": [{"number": 1, "text": evil, "items": [evil]}]}])
    for at in ("", "facts", "summary", "section-1", "p1"):
        assert "<img" not in editor.get(f"/desk/drafts/{one.uid}/edit?at={at}").content.decode()


def _with_text(one: Draft, place: int, text: str) -> Any:
    record = get_text(one.uid, 1)
    sections = list(record.sections)
    blocks = list(sections[1].blocks)
    blocks[place - 2] = blocks[place - 2].model_copy(update={"text": text})
    sections[1] = sections[1].model_copy(update={"blocks": tuple(blocks)})
    return record.model_copy(update={"sections": tuple(sections)})


def test_enter_saves_and_joins_nothing(editor: Client, one: Draft) -> None:
    shown = page(editor.get(f"/desk/drafts/{one.uid}/edit?at=section-1"))
    first = re.findall(r"<button[^>]+>", shown.partition('<form class="edit"')[2])[0]  # what a browser takes for Enter
    assert 'name="do" value="save"' in first
