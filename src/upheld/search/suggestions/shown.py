"""What may be shown, as the register stands at this moment."""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from django.db.models import Exists, OuterRef, Q

from upheld.lib.slugs import slugify
from upheld.register.models import Category, Decision, DecisionOrganisation, FormerAddress, Organisation
from upheld.register.models.decision import PUBLISHED
from upheld.search.suggestions.counted import is_cited
from upheld.search.suggestions.phrases import Phrase
from upheld.search.suggestions.suggestion import Entry, Suggestion
from upheld.search.suggestions.summaries import still_standing

Shown = dict[tuple[str, int | str], Suggestion]
"""By kind and subject of the entry, of whose name it says nothing yet."""

_LAWS = 3  # laws that are looked up in the index for one reader


def show_all(entries: Iterable[Entry], phrases: Mapping[str, Phrase]) -> Shown:
    """Everything that may be shown. Laws are as the index counted them just now."""
    laws = ((one.subject, one.name) for one in entries if one.kind == "law")
    return {**_organisations(None), **_subjects(None), **_laws(laws), **_words(phrases.values())}


def show_some(entries: Collection[Entry], phrases: Mapping[str, Phrase], folder: Path) -> Shown:
    """Those of the entries that may be shown, each looked at anew."""
    ids: dict[str, list[int | str]] = {"organisation": [], "subject": [], "law": [], "words": []}
    for one in entries:
        ids[one.kind].append(one.subject)
    names = {one.subject: one.name for one in entries if one.kind == "law"}
    cited = [(slug, names[slug]) for slug in ids["law"][:_LAWS] if is_cited(str(slug), folder)]
    words = [phrases[str(text)] for text in ids["words"] if text in phrases]
    return {
        **(_organisations(ids["organisation"]) if ids["organisation"] else {}),
        **(_subjects(ids["subject"]) if ids["subject"] else {}),
        **_laws(cited),
        **_words(words),
    }


def read_former() -> frozenset[tuple[int, str]]:
    """The ids of organisations with the slugs of the names they had once: any other name is one beside the present."""
    rows = FormerAddress.objects.filter(organisation__isnull=False).values_list("organisation_id", "path")
    return frozenset((pk, path.rpartition("/")[2]) for pk, path in rows)


def note_of(entry: Entry, former: Collection[tuple[int, str]]) -> str:
    """What is said of a name that is not the present one."""
    if not entry.is_other:
        return ""
    return f"formerly {entry.name}" if (entry.subject, slugify(entry.name)) in former else f"also {entry.name}"


def _organisations(ids: Collection[int | str] | None) -> Shown:
    """Bodies with a published decision, and those that others took over, whose page says so."""
    decisions = DecisionOrganisation.objects.filter(organisation=OuterRef("pk"), decision__state=PUBLISHED)
    rows = Organisation.objects.filter(Q(successor__isnull=False) | Exists(decisions))
    found = (rows if ids is None else rows.filter(pk__in=ids)).values_list("pk", "name", "slug", "successor__name")
    return {
        ("organisation", pk): Suggestion(
            "organisation", name, name, f"/organisations/{slug}", f"now {successor}" if successor else ""
        )
        for pk, name, slug, successor in found
    }


def _subjects(ids: Collection[int | str] | None) -> Shown:
    published = Decision.objects.filter(state=PUBLISHED)
    holds = Exists(published.filter(category=OuterRef("pk"))), Exists(published.filter(subcategory=OuterRef("pk")))
    rows = Category.objects.select_related("parent").filter(Q(holds[0]) | Q(holds[1]))
    found = rows if ids is None else rows.filter(pk__in=ids)
    return {
        ("subject", one.pk): Suggestion(
            "subject", one.name, one.name, one.get_absolute_url(), f"in {one.parent.name}" if one.parent else ""
        )
        for one in found
    }


def _laws(laws: Iterable[tuple[int | str, str]]) -> Shown:
    return {("law", slug): Suggestion("law", title, title, str(slug)) for slug, title in laws}


def _words(phrases: Iterable[Phrase]) -> Shown:
    return {("words", one.text): Suggestion("words", one.text, one.text, "") for one in still_standing(list(phrases))}
