"""Decisions given in at the desk: read at once, shown beside their source, completed, and taken in as drafts."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.build.decision import published
from tests.build.form import fields_of
from tests.build.hostile import packed_tightly
from tests.build.person import signed_in_client
from upheld.desk.pages.take_in import make_taken_in
from upheld.editorial.models import Draft
from upheld.editorial.records import read_draft
from upheld.ingest.actions.take_uploads import Taken

pytestmark = pytest.mark.django_db

TEXT = """Alderford Borough Council (21 000 001)

Category: Housing > Homelessness
Decision: Upheld
Decision date: 14 March 2022

Summary: Mrs B complained that the Council lost her papers.

The complaint

1. Mrs B complained about the Council.

2. It lost her papers.
"""
BARE = TEXT.replace(" (21 000 001)", "").replace("Category: Housing > Homelessness\n", "")


@pytest.fixture
def editor() -> Client:
    return signed_in_client("editor")


def give(client: Client, *files: tuple[str, bytes], **fields: str) -> Any:
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post("/desk/take-in", {"files": sent, **fields})


def page(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def fields(response: Any) -> dict[str, str]:
    """What the form of the page would send."""
    return fields_of(response, "/desk/drafts/new")


def test_the_form_says_its_limits_and_that_files_are_not_kept(editor: Client) -> None:
    shown = page(editor.get("/desk/take-in"))
    assert "250 files at once, 20 MB a file" in shown
    assert "The files themselves are not kept" in shown


@pytest.mark.parametrize("role", ["reader"])
def test_who_may_not_prepare_may_not_take_in(role: str) -> None:
    client = signed_in_client(role)
    assert client.get("/desk/take-in").status_code == 403
    assert give(client, ("a.txt", TEXT.encode())).status_code == 403
    assert client.get("/desk/drafts/new").status_code == 403


def test_a_stranger_is_sent_to_sign_in_before_anything_is_read() -> None:
    response = give(Client(enforce_csrf_checks=True), ("a.txt", TEXT.encode()))
    assert response.status_code == 302
    assert not Draft.objects.exists()


def test_a_form_of_another_site_is_refused(editor: Client) -> None:
    editor.handler.enforce_csrf_checks = True
    assert give(editor, ("a.txt", TEXT.encode())).status_code == 403


def test_one_file_is_shown_beside_its_source_and_taken_in_when_it_is_sent(editor: Client) -> None:
    response = give(editor, ("decision.txt", TEXT.encode()))
    shown = page(response)
    assert "Check the reading" in shown
    assert "Mrs B complained about the Council. 2. It lost her papers." in shown
    assert not Draft.objects.exists()
    taken = editor.post("/desk/drafts/new", fields(response) | {"do": "take-in"})
    draft = Draft.objects.get()
    assert (taken.status_code, taken["Location"]) == (303, f"/desk/drafts/{draft.uid}")
    assert (draft.reference, draft.source, draft.state) == ("21 000 001", "file", "draft")
    assert draft.prepared_by == editor.person.email  # type: ignore[attr-defined]


def test_what_is_not_found_is_told_and_can_be_filled_in(editor: Client) -> None:
    response = give(editor, ("letter.txt", BARE.encode()))
    shown = page(response)
    assert "Not found, please fill in:</strong> reference, category" in shown
    sent = fields(response)
    assert (sent["reference"], sent["place"]) == ("", "")
    editor.post(
        "/desk/drafts/new", sent | {"reference": "21 000 007", "place": "Housing > Homelessness", "do": "take-in"}
    )
    draft = Draft.objects.get()
    assert (draft.reference, draft.subcategory) == ("21 000 007", "Homelessness")
    assert draft.outside["file name"] == "letter.txt"


def test_a_pasted_text_is_read(editor: Client) -> None:
    response = editor.post("/desk/take-in", {"text": TEXT})
    editor.post("/desk/drafts/new", fields(response) | {"do": "take-in"})
    assert Draft.objects.get().source == "paste"


def test_a_form_alone_makes_a_draft(editor: Client) -> None:
    sent = {"reference": "21 000 009", "organisations": "Alderford Borough Council", "summary": "Late.",
            "text": "The complaint\n\n1. Mrs B wrote.\n\n2. It was late.", "do": "take-in"}  # fmt: skip
    assert editor.post("/desk/drafts/new", sent).status_code == 303
    draft = Draft.objects.get()
    record = read_draft(draft.revisions.get().record)
    assert draft.source == "form"
    assert [(block.number, block.text) for section in record.sections for block in section.blocks] == [
        (1, "Mrs B wrote."), (2, "It was late."),
    ]  # fmt: skip


def test_a_body_can_be_found_and_added_without_a_script(editor: Client) -> None:
    published()
    found = editor.post("/desk/drafts/new", {"do": "find-body", "find_body": "alderford", "reference": "21 000 009"})
    assert 'name="add_body" value="Alderford Borough Council"' in page(found)
    assert 'value="21 000 009"' in page(found)
    added = editor.post("/desk/drafts/new", {"add_body": "Alderford Borough Council", "organisations": "Other"})
    assert "Other Alderford Borough Council</textarea>" in page(added)


def test_what_cannot_be_kept_is_told_at_its_field(editor: Client) -> None:
    response = editor.post("/desk/drafts/new", {"day": "31", "month": "2", "year": "2022", "do": "take-in"})
    assert response.status_code == 422
    assert '<a href="#day">The decision date is no day of the calendar' in page(response)


def test_a_reading_cannot_be_forged(editor: Client) -> None:
    response = editor.post("/desk/drafts/new", {"reading": "forged", "do": "take-in"})
    assert response.status_code == 422
    assert "This reading is too old" in page(response)


@pytest.mark.slow
def test_many_files_each_say_what_became_of_them(editor: Client) -> None:
    other = TEXT.replace("21 000 001", "21 000 002")
    response = give(
        editor, ("one.txt", TEXT.encode()), ("two.txt", other.encode()), ("bad.pdf", b"%PDF-1.7"),
        ("bomb.docx", packed_tightly()), ("again.txt", TEXT.encode()),
    )  # fmt: skip
    shown = page(response)
    assert "2 drafts made, 2 not taken in, 1 the same as before." in shown
    assert "It is a PDF" in shown
    assert Draft.objects.count() == 2


def test_one_that_is_newer_replaces_the_one_that_waits_and_the_editor_is_told(editor: Client) -> None:
    newer = TEXT.replace("lost her papers.\n\nThe", "mislaid her papers.\n\nThe")
    give(editor, ("one.txt", TEXT.encode()), ("bad.txt", b""))
    response = give(editor, ("two.txt", newer.encode()), ("bad.txt", b""))
    assert "Taken in; it replaces the draft that waited" in page(response)
    assert Draft.objects.get().revision == 2


def test_of_two_texts_of_one_case_in_one_form_nobody_knows_the_newer(editor: Client) -> None:
    other = TEXT.replace("lost her papers.\n\nThe", "mislaid her papers.\n\nThe")
    shown = page(give(editor, ("one.txt", TEXT.encode()), ("two.txt", other.encode())))
    assert "1 draft made, 1 not taken in." in shown
    assert "one.txt has the same reference and another text, and came first. Look at both." in shown
    assert Draft.objects.get().revision == 1


def test_what_the_register_has_becomes_a_correction(editor: Client) -> None:
    decision = published()
    response = give(editor, ("one.txt", TEXT.encode()), ("bad.txt", b""))
    assert "Taken in as a correction" in page(response)
    assert Draft.objects.get().decision == decision


@pytest.mark.slow
def test_a_folder_of_files_is_taken_in_at_one_go(editor: Client) -> None:
    files = [(f"{n}.txt", TEXT.replace("21 000 001", f"21 000 {n:03d}").encode()) for n in range(1, 13)]
    response = give(editor, *files)
    assert "12 drafts made." in page(response)


@pytest.mark.slow
def test_a_bomb_by_itself_is_refused_with_a_sentence(editor: Client) -> None:
    response = give(editor, ("bomb.docx", packed_tightly()))
    assert response.status_code == 422
    assert "“bomb.docx”" in page(response)
    assert not Draft.objects.exists()


def test_nothing_given_is_said(editor: Client) -> None:
    assert "Choose a file, or paste the text of a decision" in page(editor.post("/desk/take-in", {}))


def test_marks_in_names_and_texts_are_shown_and_not_obeyed(editor: Client) -> None:
    name, text = "<img src=x onerror=alert(1)>", TEXT.replace("It lost", "</pre></textarea><script>alert(1)</script>")
    one = give(editor, (f"{name}.txt", text.encode())).content.decode()
    assert "&lt;script&gt;alert(1)" in one
    many = give(editor, (f"{name}.pdf", b"%PDF"), (f"{name}.txt", b"")).content.decode()
    assert "&lt;img src=x" in many
    for shown in (one, many):
        assert "<script>alert" not in shown
        assert "<img" not in shown


@pytest.mark.slow
def test_two_megabytes_of_text_are_read_and_five_refused(editor: Client) -> None:
    long = TEXT + "\n\n".join(f"{n}. {'The Council was late. ' * 40}" for n in range(3, 2_200))
    assert len(long) > 1_900_000
    assert "Check the reading" in page(editor.post("/desk/take-in", {"text": long}))
    assert editor.post("/desk/take-in", {"text": "a" * 5_000_000}).status_code == 413


def test_what_was_not_taken_in_is_told_first() -> None:
    taken = [Taken("a.txt", "draft", ""), Taken("b.docx", "refused", "It is damaged.")]
    assert [line.name for line in make_taken_in(taken, 2).results] == ["b.docx", "a.txt"]
