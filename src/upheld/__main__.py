"""The `upheld` command."""

import importlib
import sys
from pathlib import Path

import click

import upheld
from upheld.lib.runtime import Runtime

# Verb to module and attribute: a command's room is imported only when it runs, so that `upheld --help` is quick.
COMMANDS = {
    "backup": "upheld.register.commands.backup:backup",
    "check": "upheld.search.commands.check:check",
    "demo": "upheld.demo.commands.demo:demo",
    "export": "upheld.register.commands.export:export",
    "hold": "upheld.register.commands.hold:hold",
    "import": "upheld.ingest.commands.import_:import_",
    "import-organisations": "upheld.ingest.commands.import_organisations:import_organisations",
    "merge-organisations": "upheld.register.commands.organisations:merge_organisations",
    "move-category": "upheld.register.commands.categories:move_category",
    "redact": "upheld.register.commands.redact:redact",
    "reindex": "upheld.search.commands.reindex:reindex",
    "release": "upheld.register.commands.hold:release",
    "rename-organisation": "upheld.register.commands.organisations:rename_organisation",
    "restore": "upheld.register.commands.withdraw:restore",
    "restore-backup": "upheld.register.commands.backup:restore_backup",
    "serve": "upheld.edge.commands.serve:serve",
    "withdraw": "upheld.register.commands.withdraw:withdraw",
}


class Commands(click.Group):
    """The verbs, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb, in order of the alphabet."""
        return sorted([*COMMANDS, "django"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command; None if there is no such verb."""
        if cmd_name == "django":
            return django_
        if cmd_name not in COMMANDS:
            return None
        _start()
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(upheld.__version__, prog_name="upheld")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """The open register of ombudsman decisions."""
    from django.conf import settings

    ctx.obj = Runtime(data_dir=Path(settings.DATA_DIR), follow=_follow) if ctx.invoked_subcommand != "django" else None


@click.command("django", context_settings={"ignore_unknown_options": True, "help_option_names": []})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def django_(arguments: tuple[str, ...]) -> None:
    """Django's own verbs, `upheld django migrate` for instance."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["upheld django", *arguments])


def main() -> None:
    """Runs the command line. Exit codes: 0 done, 1 not all done, 2 not understood."""
    try:
        sys.exit(cli.main(standalone_mode=False) or 0)
    except click.exceptions.Abort:
        click.echo("Stopped. What was finished is kept.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:  # the reader of our output has gone, `| head` for instance
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        if not _is_for_people(error):
            raise
        click.echo(f"Error: {error}", err=True)
        sys.exit(2 if _is_usage(error) else 1)


def _start() -> None:
    from upheld.config.start import start

    start()


def _follow() -> None:
    from upheld.config.followers import get_followers, lock_path
    from upheld.edge.visible import wait_until_visible
    from upheld.journal.follower import catch_up
    from upheld.journal.queries.entry import get_head

    catch_up(get_followers(), get_head(), lock_path())
    wait_until_visible()


def _is_for_people(error: Exception) -> bool:
    """Our own errors state the fact in their message; anything else is a fault of ours and shows its traceback."""
    if type(error).__module__.startswith("upheld."):
        return True
    return isinstance(error, PermissionError | FileNotFoundError | NotADirectoryError)


def _is_usage(error: Exception) -> bool:
    return isinstance(error, PermissionError | FileNotFoundError) or type(error).__name__ == "SchemeError"


if __name__ == "__main__":
    main()
