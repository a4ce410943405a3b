"""“Someone can be recognised here”: a short form without cookie or session, whose words nobody outside sees."""

import datetime as dt
import logging

import pytest

from tests.build.decision import NOON, published, record
from tests.build.reader import Reader
from upheld.editorial.actions import report_recognition
from upheld.editorial.models import RecognitionReport
from upheld.register.actions.hold import hold
from upheld.register.actions.publish import publish
from upheld.register.actions.withdraw import withdraw
from upheld.scheme import load_scheme

pytestmark = pytest.mark.django_db
HERE = {"Sec_Fetch_Site": "same-origin", "Origin": "null"}
FORM = "/recognised/21-000-001"
TYPED = {"who": "child", "words": "The tree house in paragraph 3", "contact": "me@example.org"}


def test_every_page_of_a_decision_leads_quietly_to_the_form(reader: Reader) -> None:
    seen = reader.get(published().get_absolute_url())
    assert seen.all("//a[@href='/recognised/21-000-001']/@rel") == ["nofollow"]
    form = reader.get(FORM)
    assert (form.status, form.header("Cache-Control"), form.header("X-Robots-Tag")) == (200, "no-store", "noindex")
    assert not form.response.cookies
    assert "deleted 90 days after" in form.text
    assert "is never shown in public" in form.text


def test_what_is_sent_is_kept_at_the_desk_and_shown_nowhere(
    reader: Reader, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    published()
    sent = reader.post(FORM, TYPED, **HERE)
    assert (sent.status, sent.location, sent.header("Cache-Control")) == (303, f"{FORM}/sent", "no-store")
    assert not sent.response.cookies
    kept = RecognitionReport.objects.get()
    assert (kept.who, kept.text, kept.contact, kept.state) == (*TYPED.values(), "open")
    said = reader.get(sent.location)
    assert "within 1 working day" in said.text
    assert "tree house" not in said.text
    assert "tree house" not in caplog.text + "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"who": ""}, "Choose who can be recognised"),
        ({"who": "<b>"}, "Choose who can be recognised"),
        ({"words": " "}, "Write what gives them away"),
        ({"words": "\u200b\u2060"}, "Write what gives them away"),
        ({"words": "x" * 2_001}, "at most 2,000 characters"),
        ({"words": "a\0b"}, "cannot be kept"),
        ({"contact": "x" * 321}, "at most 320 characters"),
    ],
)
def test_what_cannot_be_taken_is_shown_again_with_what_is_wrong(
    reader: Reader, typed: dict[str, str], fault: str
) -> None:
    published()
    seen = reader.post(FORM, TYPED | typed, **HERE)
    assert seen.status == 400
    assert fault in seen.text
    assert seen.all("//h2[@class='govuk-error-summary__title']")
    assert seen.all("//input[@id='contact']/@value") == [(TYPED | typed)["contact"]]
    assert not RecognitionReport.objects.exists()


@pytest.mark.parametrize("said", [{"Sec_Fetch_Site": "cross-site"}, {"Origin": "https://elsewhere.example"}])
def test_another_site_cannot_send_it(reader: Reader, said: dict[str, str]) -> None:
    published()
    assert reader.post(FORM, TYPED, **said).status == 403
    assert not RecognitionReport.objects.exists()


def test_an_old_browser_that_says_nothing_can(reader: Reader) -> None:
    published()
    assert reader.post(FORM, TYPED).status == 303


def test_a_flood_is_told_so(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    published()
    monkeypatch.setattr(report_recognition, "MOST_AN_HOUR", 1)
    assert reader.post(FORM, TYPED, **HERE).status == 303
    seen = reader.post(FORM, TYPED, **HERE)
    assert seen.status == 503
    assert "What you wrote was not kept" in seen.text
    assert RecognitionReport.objects.count() == 1


def test_what_is_not_shown_has_no_form(reader: Reader) -> None:
    held, gone = published("21 000 001"), published("21 000 002")
    hold([held.pk], by="ada", at=NOON)
    withdraw([gone.pk], by="ada", at=NOON)
    for address, status in ((FORM, 404), ("/recognised/21-000-002", 410)):
        for seen in (reader.get(address), reader.post(address, TYPED, **HERE)):
            assert seen.status == status
            assert "is not shown at present" in seen.text
            assert not seen.all("//form[@class='recognised']")
    assert not RecognitionReport.objects.exists()


def test_what_never_was_public_is_as_good_as_unknown(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("scheme") / "own.toml"
    file.write_text('extends = "lgo"\nofficial = true\n', encoding="utf-8")
    monkeypatch.setenv("UPHELD_SCHEME", str(file))
    load_scheme.cache_clear()
    publish([record("21 000 001", decided_on=NOON.date())], by="ada", at=NOON + dt.timedelta(days=1))
    waiting, unknown = reader.get(FORM), reader.get("/recognised/21-000-009")
    assert (waiting.status, unknown.status) == (404, 404)
    assert waiting.text.replace("21 000 001", "") == unknown.text.replace("21 000 009", "")
    assert reader.get(f"{FORM}/sent").status == 404


@pytest.mark.parametrize("path", ["/recognised/nothing", "/recognised/nothing/sent"])
def test_no_reference_is_no_page(reader: Reader, path: str) -> None:
    assert reader.get(path).status == 404


@pytest.mark.usefixtures("analytics")
def test_no_other_program_sees_the_page(reader: Reader) -> None:
    published()
    reader.client.cookies["upheld_privacy"] = "on"
    assert "googletagmanager" not in reader.get(FORM).response.content.decode()
