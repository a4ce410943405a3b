"""No path goes round the gate: what writes decisions can be reached from the editors' room alone."""

import ast
import tomllib

import pytest

from tests.architecture.test_laws import MODULES, PACKAGE, ROOT, tree

pytestmark = pytest.mark.slow

GATED = {"correct", "describe", "hold", "publish", "redact", "withdraw"}
INSIDE = {"register", "editorial", "demo"}  # the demo makes invented decisions, and no official register


def contract() -> dict[str, list[str]]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    found: dict[str, list[str]] = next(one for one in contracts if one["name"].startswith("The gate:"))
    return found


def test_the_contract_names_every_room_that_stands_outside() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir() and not path.name.startswith("_")}
    named = {name.removeprefix("upheld.") for name in contract()["source_modules"]}
    assert rooms - INSIDE <= named
    assert {name.rpartition(".")[2] for name in contract()["forbidden_modules"]} == GATED


def test_nobody_outside_imports_what_writes_decisions_in_any_way() -> None:
    found = []
    for path in MODULES:
        room = path.relative_to(PACKAGE).parts[0]
        if room in INSIDE:
            continue
        for node in ast.walk(tree(path)):
            texts = [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []
            texts += [f"{node.module}.{alias.name}" for alias in node.names] if isinstance(node, ast.ImportFrom) else []
            texts += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            found += [
                f"{path}: {text}" for text in texts for name in GATED
                if text.startswith(f"upheld.register.actions.{name}")
            ]  # fmt: skip
    assert found == []


def test_versions_and_decisions_are_written_by_the_register_alone() -> None:
    """Nor does another room write the register's tables itself."""
    writes = {"create", "bulk_create", "bulk_update", "save", "update", "delete", "update_or_create", "get_or_create"}
    found = []
    for path in MODULES:
        if path.relative_to(PACKAGE).parts[0] == "register":
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in writes:
                said = ast.unparse(node.func)
                found += [f"{path}: {said}"] if said.startswith(("Decision.", "Version.")) else []
    assert found == []
