"""The kinds of what could show who a person is, with words for editors."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: its name in data, its name for people, and what it is."""

    slug: str
    label: str
    explanation: str


_KINDS = (
    Kind("name", "Name", "The name of a person, or a part of one."),
    Kind("initial", "Real initial", "An alias whose letter begins the person's real name."),
    Kind("alias", "Doubtful alias", "An alias that readers could mistake, such as one letter for two people."),
    Kind("postcode", "Postcode", "A postcode, or the first half of one for a small area."),
    Kind("address", "Address", "A street, a house or a flat."),
    Kind("phone", "Phone number", "A telephone number."),
    Kind("email", "E-mail address", "An e-mail address, also when written with “at” and “dot”."),
    Kind("web-address", "Web address or handle", "A page, an account or a computer that leads to a person."),
    Kind("nhs-number", "NHS number", "The ten digits by which the NHS knows a patient."),
    Kind("national-insurance", "National Insurance number", "The number for tax and benefits."),
    Kind("date-of-birth", "Date of birth", "The day or month somebody was born."),
    Kind("vehicle", "Vehicle registration", "The number plate of a vehicle."),
    Kind("bank", "Bank details", "A sort code, an account, an IBAN or a card."),
    Kind("identity-number", "Identity number", "A passport, driving licence, pupil, property or similar number."),
    Kind("case-number", "Case number", "The number of another case, application, claim or report."),
    Kind("place", "School, home or small place", "A place so small that it leads to a child or an adult in care."),
    Kind("age-and-condition", "Age with a rare condition", "Few people of one age have a rare condition."),
    Kind("role", "Role of one person", "A job that only one person holds."),
    Kind("quotation", "Searchable quotation", "Words of a person, long enough to be found by a search."),
)


def _by_slug(kinds: Iterable[Kind]) -> dict[str, Kind]:
    return {kind.slug: kind for kind in kinds}


KINDS: dict[str, Kind] = _by_slug(_KINDS)
