"""Redaction: the words go from the present text and every version that held them; the rest stays."""

import pytest

from tests.build.decision import NOON, published, record
from upheld.journal.models import Entry
from upheld.register.actions.correct import Correction, correct
from upheld.register.actions.redact import WordsNotFoundError, redact
from upheld.register.models import Decision, Organisation, Version
from upheld.register.queries.mentions import list_mentions
from upheld.register.queries.record import get_record
from upheld.register.redaction import WordsError

pytestmark = pytest.mark.django_db

SECTION = [
    {"heading": "Dorothea Quill", "blocks": [{"number": 1, "text": "x", "items": ["Ms Quill wrote", "no more"]}]}
]


def everything() -> str:
    rows = [*Version.objects.values_list("summary", "content"), *Organisation.objects.values_list("name", "slug")]
    rows += Entry.objects.values_list("data", "by")
    return repr(rows).lower()


def test_the_words_are_gone_from_text_and_earlier_versions() -> None:
    decision = published(summary="Dorothea  QUILL complained.", sections=SECTION)
    corrected = record(summary="Dorothea Quill complained twice.", sections=SECTION)
    correct([Correction(decision.pk, 1, corrected)], by="editor", at=NOON)
    plan = redact(decision.pk, ["Dorothea Quill", "Quill"], "[removed]", by="editor", at=NOON)
    assert plan.erased == (1, 2)
    now = get_record(decision.pk)
    assert now.summary == "[removed] complained twice."
    assert now.sections[0].heading == "[removed]"
    assert now.sections[0].blocks[0].items == ("Ms [removed] wrote", "no more")
    assert "quill" not in everything()
    erased = list(Version.objects.order_by("number").values_list("number", "change", "content_hash"))
    assert erased[:2] == [(1, "first", None), (2, "minor", None)]
    assert erased[2][:2] == (3, "redacted")
    assert Decision.objects.get().redacted


def test_a_body_named_after_a_person_loses_the_name_too() -> None:
    decision = published(organisations=[{"name": "Dorothea Quill's Home"}])
    redact(decision.pk, ["Dorothea Quill"], "[removed]", by="editor", at=NOON)
    assert "quill" not in everything()
    assert get_record(decision.pk).organisations[0].name == "[removed]'s Home"
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize("given", ["Dorothea Quill-Marsh", "dorothea quill marsh", "Dorothea-Quill\u2013Marsh"])
def test_a_double_name_is_found_with_and_without_its_hyphen(given: str) -> None:
    decision = published(summary="Dorothea Quill-Marsh, later Dorothea Quill Marsh, wrote as dorothea-quill- marsh.")
    assert list_mentions([given], but=0) == [decision.reference]
    redact(decision.pk, [given], "Ms Q", by="editor", at=NOON)
    assert get_record(decision.pk).summary == "Ms Q, later Ms Q, wrote as Ms Q."


def test_other_decisions_that_hold_the_words_are_named_wherever_they_hold_them() -> None:
    spread = [{"heading": None, "blocks": [{"number": 1, "text": "Written by Dorothea\nQuill", "items": ["a text"]}]}]
    decision = published(sections=spread)
    assert list_mentions(["Dorothea Quill"], but=0) == [decision.reference]
    assert list_mentions(["heading"], but=0) == []


@pytest.mark.parametrize(
    "given", ["Si\u0302an O'Neill-Zoe\u0308", "SI\u00c2N  O\u2019NEILL\u2011ZO\u00cb", "sian o'neill-zoe"]
)
def test_words_are_found_however_they_were_typed(given: str) -> None:
    given = given.replace("i\u0302a", "ia\u0302")  # decomposed, as some keyboards and file systems give it
    decision = published(
        summary="Si\u00e2n\u00a0O\u2019Ne\u00adill-Zo\u00eb complained about si\u00e2n o\u2019neill-zo\u00eb."
    )
    redact(decision.pk, [given], "[removed]", by="editor", at=NOON)
    assert get_record(decision.pk).summary == "[removed] complained about [removed]."


@pytest.mark.parametrize(
    "address", ["dorothea-quill", "?q=Dorothea%20Quill", "?q=dorothea+quill", "Doroth%C3%A9a_Quill"]
)
def test_an_address_that_spells_the_words_goes(address: str) -> None:
    decision = published(source_url=f"https://elsewhere.example/{address}")
    redact(decision.pk, ["Dorothea Quill"], "[removed]", by="editor", at=NOON)
    assert get_record(decision.pk).source_url is None
    assert Version.objects.get().content_hash


def test_an_address_that_does_not_spell_the_words_stays() -> None:
    decision = published(summary="Ms Quill.", source_url="https://elsewhere.example/quilling/1")
    redact(decision.pk, ["Quill"], "[removed]", by="editor", at=NOON)
    assert get_record(decision.pk).source_url == "https://elsewhere.example/quilling/1"


def test_a_replacement_that_leaves_a_name_empty_is_refused() -> None:
    decision = published(organisations=[{"name": "Dorothea Quill"}])
    with pytest.raises(WordsError, match=r"organisations\.0\.name"):
        redact(decision.pk, ["Dorothea Quill"], "", by="editor", at=NOON)
    assert get_record(decision.pk).organisations[0].name == "Dorothea Quill"


def test_only_whole_words_go() -> None:
    decision = published(summary="Ann asked for an annual review. Ann’s mother agreed.")
    redact(decision.pk, ["Ann"], "Ms X", by="editor", at=NOON)
    assert get_record(decision.pk).summary == "Ms X asked for an annual review. Ms X’s mother agreed."


def test_words_that_do_not_stand_there_are_refused_without_a_trace() -> None:
    decision = published()
    before = Entry.objects.count()
    with pytest.raises(WordsNotFoundError):
        redact(decision.pk, ["Dorothea Quill"], "[removed]", by="editor", at=NOON)
    with pytest.raises(WordsError):
        redact(decision.pk, ["papers"], "her papers", by="editor", at=NOON)
    assert Entry.objects.count() == before
    assert Version.objects.count() == 1
