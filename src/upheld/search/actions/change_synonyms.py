"""Changes the words that mean the same. Searches use the new list at once; the journal says that it changed."""

import datetime as dt

from upheld.journal.actions.append import NewEntry, append, writing
from upheld.lib.text import clean
from upheld.register.rules import OvertakenError
from upheld.search.language.synonyms import SynonymsError, read_groups
from upheld.search.models import SynonymList
from upheld.search.queries.synonyms import get_synonyms


def change_synonyms(text: str, *, seen: int, by: str, at: dt.datetime) -> int:
    """Puts the list in force. `seen` is the number of the one that was changed. Gives the number of the new one.

    Raises SynonymsError with the lines that are wrong, OvertakenError where somebody else was quicker, and
    UncleanTextError.
    """
    text = "\n".join(line.rstrip() for line in clean(text).splitlines()).strip("\n") + "\n"
    _, faults = read_groups(text)
    if faults:
        raise SynonymsError(faults)
    return _put(SynonymList(text=text, changed_at=at, changed_by=by), seen=seen, by=by, at=at)


def restore_synonyms(*, seen: int, by: str, at: dt.datetime) -> int:
    """Puts the scheme's own list in force again. Gives its new number. Raises OvertakenError."""
    return _put(SynonymList(is_default=True, changed_at=at, changed_by=by), seen=seen, by=by, at=at)


def _put(new: SynonymList, *, seen: int, by: str, at: dt.datetime) -> int:
    with writing():
        now = get_synonyms()
        if now.number != seen:
            raise OvertakenError("The list")
        if (now.text, now.is_default) == (new.text, new.is_default) or (new.is_default and now.is_default):
            return now.number
        new.save()
        append([NewEntry("synonyms.changed", "synonyms", new.pk)], by=by, at=at)
        return new.pk
