"""“Cases like mine”: what happened in similar decisions, without false hope; and not a word of it is kept."""

import io
import logging
from collections.abc import Callable

import pytest

from tests.build.alike import TOLD, publish_alike
from tests.build.decision import NOON
from tests.build.reader import Reader, Seen
from upheld.lib.arrivals import Arrivals, BusyError
from upheld.public.allowance import Allowance
from upheld.public.pages.cases_like_mine import LONGEST, PREDICT_NOTHING
from upheld.public.views import cases_like_mine as view
from upheld.register import reading
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Decision, Reading
from upheld.scheme import get_scheme
from upheld.search import QueryError
from upheld.search.likeness import finding

pytestmark = pytest.mark.django_db
PAGE = "/cases-like-mine"
HERE = {"Sec_Fetch_Site": "same-origin", "Origin": "null"}


def tell(reader: Reader, words: str, **more: str) -> Seen:
    return reader.post(PAGE, {"words": words} | more, **HERE)


def kept_in_form(seen: Seen) -> str:
    return str(seen.page.xpath("string(//textarea)"))


def test_the_form_says_what_happens_with_the_words(reader: Reader) -> None:
    seen = reader.get(PAGE)
    assert seen.status == 200
    assert not seen.response.cookies
    for promise in ("not stored", "not logged", "any cache", "an address", "an error report", "20,000 characters"):
        assert promise in seen.text
    assert seen.all("//form[@id='tell']/@method") == ["post"]
    assert "call" in seen.main


def test_from_words_to_figures_and_back(
    reader: Reader, index: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = publish_alike()
    index()
    seen = tell(reader, TOLD)
    assert (seen.status, seen.header("Cache-Control"), seen.header("X-Robots-Tag")) == (200, "no-store", "noindex")
    assert not seen.response.cookies
    assert kept_in_form(seen).strip() == TOLD
    main = seen.main
    assert main.index(PREDICT_NOTHING) < main.index("In 12 similar decisions")
    assert seen.all("//ul[@class='side-by-side']/li") == [
        "6 Upheld", "3 Not upheld", "3 Closed after initial enquiries",
    ]  # fmt: skip
    for words in (
        "includes investigations that were discontinued",
        "6 of the 12 received no payment",
        "time and trouble: in 6 decisions. These are too few to say what was usual",
        "paid for what was lost: in 6 decisions",
        "Out of all 36 decisions in this register, decided from 5 April 2022 to 12 January 2023",
        "were decided from 1 January 2023 to 12 January 2023",
        "All of them are about School transport",
        "We find the Council at fault for not telling parents",
    ):
        assert words in main
    [figures] = seen.all("//section[@class='cases__figures']")
    assert not any(word in figures for word in ("%", "chance", "likely", "average", "rate"))
    assert len(seen.entries) == 10
    assert {"bus", "breaking", "escort", "ill"} <= set(seen.all("(//ol[@class='cases']/li)[1]//mark"))
    assert seen.all("(//a[@class='quote__place'])[1]/@href")[0].endswith("#p1")
    assert seen.all("//button[@name='show']") == ["Show 2 more"]

    assert len(tell(reader, TOLD, show="20").entries) == 12
    assert len(tell(reader, TOLD, show="999").entries) == 12

    narrowed = tell(reader, TOLD, subject="housing")
    assert "No decision here uses words much like yours" in narrowed.text
    assert "compared with 24 decisions" in narrowed.text
    assert narrowed.all("//option[@selected]/@value") == ["housing"]
    assert narrowed.links()["All decisions about Housing"] == "/decisions/housing"
    assert len(tell(reader, TOLD, subject="education/school-transport").entries) == 10
    assert "No decision here" in tell(reader, TOLD, council="nobody").text

    withdraw(ids[:3], by="editor", at=NOON)  # the index does not know yet
    few = tell(reader, TOLD)
    assert len(few.entries) == 9
    assert "no figures are given" in few.main
    assert not few.all("//ul[@class='side-by-side']")

    def fail(*_: object, **__: object) -> None:
        raise QueryError("the engine has failed")

    monkeypatch.setattr(finding, "find_similar", fail)
    assert len(tell(reader, TOLD).entries) == 9


def test_what_is_kept_of_remedies_is_shown_and_counted_as_if_it_were_read(
    reader: Reader, index: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_alike()
    index()
    with monkeypatch.context() as patched:
        patched.setattr(reading, "read_remedies", lambda *_: pytest.fail("read again"))
        kept = tell(reader, TOLD, show="20")
    Reading.objects.all().delete()
    assert tell(reader, TOLD, show="20").main == kept.main
    assert "6 of the 12 received no payment" in kept.main


def test_a_decision_leads_to_similar_ones_but_not_to_itself(reader: Reader, index: Callable[[], None]) -> None:
    ids = publish_alike()
    index()
    withdraw(ids[:8], by="editor", at=NOON)
    one = Decision.objects.get(pk=ids[9])
    seen = reader.get(one.get_absolute_url())
    similar = seen.all("//h3[.='Similar decisions']/following-sibling::ul[1]//a")
    assert len(similar) == 3
    assert not any(one.reference in line for line in similar)
    assert not any(f"98 100 00{place}" in line for line in similar for place in range(8))


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ("", 400, "Write what happened"),
        ("   \r\n ", 400, "Write what happened"),
        ("the council lied", 400, "Write a little more"),
        ("a bc " * 4_001, 400, "longer than we can compare: 20,004 characters"),
        ("𠀀" * (LONGEST + 1), 400, "longer than we can compare"),
    ],
)
def test_what_cannot_be_looked_for_is_said_and_given_back(reader: Reader, words: str, status: int, said: str) -> None:
    seen = tell(reader, words)
    assert (seen.status, seen.header("Cache-Control")) == (status, "no-store")
    assert said in seen.text
    assert kept_in_form(seen).strip() == words.strip()
    assert seen.all("//*[@class='govuk-error-summary__title']") == ["Nothing was looked for yet"]


def test_the_longest_text_of_any_script_is_let_through_here_only(reader: Reader) -> None:
    words, form = "%F0%A0%80%80" * LONGEST, "application/x-www-form-urlencoded"
    sent = {"content_type": form, "headers": {"Sec-Fetch-Site": "same-origin"}}
    assert Seen(reader.client.post(PAGE, f"words={words}", **sent)).status == 400  # too few words, but read
    assert reader.client.post("/privacy-settings", f"words={words}", **sent).status_code == 400
    large = Seen(reader.client.post(PAGE, f"words={'x' * 600_000}", **sent))
    assert (large.status, large.header("Cache-Control")) == (413, "no-store")
    assert "still there" in large.text


def test_without_an_index_or_from_another_site_the_words_are_given_back(reader: Reader) -> None:
    waiting = tell(reader, TOLD)
    assert (waiting.status, waiting.header("Cache-Control"), waiting.header("Retry-After")) == (503, "no-store", "60")
    assert kept_in_form(waiting).strip() == TOLD
    elsewhere = reader.post(PAGE, {"words": TOLD}, Sec_Fetch_Site="cross-site")
    assert (elsewhere.status, kept_in_form(elsewhere).strip()) == (403, TOLD)
    assert reader.client.put(PAGE).status_code == 405


def test_who_asks_too_much_is_told_when_to_come_again_and_keeps_the_words(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(view, "_allowance", Allowance(burst=1, seconds=30))
    sent = {"headers": {"Sec-Fetch-Site": "same-origin"}, "REMOTE_ADDR": "8.8.4.4"}
    asked = [Seen(reader.client.post(PAGE, {"words": TOLD}, **sent)) for _ in range(2)]
    assert [(one.status, one.header("Retry-After")) for one in asked] == [(503, "60"), (429, "30")]
    assert "send it again in 30 seconds" in asked[1].text
    monkeypatch.setattr(view, "PATIENCE", 0)
    comparing = [view._comparing.acquire() for _ in range(view.MOST_COMPARING)]
    asked.append(tell(reader, TOLD))
    for _ in comparing:
        view._comparing.release()
    for one in asked:
        assert (one.header("Cache-Control"), kept_in_form(one).strip()) == ("no-store", TOLD)


def refuse(_: Arrivals) -> None:
    raise BusyError


def test_what_cannot_be_taken_in_is_told_and_not_read(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Arrivals, "place", refuse)
    busy = tell(reader, TOLD)
    assert (busy.status, busy.header("Cache-Control"), busy.header("Retry-After")) == (503, "no-store", "5")
    assert "what you wrote is still there" in busy.text
    monkeypatch.undo()
    cut = {"wsgi.input": io.BytesIO(b"words=zyxwheron"), "CONTENT_LENGTH": "5000"}
    late = Seen(reader.client.post(PAGE, **cut))
    assert (late.status, late.header("Cache-Control")) == (408, "no-store")
    assert "did not reach us whole" in late.text
    assert "zyxwheron" not in late.text


def test_an_answer_stays_and_can_be_left_at_once(reader: Reader) -> None:
    form, answer = reader.get(PAGE), tell(reader, TOLD)
    assert (form.all("//base/@target"), answer.all("//base/@target")) == ([], ["_blank"])
    here = answer.page.xpath("//a[starts-with(@href, '#') or starts-with(@href, 'tel:')] | //form[@id='tell']")
    assert {one.get("target") for one in here} == {"_self"}
    for seen in (form, answer):
        [skip, button] = seen.page.xpath("//a[normalize-space()='Leave this page quickly']")
        for way in (skip, button):
            assert (way.get("href"), way.get("target")) == (get_scheme().leave_to, "_self")
            assert "noreferrer" in way.get("rel")
        assert seen.page.xpath("//a")[1] is skip


class PanicError(BaseException):
    """An engine's panic, which is no Exception."""


def test_a_failure_says_nothing_of_the_words(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def panic(text: str, **_: object) -> None:
        raise PanicError(f"cannot compare {text}")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(view, "find_alike", panic)
    seen = tell(reader, TOLD)
    assert (seen.status, seen.header("Cache-Control")) == (500, "no-store")
    assert kept_in_form(seen).strip() == TOLD
    assert "PanicError" in caplog.text
    assert "escort" not in caplog.text
    assert not any(one.exc_info for one in caplog.records)


def test_who_may_be_in_danger_is_told_first_whom_to_call(reader: Reader) -> None:
    for words in (f"{TOLD} My brother hits me every night.", "I want to die"):
        seen = tell(reader, words)
        assert seen.all("(//main//*[self::h1 or self::h2])[1]") == ["If somebody is in danger now, please call first"]
        assert {"tel:999", "tel:08001111", "tel:116123"} <= set(seen.links().values())


def test_danger_that_no_rule_notices_still_finds_whom_to_call(reader: Reader, index: Callable[[], None]) -> None:
    publish_alike()
    index()
    for words in (TOLD, "Zebra xylophones quietly juggle vexed wizards"):
        seen = tell(reader, words)
        assert "please call first" not in seen.text
        assert "see whom to call" in seen.main
        assert {"tel:999", "tel:08001111", "tel:116123"} <= set(seen.links().values())
