"""The reference page of the commands, made from the commands.

`DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python -m tests.docs.commands_page` writes it.
"""

import importlib
from pathlib import Path

import click

from upheld.__main__ import COMMANDS, cli

PAGE = Path(__file__).resolve().parents[2] / "docs/reference/commands.md"
_INTRODUCTION = """# Commands

`upheld VERB --help` says the same as this page, which is made from it.

Every command works on the folder in `UPHELD_DATA_DIR`, also beside a running server, and makes what it needs in an
empty one. A command that writes returns when the change is visible everywhere. References may be typed in any way; put
quotes round one with spaces: `"98 001 001"`, or write `98-001-001`. Reasons are those of the scheme; the ones below are
those of the default scheme.

Exit codes: 0 done; 1 not all done, or refused; 2 not understood; 130 stopped with Ctrl-C.

`upheld django VERB` reaches Django’s own verbs, `upheld django check` for instance.
"""


def render() -> str:
    """The page."""
    context = click.Context(cli, info_name="upheld")
    return "\n".join([_INTRODUCTION, *(_section(context, verb) for verb in sorted(COMMANDS))])


def get_verb(verb: str) -> click.Command:
    """The command of a verb."""
    module, _, attribute = COMMANDS[verb][0].partition(":")
    command: click.Command = getattr(importlib.import_module(module), attribute)
    return command


def _section(parent: click.Context, verb: str) -> str:
    command = get_verb(verb)
    context = click.Context(command, info_name=verb, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    text = "\n".join(line.strip() for line in (command.help or "").strip().splitlines())
    options = [_option(context, part) for part in command.params if isinstance(part, click.Option)]
    table = ["", "| option | |", "|---|---|", *options] if options else []
    return "\n".join([f"## {verb}", "", f"    upheld {verb} {usage}", "", text, *table, ""])


def _option(context: click.Context, option: click.Option) -> str:
    record = option.get_help_record(context)
    if record is None:
        raise LookupError(option.name)
    names, words = (" ".join(part.split()).replace("|", " \\| ") for part in record)
    return f"| `{names}` | {words} |"


if __name__ == "__main__":
    import django

    django.setup()
    PAGE.write_text(render(), encoding="utf-8")
