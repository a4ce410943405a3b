"""The page of settings and `.env.example` name every setting, with the default the code has."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READERS = (ROOT / "src/upheld/config/settings.py", ROOT / "src/upheld/scheme/loading.py")
PAGE, EXAMPLE = ROOT / "docs/reference/settings.md", ROOT / ".env.example"
READ = re.compile(r'env\.(\w+)\(\s*"(UPHELD_\w+)"(?:, ([^)\n]*))?\)|environ\.get\("(UPHELD_\w+)"\) or "(\w+)"')
WRITTEN_ELSEWHERE = {"UPHELD_DATA_DIR": "var"}  # `or "var"`, so that an empty one is the default too
SPELT = {"True": "true", "False": "false", "[]": "", "DEBUG": "false"}


def read_by_code() -> dict[str, str]:
    """Each setting with its default, as the code has it."""
    found = {}
    for path in READERS:
        for _, name, default, other, word in READ.findall(path.read_text(encoding="utf-8")):
            plain = default.split(", delimiter")[0].strip('"').replace("_", "")
            found[name or other] = SPELT.get(plain, plain) if name else word
    return found | WRITTEN_ELSEWHERE


def test_the_code_is_understood() -> None:
    assert len(read_by_code()) >= 20
    names = {name for path in READERS for name in re.findall(r'"(UPHELD_\w+)"', path.read_text(encoding="utf-8"))}
    assert names == set(read_by_code())


def test_no_other_file_reads_a_setting() -> None:
    reads = re.compile(r'(?:env\.\w+|environ(?:\.get)?)[(\[]\s*"(UPHELD_\w+)')
    files = [path for path in (ROOT / "src").rglob("*.py") if path not in READERS]
    assert [path for path in files if reads.search(path.read_text(encoding="utf-8"))] == []


def test_the_example_is_every_setting_with_its_default() -> None:
    lines = [line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert dict(line.split("=", 1) for line in lines) == read_by_code()


@pytest.mark.parametrize(("name", "default"), sorted(read_by_code().items()))
def test_the_page_has_a_row_for_it(name: str, default: str) -> None:
    shown = f"`{default}`" if default else ""
    row = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{name}` |"))
    assert row.split("|")[2].strip() == shown


def test_the_page_names_no_setting_that_is_not_read() -> None:
    assert set(re.findall(r"UPHELD_\w+", PAGE.read_text(encoding="utf-8"))) == set(read_by_code())
