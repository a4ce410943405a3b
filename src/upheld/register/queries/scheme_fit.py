"""Whether the register was made with the scheme that is set."""

from collections.abc import Iterator

from upheld.register.models import Decision
from upheld.register.queries.register import is_declared_official
from upheld.scheme import Scheme


class OtherSchemeError(ValueError):
    """The register holds what the scheme does not know."""


def list_misfits(scheme: Scheme) -> Iterator[str]:
    """What the decisions of the register use and the scheme lacks, as sentences."""
    if is_declared_official() and not scheme.official:
        yield f"scheme: the register is official, and {scheme.name} as it is set is not (`official = true`)"
    first = Decision.objects.order_by("pk").values_list("reference", flat=True).first()
    if first is not None and scheme.pattern.parse_printed(first) is None:
        yield f"scheme: {first} is not written as the references of {scheme.name} are"
    types = Decision.objects.exclude(document_type__in=[one.slug for one in scheme.document_types])
    for slug in types.order_by().values_list("document_type", flat=True).distinct():
        yield f"scheme: decisions are of the document type “{slug}”, which {scheme.name} does not have"
    outcomes = Decision.objects.exclude(outcome__in=[one.slug for one in scheme.outcomes]).exclude(outcome=None)
    for outcome in outcomes.order_by().values_list("outcome", flat=True).distinct():
        yield f"scheme: decisions have the outcome “{outcome}”, which {scheme.name} does not have"


def refuse_another(scheme: Scheme) -> None:
    """Raises OtherSchemeError when the register was made with another scheme: nothing in it would be found."""
    if misfits := list(list_misfits(scheme)):
        raise OtherSchemeError(
            f"This register was made with another scheme: {'; '.join(misfits)}. Set UPHELD_SCHEME to that one"
        )
