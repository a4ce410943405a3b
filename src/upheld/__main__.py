"""The `upheld` command."""

import importlib
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import click

import upheld
from upheld.lib.runtime import Runtime

# Verb to what it is and does. Its room is imported only when it runs, so that `upheld --help` is quick.
COMMANDS = {
    "add-person": ("upheld.accounts.commands.people:add_person", "Let a person sign in to the desk"),
    "backup": ("upheld.register.commands.backup:backup", "Write the whole register into one file"),
    "change-person": ("upheld.accounts.commands.people:change_person", "Change a person's role or how they sign in"),
    "check": ("upheld.search.commands.check:check", "Compare register, journal, index and backup settings"),
    "demo": ("upheld.demo.commands.demo:demo", "Make the demo register"),
    "desk-report": ("upheld.editorial.commands.desk_report:desk_report", "Tell what waits at the desk"),
    "examine": ("upheld.ingest.commands.examine:examine", "Look for what shows who a person is"),
    "export": ("upheld.register.commands.export:export", "Write every published decision as JSON Lines"),
    "further-report": (
        "upheld.register.commands.compliance:further_report",
        "Link a decision and the report that followed it",
    ),
    "hold": ("upheld.editorial.commands.hold:hold", "Take decisions out of sight at once"),
    "import": ("upheld.ingest.commands.import_:import_", "Take decisions in"),
    "import-organisations": (
        "upheld.ingest.commands.import_organisations:import_organisations",
        "Take in a list of organisations",
    ),
    "merge-organisations": (
        "upheld.register.commands.organisations:merge_organisations",
        "Make one organisation of two",
    ),
    "move-category": ("upheld.register.commands.categories:move_category", "Move or rename a category"),
    "people": ("upheld.accounts.commands.people:people", "List who may sign in to the desk"),
    "redact": ("upheld.editorial.commands.redact:redact", "Erase words from a decision, everywhere"),
    "reindex": ("upheld.search.commands.reindex:reindex", "Make the search index again"),
    "release": ("upheld.editorial.commands.hold:release", "Put held decisions back"),
    "rename-organisation": (
        "upheld.register.commands.organisations:rename_organisation",
        "Give an organisation another name",
    ),
    "restore": ("upheld.editorial.commands.withdraw:restore", "Publish withdrawn decisions again"),
    "restore-backup": ("upheld.register.commands.backup:restore_backup", "Make an empty register what a backup holds"),
    "review": ("upheld.editorial.commands.review:review", "Open or close a review, which holds the decision"),
    "satisfied": ("upheld.register.commands.compliance:satisfied", "Record that an organisation put things right"),
    "serve": ("upheld.edge.commands.serve:serve", "Serve the website"),
    "show": ("upheld.register.commands.show:show", "Show a decision and its history"),
    "synonyms": ("upheld.search.commands.synonyms:synonyms", "Show or change the words that mean the same to a search"),
    "verify-journal": (
        "upheld.register.commands.verify_journal:verify_journal",
        "Find journal entries changed, missing or cut off",
    ),
    "withdraw": ("upheld.editorial.commands.withdraw:withdraw", "Withdraw decisions, with date and reason"),
}

LOOKING = frozenset({"examine"})  # verbs that make nothing: they work in an empty folder and leave it so
DJANGO = "Django's own verbs"


class Commands(click.Group):
    """The verbs, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every verb, in order of the alphabet."""
        return sorted([*COMMANDS, "django"])

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of verbs without importing them."""
        rows = [(verb, COMMANDS[verb][1] if verb in COMMANDS else DJANGO) for verb in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own
        """The verb's command; None if there is no such verb."""
        if cmd_name == "django":
            return django_
        if cmd_name not in COMMANDS:
            return None
        _start(only_look=cmd_name in LOOKING)
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(upheld.__version__, prog_name="upheld")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """The open register of ombudsman decisions."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upheld.config.settings")
    from django.conf import settings

    from upheld.config.start import prepare

    folder = Path(settings.DATA_DIR)
    ctx.obj = Runtime(
        data_dir=folder,
        follow=_follow,
        follow_a_while=_follow_a_while,
        prepare=lambda: prepare(folder),
        following=_following,
        examine=_examine,
        unexamined=_unexamined,
        found_in=_found_in,
    )


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
        from upheld.config.complaints import complaint

        told = complaint(error)
        if told is None:
            raise
        click.echo(f"Error: {told[0]}", err=True)
        sys.exit(told[1])


def _start(*, only_look: bool) -> None:
    from upheld.config.start import look, start

    look() if only_look else start()


def _following() -> AbstractContextManager[None]:
    from upheld.edge.meanwhile import following_meanwhile

    return following_meanwhile()


def _follow() -> None:
    from upheld.config.followers import examine_what_is_little, follow

    follow(waiting=_say_what_it_waits_for)
    examine_what_is_little()


def _follow_a_while() -> bool:
    from upheld.config.followers import examine_what_is_little, follow_a_while

    has_followed = follow_a_while()
    examine_what_is_little()
    return has_followed


def _say_what_it_waits_for() -> None:
    message = (
        "Waiting for the process that keeps the search up to date: it has made no progress for some seconds. What this "
        "command wrote is in the register. If it lasts, restart the server (`upheld serve`), and this command goes on."
    )
    click.echo(message, err=True)


def _examine() -> None:
    from upheld.config.followers import get_slow_followers, slow_lock_path
    from upheld.journal.follower import catch_up
    from upheld.journal.queries.entry import get_head

    catch_up(get_slow_followers(), get_head(), slow_lock_path())


def _unexamined() -> int:
    from upheld.config.followers import get_slow_followers
    from upheld.journal.queries.entry import get_head

    return max(get_head() - max(follower.cursor(), 0) for follower in get_slow_followers())


def _found_in(name: str) -> str:
    from upheld.editorial.actions.gate import found_in_name

    return found_in_name(name)


if __name__ == "__main__":
    main()
