"""The pages of the documentation: their links lead somewhere, their commands exist, their lists are whole."""

import re
from pathlib import Path

import click
import pytest

from tests.docs.commands_page import get_verb
from upheld.__main__ import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"(?:^|[`\s/])upheld ([a-z][a-z-]+)((?: [^`\n]*)?)", re.MULTILINE)
NOT_VERBS = {"upheld"}


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_its_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if link.startswith(("http://", "https://")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_its_commands_and_options_exist(page: Path) -> None:
    code = "\n".join(re.findall(r"`[^`\n]+`|^ {4,}.*$|^\$ .*$", page.read_text(encoding="utf-8"), re.MULTILINE))
    for verb, rest in COMMAND.findall(code):
        if verb in {"django", "exec", *NOT_VERBS}:
            continue
        assert verb in COMMANDS, f"upheld {verb}"
        parts = [part for part in get_verb(verb).params if isinstance(part, click.Option)]
        options = {name for part in parts for name in (*part.opts, *part.secondary_opts)}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= options | {"--help"}, f"upheld {verb} {rest}"


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_the_files_it_names_are_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"[` ]((?:deploy|docs|tests|benchmarks|src|requirements)/[\w./-]*\w)", text)
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        links = [link.partition("#")[0] for link in LINK.findall(page.read_text(encoding="utf-8"))]
        targets = [(page.parent / link).resolve() for link in links if link.endswith(".md")]
        waiting += [target for target in targets if target not in reached]
    assert reached == set(PAGES)


def test_every_room_is_explained() -> None:
    page = (ROOT / "docs/explanation/how-it-fits-together.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "src/upheld").glob("*/__init__.py")}
    assert set(re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)) == rooms


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:^ {4}|`)make ([a-z][a-z-]*)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page


def test_every_record_of_a_decision_has_its_parts_and_fits_a_page() -> None:
    for page in (ROOT / "docs/adr").glob("0*.md"):
        text = page.read_text(encoding="utf-8")
        assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"], page
        assert len(text.split()) < 450, page
