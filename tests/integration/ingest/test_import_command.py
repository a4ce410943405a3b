"""`upheld import` as its user meets it: what it prints, its exit codes, and what --strict refuses."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.build.importing import line
from tests.build.page import entry, page
from upheld.ingest.commands.import_ import import_
from upheld.ingest.commands.import_organisations import import_organisations
from upheld.ingest.models import Run
from upheld.lib.runtime import Runtime
from upheld.register.models import Decision, Organisation

pytestmark = pytest.mark.django_db


class Terminal:
    """Runs the command in this process, and counts how often it waited for the followers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.followed = 0

    def run(self, *arguments: object, command: Any = import_, stdin: bytes | None = None) -> Result:
        runtime = Runtime(self.folder, follow=self._follow, prepare=lambda: None, following=nullcontext)
        return CliRunner().invoke(command, list(map(str, arguments)), obj=runtime, input=stdin, standalone_mode=False)

    def _follow(self) -> None:
        self.followed += 1

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path)


def test_pages_go_in_and_can_be_seen_when_the_command_returns(terminal: Terminal) -> None:
    result = terminal.run(terminal.write("a.txt", page()))
    assert (result.return_value, result.exception, terminal.followed) == (0, None, 1)
    assert "1 published." in result.output
    assert "Alderford Borough Council" in result.output
    again = terminal.run(terminal.folder / "a.txt")
    assert (again.return_value, again.output, terminal.followed) == (0, "1 unchanged.\n", 2)


def test_what_is_refused_is_told_with_file_and_line(terminal: Terminal) -> None:
    path = terminal.write(
        "a.txt", page(entry(meta="Statement Upheld Child protection 31-Feb-2022"), entry("B (21 000 002)"))
    )
    result = terminal.run(path)
    assert result.return_value == 1
    assert f"{path}, line 6: refused: 21 000 001 “31-Feb-2022” is in no calendar" in result.output
    assert "1 published; 1 refused." in result.output
    assert Decision.objects.get().reference == "21 000 002"


def test_json_is_the_whole_of_standard_output(terminal: Terminal) -> None:
    path = terminal.write("a.jsonl", line() + line("21 000 002", foo=1))
    report = json.loads(terminal.run("--json", path).stdout)
    assert report["counts"] == {
        "published": 1, "held": 0, "drafted": 0, "corrected": 0, "described": 0, "unchanged": 0, "conflict": 0,
        "refused": 1,
    }  # fmt: skip
    assert report["entries"] == [
        {
            "result": "refused", "file": str(path), "line": 2, "reference": "21 000 002", "code": "extra-forbidden",
            "reason": "foo is not a key of interchange",
        }
    ]  # fmt: skip
    assert report["run"] == Run.objects.get().pk
    assert report["new_organisations"] == ["Alderford Borough Council"]


@pytest.mark.parametrize("stdin", [False, True])
def test_strict_takes_nothing_in_unless_all_can_be(terminal: Terminal, stdin: bool) -> None:
    text = (line() + line("21 000 002", decided_on="no day")).encode()
    where = ["-"] if stdin else [terminal.write("a.jsonl", text)]
    result = terminal.run("--strict", *where, stdin=text if stdin else None)
    assert result.return_value == 1
    assert "Nothing was taken in" in result.output
    assert (Decision.objects.count(), Run.objects.count(), terminal.followed) == (0, 0, 0)
    good = line().encode()
    where = ["-"] if stdin else [terminal.write("a.jsonl", good)]
    assert terminal.run("--strict", *where, stdin=good if stdin else None).return_value == 0
    assert Decision.objects.count() == 1
    assert sorted(path.name for path in terminal.folder.iterdir()) == ([] if stdin else ["a.jsonl"])


def test_standard_input_and_a_category(terminal: Terminal) -> None:
    text = page(entry(meta="Statement Upheld Other 05-Apr-2022"), heading="Other").encode()
    assert terminal.run("-", stdin=text).return_value == 1
    assert terminal.run("-", "--category", "Planning", stdin=text).return_value == 0
    assert Decision.objects.get().category.name == "Planning"


def test_a_dry_run_shows_and_does_nothing(terminal: Terminal) -> None:
    result = terminal.run("--dry-run", terminal.write("a.txt", page()))
    assert (result.return_value, result.output) == (0, "Would be: 1 published.\n")
    assert (Decision.objects.count(), Run.objects.count()) == (0, 0)


def test_quiet_says_only_what_is_wrong(terminal: Terminal) -> None:
    assert terminal.run("--quiet", terminal.write("a.txt", page())).output == ""
    assert "refused" in terminal.run("--quiet", terminal.write("b.txt", "Dear Sir\n")).output


@pytest.mark.parametrize(
    "arguments",
    [(), ("no-such-file",), ("-", "-"), ("--by", " ", "-"), ("--category", "", "-"), ("--already-public", " ", "-")],
)
def test_what_cannot_be_meant_is_a_usage_error(terminal: Terminal, arguments: tuple[str, ...]) -> None:
    result = terminal.run(*arguments, stdin=b"")
    assert getattr(result.exception, "exit_code", None) == 2
    assert Run.objects.count() == 0


BAD_FILES = {
    "empty": b"", "binary": bytes(range(256)) * 99, "nul": page().replace("nine", "ni\0ne").encode(),
    "escape": page(entry("\x1b[31mAlderford (21 000 009)")).encode(), "utf-16": page().encode("utf-16"),
    "cut": line()[:80].encode(), "array": b"[", "object": b"{", "html": b"<html><script>alert(1)</script></html>",
    "deep": b'{"a":' * 60_000, "long": b"x" * 9_000_000, "long json": b'{"reference": "' + b"x" * 9_000_000,
    "quotes": b'"' * 100_000, "brackets": b"(" * 100_000, "bullets": "•".encode() * 50_000,
    "bullets and blanks": "• \n\n".encode() * 20_000, "heads": b"A (21 000 001)\n" * 20_000,
    "summaries": b"Summary: \n" * 20_000, "tags": b"<li>" * 50_000, "entities": b"<p>" + b"&lt;" * 100_000,
    "surrogates": b"\xed\xa0\x80" * 5_000, "numbers": b"9" * 10_000, "dates": b"Statement Upheld 05-Apr-2022\n" * 9_000,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("name", BAD_FILES)
def test_no_file_stops_the_others_or_shows_a_traceback(terminal: Terminal, name: str) -> None:
    terminal.write("1.txt", BAD_FILES[name])
    terminal.write("2.jsonl", line("21 000 077"))
    result = terminal.run(terminal.folder)
    assert (result.return_value, result.exception) == (1, None)
    assert "1.txt" in result.output
    assert "\x1b" not in result.output
    assert Decision.objects.get().reference == "21 000 077"


def test_organisations_are_loaded_once_and_imports_match_them(terminal: Terminal) -> None:
    text = (
        "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,"
        "local-authority-type-name,alt-names\n"
        "ALD,Alderford Borough Council,Alderford,E1,,2023-04-01,NAL,District,alderford\n"
        "NAL,North Alder Council,North Alder,E2,2023-04-01,,,Unitary authority,\n"
    )
    path = terminal.write("list.csv", text)
    assert "2 added" in terminal.run(path, command=import_organisations).output
    assert "2 unchanged" in terminal.run(path, command=import_organisations).output
    assert terminal.followed == 1
    entries = [
        entry(f"{name} (21 000 00{n})") for n, name in enumerate(["ALDERFORD", "Alderford Borough Council", "Alder"])
    ]
    result = terminal.run(terminal.write("a.txt", page(*entries)))
    assert "so these were added: Alder\n" in result.output
    old = Organisation.objects.get(name="Alderford Borough Council")
    assert old.decisions.count() == 2
    assert old.successor is not None
    assert (old.kind, old.successor.name) == ("district", "North Alder Council")


def test_a_file_that_is_no_list_of_organisations_is_said(terminal: Terminal) -> None:
    result = terminal.run(terminal.write("x.csv", "a,b\n1,2\n"), command=import_organisations)
    assert "is not a list of bodies" in str(result.exception)
