"""The page on the way of a decision: its diagram, moves and blockers are made from the rules.

`DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python -m tests.docs.way_page` writes them anew; the text between is
written by hand.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from upheld.accounts.roles import PERMISSIONS
from upheld.editorial.rules import MOVES, STATES, Move

PAGE = Path(__file__).resolve().parents[2] / "docs/explanation/way-of-a-decision.md"
_MARKED = re.compile(r"(<!-- made from the rules: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def render(page: str) -> str:
    """The page with its parts made anew."""
    parts = {"diagram": _diagram(), "states": _states(), "moves": _moves()}
    return _MARKED.sub(lambda found: f"{found[1]}{parts[found[2]]}\n{found[3]}", page)


def _diagram() -> str:
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{state.label}" as {state.slug}' for state in STATES.values()]
    lines += list(dict.fromkeys(f"    {line}" for move in MOVES for line in _edges(move)))
    return "\n".join([*lines, "```"])


def _edges(move: Move) -> Iterator[str]:
    """Moves that leave a decision where it is are in the table only."""
    label = move.label.lower()
    for target in move.targets:
        for source in move.sources or ("[*]",):
            if source != target:
                yield f"{source} --> {target}: {label}"


def _states() -> str:
    rows = [f"| **{state.label}** | {state.sentence} |" for state in STATES.values()]
    return "\n".join(["| state | |", "|---|---|", *rows])


def _moves() -> str:
    rows = [
        (move.label, move.of, _names(move.sources) or "nothing", _names(move.targets) or "stays", _who(move))
        for move in MOVES
    ]
    return "\n".join(["| move | of | from | to | who |", "|---|---|---|---|---|", *(_row(row) for row in rows)])


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"


def _names(states: tuple[str, ...]) -> str:
    return ", ".join(STATES[state].label.lower() for state in states)


def _who(move: Move) -> str:
    if move.by_itself:
        return "comes by itself"
    return f"`{PERMISSIONS[move.permission].slug}`"


if __name__ == "__main__":
    PAGE.write_text(render(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
