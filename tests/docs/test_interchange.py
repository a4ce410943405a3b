"""The page of the interchange format names every key and word, and its example is taken."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from upheld.analysis.document import Block, Section, Table
from upheld.analysis.remedy import Remedy
from upheld.register.content import prepare
from upheld.register.records import DecisionRecord, OrganisationName, VersionMark
from upheld.scheme import get_scheme

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "reference/interchange.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(\w+)` \|(.*)$", PAGE, re.MULTILINE))


@pytest.mark.parametrize("shape", [DecisionRecord, OrganisationName, VersionMark, Section, Block, Table, Remedy])
def test_every_key_has_a_row_that_says_whether_it_is_required(shape: type[BaseModel]) -> None:
    for name, field in shape.model_fields.items():
        if shape is Remedy and name == "text":
            continue  # the row of a block's text comes under the same name
        row = re.findall(rf"^\| `{field.alias or name}` \|.*$", PAGE, re.MULTILINE)
        assert any(("Required" in line) == field.is_required() for line in row), name


def test_there_is_no_row_for_anything_else() -> None:
    shapes = (DecisionRecord, OrganisationName, VersionMark, Section, Block, Table, Remedy)
    keys = {field.alias or name for shape in shapes for name, field in shape.model_fields.items()}
    assert set(ROWS) == keys


@pytest.mark.parametrize("key", ["kind", "status"])
def test_every_word_is_in_its_row(key: str) -> None:
    assert set(get_args(Remedy.model_fields[key].annotation)) <= set(re.findall(r"`([\w-]+)`", ROWS[key]))


@pytest.mark.parametrize(("key", "field"), [("per", "per"), ("for", "for_")])
def test_every_optional_word_is_in_its_row(key: str, field: str) -> None:
    words = get_args(get_args(Remedy.model_fields[field].annotation)[0])
    assert set(words) == set(re.findall(r"`(\w+)`", ROWS[key]))


def test_the_example_is_taken() -> None:
    found = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert found
    record = DecisionRecord.model_validate_json(found[1])
    assert prepare(record, get_scheme()).outcome == "upheld"


def test_the_example_files_are_taken() -> None:
    lines = (DOCS / "examples/decisions.jsonl").read_text(encoding="utf-8").splitlines()
    contents = [prepare(DecisionRecord.model_validate_json(line), get_scheme()) for line in lines]
    assert [content.document_type for content in contents].count("report") == 1
    assert all(json.loads(line)["reference"].startswith("97 ") for line in lines)  # no scheme has given these out
