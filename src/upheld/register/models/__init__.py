"""The register's tables."""

from upheld.register.models.category import Category
from upheld.register.models.decision import Decision, DecisionOrganisation, DecisionReference
from upheld.register.models.former_address import FormerAddress
from upheld.register.models.further_report import FurtherReport
from upheld.register.models.organisation import Organisation, OrganisationCode, OrganisationName
from upheld.register.models.reading import Reading
from upheld.register.models.version import Version

__all__ = [
    "Category",
    "Decision",
    "DecisionOrganisation",
    "DecisionReference",
    "FormerAddress",
    "FurtherReport",
    "Organisation",
    "OrganisationCode",
    "OrganisationName",
    "Reading",
    "Version",
]
