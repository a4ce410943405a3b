"""Keeps, renames and deletes a person's own searches of the desk.

The journal is not told: a bookmark changes nothing of the register, and an entry would make every kept page old.
"""

from django.db import IntegrityError, transaction

from upheld.editorial.models import SavedView

LONGEST_NAME, LONGEST_QUERY = 100, 1_000


class ViewError(ValueError):
    """A view cannot be kept as it is asked; the message says why."""


def keep_view(name: str, query: str, *, shared: bool, by: str) -> SavedView:
    """Keeps the search under the person's own name for it; what had that name of theirs is replaced.

    Raises ViewError for a name or a search that is too long, or no name.
    """
    if len(query) > LONGEST_QUERY:
        raise ViewError("This search is too long to be kept; choose fewer filters")
    values = {"query": query, "is_shared": shared}
    with transaction.atomic():
        view, _ = SavedView.objects.update_or_create(owner=by, name=_checked(name), defaults=values)
    return view


def rename_view(view_id: int, name: str, *, shared: bool, by: str) -> None:
    """Gives a view of the person's own another name, and says whether it is shared. Raises ViewError."""
    try:
        with transaction.atomic():
            changed = SavedView.objects.filter(pk=view_id, owner=by).update(name=_checked(name), is_shared=shared)
    except IntegrityError as error:
        raise ViewError(f"You have a view called “{name.strip()}” already; choose another name") from error
    if not changed:
        raise ViewError("This view is not yours, or is gone")


def delete_view(view_id: int, *, by: str) -> None:
    """Deletes a view of the person's own. Raises ViewError when there is none."""
    with transaction.atomic():
        gone, _ = SavedView.objects.filter(pk=view_id, owner=by).delete()
    if not gone:
        raise ViewError("This view is not yours, or is gone")


def _checked(name: str) -> str:
    checked = " ".join(name.split())
    if not checked:
        raise ViewError("Give the view a name")
    if len(checked) > LONGEST_NAME:
        raise ViewError(f"A name has at most {LONGEST_NAME} letters")
    return checked
