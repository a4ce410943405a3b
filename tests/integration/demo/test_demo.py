"""The demo in the register: whole, told by its journal, and never beside anything else."""

import io
from collections import Counter
from collections.abc import Iterator

import pytest
from django.db import transaction
from django.db.models import Q
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from tests.build.deployment import Deployment
from upheld.demo.actions.make_demo import make_demo
from upheld.journal.models import Entry
from upheld.register.actions.declare_demo import NotEmptyError
from upheld.register.commands.export import _write
from upheld.register.models import (
    Category,
    Decision,
    DecisionOrganisation,
    DecisionReference,
    FormerAddress,
    Organisation,
    Version,
)
from upheld.register.queries.consistency import list_differences
from upheld.register.queries.record import list_records
from upheld.register.queries.register import is_demo

pytestmark = pytest.mark.slow  # 1,200 decisions are made first


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The demo, made once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        make_demo(by="demo")
        yield
        transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestDemo:
    """What the finished demo holds."""

    def test_the_first_entry_declares_it(self) -> None:
        entry = Entry.objects.get(number=1)
        assert (entry.kind, entry.subject) == ("register.declared-demo", "register")
        assert is_demo()

    def test_it_is_the_same_everywhere(self, demo_register: Deployment) -> None:
        """Each process has other hashes of strings: what hung on their order would differ."""
        stream = io.BytesIO()
        _write(stream)
        assert demo_register.do("export").encode() == stream.getvalue()

    def test_the_register_agrees_with_itself(self) -> None:
        assert list(list_differences()) == []

    def test_everything_that_can_happen_has_happened(self) -> None:
        kinds = Counter(Entry.objects.values_list("kind", flat=True))
        for kind in (
            "corrected",
            "held",
            "released",
            "withdrawn",
            "restored",
            "redacted",
            "described",
            "satisfied",
            "followed-up",
        ):
            assert kinds[f"decision.{kind}"], kind
        for kind in ("added", "updated", "renamed", "merged"):
            assert kinds[f"organisation.{kind}"], kind
        assert kinds["category.moved"]
        assert set(Version.objects.values_list("change", flat=True)) == {"first", "minor", "major", "redacted"}
        assert set(Decision.objects.values_list("state", flat=True)) == {"published", "held", "withdrawn"}

    def test_the_journal_moves_forward_in_time(self) -> None:
        times = list(Entry.objects.order_by("number").values_list("at", flat=True))
        assert times == sorted(times)

    def test_redacted_words_are_gone(self) -> None:
        erased = Version.objects.filter(erased_at__isnull=False)
        assert erased.count() == 2
        held = " ".join(Version.objects.exclude(content=None).values_list("content", flat=True))
        assert "Sallowfield" not in held
        assert "[removed]" in held

    def test_joint_cases_share_a_number_and_reports_may_have_several_references(self) -> None:
        assert DecisionReference.objects.filter(suffix="b", preferred=True).count() == 12
        assert DecisionReference.objects.filter(preferred=False).count() >= 6

    def test_bodies_have_kinds_former_names_and_successors(self) -> None:
        former = Organisation.objects.get(name="Dunmarley District Council")
        assert former.end_on is not None
        assert former.successor == Organisation.objects.get(name="Dunmarley and Fennimere Council")
        renamed = Organisation.objects.get(name="Tidewold City Council")
        assert FormerAddress.objects.get(path="/organisations/tidewold-borough-council").organisation == renamed
        assert not Organisation.objects.filter(name="Tansymoor Carers").exists()
        assert not Organisation.objects.filter(kind="").exists()
        printed = DecisionOrganisation.objects.filter(name="Tidewold Borough Council")
        assert set(printed.values_list("organisation__name", flat=True)) == {"Tidewold City Council"}

    def test_records_come_in_order_from_the_first_reference(self) -> None:
        references = [one.reference for one in list_records()]
        assert references[0] == "98 001 001"
        assert references == sorted(references)

    def test_a_second_demo_is_refused(self) -> None:
        with pytest.raises(NotEmptyError), transaction.atomic():
            make_demo(by="demo")

    def test_every_kind_of_page_answers(self, client: Client) -> None:
        places = [place.get_absolute_url() for place in Category.objects.select_related("parent")]
        bodies = [body.get_absolute_url() for body in Organisation.objects.all()]
        for path in ("/", "/decisions", "/organisations", "/about", *places, *bodies):
            assert client.get(path).status_code == 200, path
        decisions = Decision.objects.select_related("category", "subcategory__parent")
        chosen = (
            Q(pk__in=list(decisions.order_by("pk").values_list("pk", flat=True)[::9]))
            | Q(document_type="report")
            | ~Q(state="published")
        )
        answers = {"published": 200, "held": 404, "withdrawn": 410}
        for decision in decisions.filter(chosen | Q(version_number__gt=1)):
            address = decision.get_absolute_url()
            assert client.get(address).status_code == answers[decision.state], address
            if decision.state == "published" and decision.version_number > 1:
                expected = 410 if decision.redacted else 200
                assert client.get(f"{address}/v/1").status_code == expected, address
        assert "invented" in client.get("/").content.decode()
