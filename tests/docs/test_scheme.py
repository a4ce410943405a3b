"""The page of the scheme names every key, and its example loads."""

import re
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from upheld.scheme import Brand, DeskReason, DocumentType, NextStep, Outcome, Reason, Scheme, Term, Texts, load_scheme
from upheld.scheme.shape import CategoryForm, Recognition, ReferenceForm, Urgent

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "reference/scheme.md").read_text(encoding="utf-8")
PARTS: dict[str, type[BaseModel]] = {
    "At the top": Scheme,
    "`[reference]`": ReferenceForm,
    "`[[document_types]]`": DocumentType,
    "`[[outcomes]]`": Outcome,
    "`[[reasons]]`": Reason,
    "`[[never_reasons]]` and `[[return_reasons]]`": DeskReason,
    "`[[categories]]`": CategoryForm,
    "`[[next_steps]]`": NextStep,
    "`[[terms]]`": Term,
    "`[[urgent]]`": Urgent,
    "`[recognition]`": Recognition,
    "`[brand]`": Brand,
    "`[texts]`": Texts,
}


def section(heading: str) -> str:
    return PAGE.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


@pytest.mark.parametrize("heading", PARTS)
def test_each_table_has_the_keys_of_its_part(heading: str) -> None:
    cells = re.findall(r"^\| (`.*?`) \|", section(heading), re.MULTILINE)
    assert {key for cell in cells for key in re.findall(r"`(\w+)`", cell)} == set(PARTS[heading].model_fields)


def test_the_page_has_every_shape_and_action() -> None:
    assert set(get_args(Outcome.model_fields["shape"].annotation)) <= set(
        re.findall(r"`(\w+)`", section("`[[outcomes]]`"))
    )
    [actions] = [argument for argument in get_args(Reason.model_fields["actions"].annotation) if argument is not ...]
    assert set(get_args(actions)) <= set(re.findall(r"`(\w+)`", section("`[[reasons]]`")))


@pytest.mark.parametrize("name", ["reference/scheme.md", "how-to/run-an-official-register.md"])
def test_the_example_loads(name: str, tmp_path: Path) -> None:
    page = re.sub(r"^ {3}(?! )", "", (DOCS / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert found
    file = tmp_path / "own.toml"
    file.write_text(found[1], encoding="utf-8")
    scheme = load_scheme(str(file))
    assert scheme.official
    assert scheme.brand.name != "Upheld"
    assert scheme.outcome("Upheld")
