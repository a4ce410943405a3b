"""The frame around every page of the desk: who is signed in, where one is, and what was said after the last act."""

from dataclasses import dataclass

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from upheld.accounts.models import Person
from upheld.accounts.requirements import may
from upheld.accounts.roles import ROLES
from upheld.register.queries.register import is_demo
from upheld.scheme import get_scheme
from upheld.ui.site import Head, Link

HOME = Link("Desk", "/desk/")
NAVIGATION = (
    ("see", Link("Home", "/desk/")),
    ("prepare", Link("Take in", "/desk/take-in")),
    ("see", Link("Find", "/desk/find")),
    ("see", Link("Calendar", "/desk/calendar")),
    ("batch", Link("Batch", "/desk/batch")),
    ("synonyms", Link("Synonyms", "/desk/synonyms")),
    ("journal", Link("Journal", "/desk/journal")),
    ("people", Link("People", "/desk/people")),
)
NEVER_KEPT = "no-store"


@dataclass(frozen=True)
class Said:
    """What the last act came to, said until one goes on. `kind` is success, refusal or plain."""

    text: str
    kind: str


@dataclass(frozen=True)
class Desk:
    """The desk as this request sees it. Without `person` nobody is signed in, and there is no way to anywhere."""

    name: str
    logo: str | None
    is_demo: bool
    here: str
    path: str = ""
    person: str = ""
    role: str = ""
    navigation: tuple[Link, ...] = ()
    said: tuple[Said, ...] = ()


def show(request: HttpRequest, template: str, page: object, head: Head, status: int = 200) -> HttpResponse:
    """The page `desk/<template>.html` in its frame; no cache anywhere may keep it."""
    context = {"page": page, "head": head, "desk": make_desk(request)}
    response = render(request, f"desk/{template}.html", context, status=status)
    response["Cache-Control"] = NEVER_KEPT
    return response


def make_desk(request: HttpRequest) -> Desk:
    """The deployment, who is signed in, where this person may go, and the messages that wait for them."""
    scheme = get_scheme()
    person = request.user if isinstance(request.user, Person) else None
    return Desk(
        name=scheme.brand.name,
        logo=scheme.brand.logo,
        is_demo=is_demo(),
        here=_here(request.path),
        path=request.path,
        person=str(person or ""),
        role=ROLES[person.role].label if person and person.role in ROLES else "",
        navigation=tuple(link for permission, link in NAVIGATION if person and may(person, permission)),
        said=tuple(Said(str(one), _kind(one.level_tag)) for one in get_messages(request)),
    )


def _here(path: str) -> str:
    """The part of the desk that the address is in: what stands longest at its beginning."""
    return max((link.href or "" for _, link in NAVIGATION if path.startswith(link.href or "")), key=len, default="")


def _kind(level: str) -> str:
    return {"success": "success", "error": "refusal"}.get(level, "plain")
