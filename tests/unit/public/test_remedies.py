"""Remedies in words."""

from typing import Any

import pytest

from upheld.analysis.remedy import Remedy
from upheld.public.pages.remedies import make_put_right, make_remedy, place_words


def remedy(**values: Any) -> Remedy:
    return Remedy.model_validate({"kind": "apology", "status": "agreed"} | values)


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"pence": 20_000}, "£200"),
        ({"pence": 135_000}, "£1,350"),
        ({"pence": 1_205}, "£12.05"),
        ({"pence": 0}, "£0"),
        ({"pence": 5_000, "per": "month"}, "£50 a month"),
        ({"pence": 5_000, "per": "person"}, "£50 for each person"),
        ({}, ""),
    ],
)
def test_sums(values: dict[str, Any], words: str) -> None:
    assert make_remedy(remedy(**values)).sum == words


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({"kind": "apology"}, "An apology"),
        ({"kind": "quantifiable-loss", "pence": 8_500}, "£85 for what was lost"),
        ({"kind": "quantifiable-loss"}, "A payment for what was lost"),
        ({"kind": "loss-of-service", "pence": 8_500, "per": "term"}, "£85 a term for a service that was missed"),
        ({"kind": "services", "pence": 8_500}, "Services provided: £85"),
    ],
)
def test_what_was_done_is_said_with_its_sum(values: dict[str, Any], title: str) -> None:
    line = make_remedy(remedy(**values))
    assert line.before + line.sum + line.after == title


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (28, "within 4 weeks"),
        (7, "within a week"),
        (10, "within 10 days"),
        (1, "within 1 day"),
        (0, "within 0 days"),
        (30, "within a month"),
        (91, "within 3 months"),
        (None, ""),
    ],
)
def test_how_long_it_may_take(days: int | None, words: str) -> None:
    assert make_remedy(remedy(within_days=days)).terms == words


def test_for_whom() -> None:
    terms = make_remedy(remedy(**{"for": "service", "within_days": 28})).terms
    assert terms == "to make the service better, within 4 weeks"


def test_for_whom_is_said_where_it_is_not_the_person_who_complained() -> None:
    assert make_remedy(remedy(**{"for": "complainant"})).terms == ""
    assert make_remedy(remedy(**{"for": "others"})).terms == "for other people"


@pytest.mark.parametrize("text", ["pay £50; and", "pay £50;", "pay £50 and", "pay £50, or", "pay £50"])
def test_what_joins_the_items_of_a_list_is_left_out(text: str) -> None:
    assert make_remedy(remedy(text=text)).words == "Pay £50"


def test_what_was_agreed_is_not_mixed_up_with_what_was_done_or_only_asked_for() -> None:
    given = [remedy(status=status) for status in ("done", "not-made", "agreed", "recommended", "agreed")]
    put_right = make_put_right(given)
    assert put_right is not None
    assert put_right.heading == "What was put right"
    assert [(group.heading, group.status, len(group.lines)) for group in put_right.groups] == [
        ("What was agreed", "agreed", 2),
        ("What was recommended", "recommended", 1),
        ("What was already done", "already done", 1),
        ("What was considered, but not made", "considered, but not made", 1),
    ]


@pytest.mark.parametrize(
    ("statuses", "heading"),
    [
        (("recommended", "done"), "What was put right"),
        (("recommended", "not-made"), "What was recommended"),
        (("not-made",), "What was considered, but not made"),
    ],
)
def test_the_heading_does_not_promise_more_than_there_is(statuses: tuple[str, ...], heading: str) -> None:
    put_right = make_put_right([remedy(status=status) for status in statuses])
    assert put_right is not None
    assert put_right.heading == heading


@pytest.mark.parametrize("status", ["recommended", "not-made"])
def test_what_the_heading_of_all_says_is_not_said_again(status: str) -> None:
    put_right = make_put_right([remedy(status=status)])
    assert put_right is not None
    assert [group.heading for group in put_right.groups] == [""]


def test_nothing_is_said_of_nothing() -> None:
    assert make_put_right([]) is None


def test_what_a_program_read_leads_to_its_sentence() -> None:
    line = make_remedy(remedy(read=True, at="p12"))
    assert line.source is not None
    assert (line.source.text, line.source.href) == ("paragraph 12", "#p12")
    assert make_remedy(remedy(text="apologise")).source is None
    put_right = make_put_right([remedy(), remedy(read=True, at="p12")])
    assert put_right is not None
    assert put_right.is_read


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("p12", "paragraph 12"),
        ("summary", "the summary"),
        ("p12-1", "below paragraph 12"),
        ("p0-2", "before paragraph 1"),
        ("the-complaint", "the text"),
    ],
)
def test_places_in_words(address: str, words: str) -> None:
    assert place_words(address) == words


def test_words_that_several_share_stand_once_and_long_ones_are_cut_between_words() -> None:
    text = "Apologise and pay Mrs B £200 " * 20
    put_right = make_put_right([remedy(text=text), remedy(text=text, kind="other")])
    assert put_right is not None
    first, last = put_right.groups[0].lines
    assert (first.words, first.goes_on, last.goes_on) == ("", True, False)
    assert len(last.words) <= 180
    assert last.words.endswith(" …")
    assert text.startswith(last.words.removesuffix(" …") + " ")


def test_words_that_stand_in_two_places_are_shown_for_each() -> None:
    put_right = make_put_right([remedy(text="apologise", read=True, at=at) for at in ("p3", "p9")])
    assert put_right is not None
    assert [(line.words, line.goes_on) for line in put_right.groups[0].lines] == [("Apologise", False)] * 2


def test_every_kind_has_words() -> None:
    for kind in Remedy.model_fields["kind"].annotation.__args__:  # type: ignore[union-attr]  # a Literal's values
        assert make_remedy(remedy(kind=kind)).before[0].isupper()
