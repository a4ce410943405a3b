"""The laws of the house that no tool knows."""

import ast
import functools
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "upheld"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(PACKAGE.rglob("*.html"))
WRITES = {"create", "bulk_create", "bulk_update", "save", "delete", "update_or_create", "get_or_create"}
READING = {"queries", "views", "pages"}
BANNED = {"utils", "helpers", "common", "misc", "manager", "base"}


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [str(path) for path in MODULES if path.stem in BANNED] == []


def test_only_actions_write() -> None:
    found = []
    for path in MODULES:
        if READING & set(path.parts):
            calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
            names = [call.func.attr for call in calls if isinstance(call.func, ast.Attribute)]
            found += [f"{path}: {name}" for name in names if name in WRITES]
    assert found == []


def test_rules_and_analysis_know_neither_django_nor_an_engine() -> None:
    pure = [path for path in MODULES if path.stem == "rules" or "analysis" in path.parts]
    imported = {
        name
        for path in pure
        for node in ast.walk(tree(path))
        for name in (
            [alias.name for alias in node.names] if isinstance(node, ast.Import)
            else [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        )
    }  # fmt: skip
    assert not {name for name in imported if name.partition(".")[0] in {"django", "tantivy"}}


def test_actions_are_told_who_and_when() -> None:
    """What writes to the journal takes `by` and `at` as keywords and looks neither up."""
    missing = []
    for path in MODULES:
        if "actions" not in path.parts or path.stem == "append" or "demo" in path.parts:  # the demo has days of its own
            continue
        text = path.read_text(encoding="utf-8")
        assert "upheld.lib.clock" not in text, path
        for function in functions(path):
            keywords = {argument.arg for argument in function.args.kwonlyargs}
            appends = any(isinstance(node, ast.Name) and node.id == "writing" for node in ast.walk(function))
            if appends and not {"by", "at"} <= keywords:
                missing.append(f"{path.name}: {function.name}")
    assert missing == []


def test_transactions_are_opened_only_in_actions() -> None:
    found = [str(path) for path in MODULES if "transaction.atomic" in path.read_text() and "actions" not in path.parts]
    assert found == []


def test_modules_templates_and_functions_stay_readable() -> None:
    lengths = [node.end_lineno - node.lineno + 1 for path in MODULES for node in functions(path) if node.end_lineno]
    assert statistics.median(lengths) <= 12
    assert [str(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > 400] == []
    assert [str(path) for path in TEMPLATES if len(path.read_text(encoding="utf-8").splitlines()) > 150] == []


def test_every_package_says_in_one_sentence_what_it_is_for() -> None:
    rooms = list(PACKAGE.glob("*/__init__.py"))
    assert [str(path) for path in rooms if not ast.get_docstring(tree(path))] == []


def test_templates_hold_no_inline_script_or_style() -> None:
    found = [str(path) for path in TEMPLATES if " style=" in path.read_text(encoding="utf-8")]
    assert found == []


def test_no_committed_file_names_a_registry() -> None:
    hosts = ("py" + "pi.org", "python" + "hosted", "registry.np" + "mjs", "deb.deb" + "ian")
    try:
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a checkout of git")
    found = []
    for name in listed.splitlines():
        path = ROOT / name
        if path.is_file() and path.suffix not in {".png", ".woff2", ".ico"}:
            text = path.read_text(encoding="utf-8", errors="ignore")
            found += [name for host in hosts if host in text]
    assert found == []
