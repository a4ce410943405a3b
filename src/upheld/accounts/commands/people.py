"""`upheld add-person`, `upheld people` and `upheld change-person`."""

import click
from rich.console import Console
from rich.table import Table

from upheld.accounts.actions.change_role import change_role
from upheld.accounts.actions.deactivate import deactivate, reactivate
from upheld.accounts.actions.invite import invite
from upheld.accounts.actions.second_factor import reset_second_factor
from upheld.accounts.actions.send_link import renew_link
from upheld.accounts.links import life_of_link, make_link
from upheld.accounts.models import Person
from upheld.accounts.queries.person import find_person, list_people
from upheld.accounts.roles import ROLES
from upheld.lib.clock import now
from upheld.lib.runtime import Runtime

BY = click.option("--by", default="command line", show_default=True, help="Who does this.")
ROLE = click.Choice(list(ROLES))


@click.command("add-person")
@click.argument("email")
@click.option("--name", required=True, help="As colleagues know them.")
@click.option("--role", type=ROLE, required=True, help="What they may do: docs/reference/roles.md.")
@BY
@click.pass_obj
def add_person(runtime: Runtime, email: str, name: str, role: str, by: str) -> int:
    """Let a person sign in to the desk. Prints a link with which they choose a password; it works once."""
    person = invite(email, name, role, by=by, at=now())
    runtime.follow()
    click.echo(f"{person.name} ({person.email}) is {ROLES[role].label.lower()}.")
    _hand_over(person, make_link(person))
    return 0


@click.command()
def people() -> int:
    """List everybody who may sign in to the desk, or once could."""
    table = Table(box=None, pad_edge=False)
    for title in ("E-mail address", "Name", "Role", "Signs in with", "Last signed in"):
        table.add_column(title, overflow="fold")
    for person in list_people():
        last = person.last_login.strftime("%Y-%m-%d %H:%M UTC") if person.last_login else "never"
        table.add_row(person.email, person.name, person.role, _means(person), last)
    Console(soft_wrap=False).print(table)
    return 0


@click.command("change-person")
@click.argument("email")
@click.option("--role", type=ROLE, help="Give them another role.")
@click.option("--deactivate", "ends", is_flag=True, help="Let them in no longer.")
@click.option("--reactivate", "returns", is_flag=True, help="Let them in again.")
@click.option("--reset-second-factor", "resets", is_flag=True, help="Take passkeys, app and recovery codes away.")
@click.option("--new-link", "links", is_flag=True, help="Print a new link to set a password.")
@BY
@click.pass_obj
def change_person(
    runtime: Runtime, email: str, role: str | None, *, ends: bool, returns: bool, resets: bool, links: bool, by: str
) -> int:
    """Change what a person may do, or how they sign in. All their sessions end."""
    person = find_person(email)
    if person is None:
        raise click.UsageError(f"There is no person with the address {email}; `upheld people` lists all")
    if not (role or ends or returns or resets or links) or (ends and returns):
        raise click.UsageError(
            "Say what is to change: --role, --deactivate, --reactivate, --reset-second-factor, --new-link"
        )
    if returns:
        reactivate(person.pk, by=by, at=now())
        click.echo(f"{person.name} can sign in again.")
    if role:
        change_role(person.pk, role, by=by, at=now())
        click.echo(f"{person.name} is now {ROLES[role].label.lower()}.")
    if resets:
        reset_second_factor(person.pk, by=by, at=now())
        click.echo(f"{person.name} sets up a new second step at the next sign-in.")
    if ends:
        deactivate(person.pk, by=by, at=now())
        click.echo(f"{person.name} can no longer sign in.")
    if links:
        _hand_over(*renew_link(person.pk, by=by, at=now()))
    runtime.follow()
    return 0


def _hand_over(person: Person, link: str) -> None:
    click.echo(f"Give them this link. It works once, within {life_of_link(person)}, for whoever has it:\n\n{link}\n")


def _means(person: Person) -> str:
    if not person.is_active:
        return "deactivated"
    if not person.has_usable_password():
        return "no password yet"
    return "password and second step" if getattr(person, "has_factor", False) else "password only"
