"""The names that the register and its scheme have for things."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from upheld.register.models import DecisionOrganisation, OrganisationName
from upheld.register.models.decision import PUBLISHED
from upheld.register.names import name_key
from upheld.register.queries.place import list_places, list_shown
from upheld.scheme import get_scheme
from upheld.search.language.matching import Named

_OF_PUBLISHED = Exists(
    DecisionOrganisation.objects.filter(organisation=OuterRef("organisation"), decision__state=PUBLISHED)
)


def organisations_with(text: str) -> list[Named]:
    """Every name, present or former, that may have all words of the text in it."""
    rows = _names()
    for word in name_key(text).split():
        rows = rows.filter(key__contains=word)
    return _named(rows)


def all_organisations() -> list[Named]:
    """Every name, present or former."""
    return _named(_names())


def words_of_organisations() -> set[str]:
    """The words of every name, present or former, as they are compared."""
    return {word for key in _names().values_list("key", flat=True).iterator() for word in key.split()}


def categories() -> list[Named]:
    """The categories by their slugs; only those in which something is published."""
    return [Named(one.slug, one.name) for one in list_places(None)]


def subcategories() -> list[Named]:
    """The subcategories as `category/subcategory`, by their own names; only those in which something is published."""
    shown = list_shown()
    above = {one.pk: one.slug for one in shown}
    return [Named(f"{above[one.parent]}/{one.slug}", one.name) for one in shown if one.parent in above]


def outcomes() -> list[Named]:
    """The scheme's outcomes."""
    return [Named(one.slug, one.name) for one in get_scheme().outcomes]


def document_types() -> list[Named]:
    """The scheme's document types, by every name they have."""
    return [
        Named(one.slug, name)
        for one in get_scheme().document_types
        for name in (one.name, one.plural, one.label)
        if name
    ]


def _names() -> QuerySet[OrganisationName]:
    """Only of bodies from a public list or a published decision: nobody learns here what was withdrawn."""
    return OrganisationName.objects.filter(Q(organisation__known=True) | _OF_PUBLISHED).order_by("pk")


def _named(rows: QuerySet[OrganisationName]) -> list[Named]:
    return [Named(slug, name) for slug, name in rows.values_list("organisation__slug", "name")]
