"""`upheld examine`: files looked through without taking anything in, and without making anything."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.build.effort import effort
from tests.build.importing import line
from tests.build.word import p, r, word_file
from upheld.editorial.queries.knowledge import drop_knowledge
from upheld.ingest.commands.examine import examine
from upheld.journal.queries.entry import get_head

pytestmark = pytest.mark.django_db

KEYS = ["reference", "where", "start", "words", "kind", "sure", "why", "instead"]
PHONE = "She can be reached on 07700 900123."
SECTIONS = [
    {"heading": "The complaint", "blocks": [
        {"number": 1, "text": "It was lost.", "items": ["the letter", {"text": "hers", "items": [PHONE]}]},
        {"number": 2, "text": "Who wrote when:", "table": {"rows": [["Who", "When"], ["an officer", PHONE]]}},
    ]},
]  # fmt: skip


@pytest.fixture(autouse=True)
def _fresh() -> None:
    drop_knowledge()


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    return CliRunner().invoke(examine, [str(one) for one in arguments], input=stdin, standalone_mode=False)


def findings(*paths: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("--json", *paths).stdout)
    return found


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_every_place_of_a_decision_is_looked_through(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", line(summary=f"Mrs B complained. {PHONE}", sections=SECTIONS))
    found = findings(path)
    assert [(one["reference"], one["where"], one["words"]) for one in found if one["kind"] == "phone"] == [
        ("21 000 001", "summary", "07700 900123"),
        ("21 000 001", "p1 item 2.1", "07700 900123"),
        ("21 000 001", "table p2 row 2 column 2", "07700 900123"),
    ]
    assert list(found[0])[: len(KEYS)] == KEYS
    assert found[0]["start"] == len("Mrs B complained. She can be reached on ")
    assert (run(path).return_value, get_head()) == (1, 0)


def test_a_text_that_is_no_decision_is_told_by_its_lines(tmp_path: Path) -> None:
    path = write(tmp_path, "note.txt", f"Dear Ombudsman,\n\n\nplease call.\n{PHONE}\n")
    [found] = findings(path)
    at = len("please call.\nShe can be reached on ")
    assert (found["reference"], found["where"], found["start"]) == ("note.txt", "line 4", at)


def test_names_and_properties_of_files_are_looked_at(tmp_path: Path) -> None:
    data = word_file(p(r("Only a note about the weather in the hall.")))
    path = write(tmp_path, "Tobias Quillfeather notes.docx", data)
    places = {(one["where"], one["words"]) for one in findings(path)}
    assert ("property: author", "Zebedee Quillfeather") in places
    assert any(where == "file name" for where, _ in places)


def test_what_a_page_hides_is_looked_at(tmp_path: Path) -> None:
    page = (
        "<html><head><meta name='author' content='Zebedee Quillfeather'></head><body><!-- ring 07700 900124 -->"
        "<p data-owner='z.quill@mail.example'>The weather.</p><p hidden>07700 900125</p>"
        "<a href='mailto:tobias@mail.example'>Write</a></body></html>"
    )
    words = {one["where"]: one["words"] for one in findings(write(tmp_path, "a.html", page))}
    assert words["property: author"] == "Zebedee Quillfeather"
    assert (words["remark 1"], words["hidden text 1"]) == ("07700 900124", "07700 900125")
    assert (words["attribute 1"], words["link address 1"]) == ("z.quill@mail.example", "tobias@mail.example")


def test_nothing_found_is_zero_and_an_empty_list(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "The weather in the hall was fine.\n")
    done = run("--json", path)
    assert (done.return_value, json.loads(done.stdout)) == (0, [])
    assert run(path).stdout == "Nothing found in 1 text.\n"


def test_a_bad_file_is_named_and_the_others_are_looked_at(tmp_path: Path) -> None:
    write(tmp_path, "a.pdf", b"%PDF-1.7 \x00")
    write(tmp_path, "b.docx", b"PK\x03\x04 cut off")
    write(tmp_path, "c.jsonl", line() + "{broken\n" + line("21 000 002", summary=PHONE))
    done = run("--json", tmp_path)
    assert [one["reference"] for one in json.loads(done.stdout)] == ["21 000 002"]
    assert all(name in done.stderr for name in ("a.pdf", "b.docx", "c.jsonl, line 2"))
    assert done.return_value == 1
    (tmp_path / "c.jsonl").unlink()
    assert run(tmp_path).return_value == 2


def test_a_table_shows_words_in_context_and_steers_no_terminal(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"Hello \x1b[31m[bold]there[/bold]\n{PHONE}\n")
    shown = run(path).stdout
    assert "Phone number" in shown
    assert "\x1b" not in shown
    assert "[telephone" in shown


def test_standard_input_is_looked_through() -> None:
    done = run("--json", "-", stdin=f"{PHONE}\n")
    assert [one["kind"] for one in json.loads(done.stdout)] == ["phone"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["(" * 5_000, "Mr " * 20_000, "A" * 100_000, "A B " * 10_000, "Smith v " * 1_000, "\u0000\u200b" * 1_000,
     "Tobias\u00ad Quill" * 3_000, "0" * 50_000, "a@" * 20_000, "SW1A " * 10_000],
    ids=lambda text: f"{text[:6]!r}",
)  # fmt: skip
def test_hostile_text_is_looked_through_in_time(tmp_path: Path, text: str) -> None:
    path = write(tmp_path, "a.txt", text)
    assert effort(lambda: run(path)) < 5
