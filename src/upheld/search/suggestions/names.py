"""Every name by which something can be suggested, read from the register and the index."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from upheld.register.models import Category, Organisation, OrganisationCode, OrganisationName
from upheld.register.names import name_key
from upheld.search.results import Counts
from upheld.search.suggestions.counted import count_laws
from upheld.search.suggestions.entries import initials
from upheld.search.suggestions.phrases import Phrase
from upheld.search.suggestions.suggestion import Entry


def read_entries(counts: Counts, phrases: Sequence[Phrase]) -> tuple[Entry, ...]:
    """Organisations by every name they ever had, subjects, laws and phrases, whether or not they may be shown."""
    subjects = list(_subjects(counts))
    laws = list(_laws(counts))
    taken = {one.key for one in (*subjects, *laws)}
    words = (one for one in _words(phrases) if one.key not in taken)
    return (*_organisations(counts.get("organisation", {})), *subjects, *laws, *words)


def _organisations(counts: Mapping[str, int]) -> Iterator[Entry]:
    bodies = {pk: (name, slug) for pk, name, slug in Organisation.objects.values_list("pk", "name", "slug")}
    codes: dict[int, list[str]] = defaultdict(list)
    for pk, code in OrganisationCode.objects.values_list("organisation_id", "code"):
        codes[pk].append(name_key(code).replace(" ", ""))
    for pk, (name, slug) in bodies.items():
        shorts = (*initials(name), *codes[pk])
        yield Entry("organisation", pk, name, name_key(name), counts.get(slug, 0), shorts)
    for pk, name, key in OrganisationName.objects.values_list("organisation_id", "name", "key"):
        present, slug = bodies.get(pk, ("", ""))
        if slug and key != name_key(present):
            yield Entry("organisation", pk, name, key, counts.get(slug, 0), initials(name), is_other=True)


def _subjects(counts: Counts) -> Iterator[Entry]:
    above, below = counts.get("category", {}), counts.get("subcategory", {})
    for pk, name, slug, parent in Category.objects.values_list("pk", "name", "slug", "parent__slug"):
        weight = below.get(f"{parent}/{slug}", 0) if parent else above.get(slug, 0)
        yield Entry("subject", pk, name, name_key(name), weight, initials(name))


def _laws(counts: Counts) -> Iterator[Entry]:
    for slug, (title, number) in count_laws(counts).items():
        yield Entry("law", slug, title, name_key(title), number)


def _words(phrases: Sequence[Phrase]) -> Iterator[Entry]:
    for one in phrases:
        yield Entry("words", one.text, one.text, name_key(one.text), one.count)
