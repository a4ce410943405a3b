"""`upheld import` of Word files as an editor meets it: a folder of them, good, refused and hostile."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from django.core import serializers

from tests.build.hostile import HARM
from tests.build.odf import SECRET
from tests.build.word import p, r, word_file
from tests.build.word_files import FOLDER
from upheld.ingest.commands.import_ import import_
from upheld.ingest.models import Run
from upheld.lib.runtime import Runtime
from upheld.register.models import Decision, Version

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def run(folder: Path, *arguments: str) -> Result:
    runtime = Runtime(folder, follow=lambda: None, prepare=lambda: None, following=nullcontext)
    return CliRunner().invoke(import_, [*arguments, str(folder)], obj=runtime, standalone_mode=False)


def put(folder: Path, name: str, data: bytes) -> None:
    (folder / name).write_bytes(data)


def decision(reference: str, *paragraphs: str) -> bytes:
    title = p(r(f"Alderford Borough Council ({reference})"), style="Heading1")
    labels = "".join(p(r(line)) for line in ("Category : Housing", "Decision : Upheld", "Decision date : 14 Mar 2022"))
    return word_file(title + labels + p(r("The complaint"), style="Heading1") + "".join(map(p, map(r, paragraphs))))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, "a.docx", (FOLDER / "styled.docx").read_bytes())
    put(tmp_path, "b.docx", (FOLDER / "tracked.docx").read_bytes())
    put(tmp_path, "c.docx", HARM["packed tightly"][0]())
    put(tmp_path, "d.docx", decision("21 000 002", "Mr C complains about the Council."))
    put(tmp_path, "e.doc", b"\xd0\xcf\x11\xe0" + bytes(100))
    put(tmp_path, "~$d.docx", b"\x14Zebedee Quillfeather")
    return tmp_path


def test_what_can_be_taken_goes_in_and_every_other_file_is_told(folder: Path) -> None:
    result = run(folder)
    assert result.return_value == 1
    assert "2 published; 3 refused." in result.output
    assert f"{folder}/b.docx: refused: holds tracked changes (1 insertion and 1 deletion), in the " in result.output
    assert f"{folder}/c.docx: refused: is larger than 50 MB when it is unpacked" in result.output
    assert f"{folder}/e.doc: refused: is an old Office file" in result.output
    assert "~$" not in result.output
    assert sorted(one.reference for one in Decision.objects.all()) == ["21 000 001", "21 000 002"]
    assert "delayed her homelessness application" in str(Version.objects.get(decision__reference="21 000 001").content)


def test_the_same_folder_again_changes_nothing(folder: Path) -> None:
    run(folder)
    assert "2 unchanged; 3 refused." in run(folder).output


def test_the_author_reaches_neither_the_register_nor_the_run_nor_the_report(folder: Path) -> None:
    output = run(folder, "--json").output
    kept = [model for models in (Run, Decision, Version) for model in models.objects.all()]
    everything = output + str(serializers.serialize("json", kept))
    assert "Alderford" in everything
    assert not [name for name in SECRET.split() if name in everything]


def test_a_file_that_was_changed_is_a_correction(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", decision("21 000 003", "Mr C complains about the Council."))
    run(tmp_path)
    put(tmp_path, "a.docx", decision("21 000 003", "Mr C complained about the Council."))
    assert "1 corrected" in run(tmp_path).output


def test_what_was_left_out_is_told_with_the_reference(tmp_path: Path) -> None:
    put(tmp_path, "a.docx", (FOLDER / "boxes.docx").read_bytes())
    output = run(tmp_path, "--category", "Housing").output
    assert "21 000 001: 1 picture was left out, in the 4th paragraph, near “A map is here:”. Say in words" in output
