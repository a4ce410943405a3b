"""What is read as a remedy, and what is not."""

from itertools import pairwise

import pytest

from tests.build.effort import effort
from tests.evaluation.evaluate import ASPECTS, Score, compare, score
from tests.evaluation.passages import Label, load_passages
from upheld.analysis.document import Block, Section
from upheld.analysis.paragraphs import list_paragraphs
from upheld.analysis.remedies import account_for_sums, read_remedies
from upheld.analysis.remedies.deadlines import find_deadlines
from upheld.analysis.remedies.money import find_sums
from upheld.analysis.remedies.places import Place, place_of
from upheld.analysis.remedies.sentences import split_sentences
from upheld.analysis.remedy import Remedy


def agreed(*texts: str | Block, heading: str = "Agreed action") -> tuple[Section, ...]:
    """A section for what was agreed."""
    blocks = tuple(one if isinstance(one, Block) else Block(text=one) for one in texts)
    return (Section(heading=heading, blocks=blocks),)


def words(remedies: tuple[Remedy, ...]) -> list[str]:
    """Each remedy in a few words."""
    return [
        " ".join(map(str, filter(None, (one.kind, one.status, one.pence, one.per, one.within_days))))
        for one in remedies
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("folder", "aspect", "least"),
    [
        ("development", "kind", 0.98), ("development", "sum", 0.98), ("development", "status", 0.98),
        ("held-out", "kind", 0.97), ("held-out", "sum", 0.98), ("held-out", "status", 0.97),
        ("documents", "kind", 0.96), ("documents", "sum", 0.98), ("documents", "status", 0.96),
        ("blind", "kind", 0.95), ("blind", "sum", 0.98), ("blind", "status", 0.95),
        ("unseen", "kind", 0.92), ("unseen", "sum", 0.97), ("unseen", "status", 0.92),
        ("fresh", "kind", 0.96), ("fresh", "sum", 0.98), ("fresh", "status", 0.96),
        ("later", "kind", 0.97), ("later", "sum", 0.98), ("later", "status", 0.96),
    ],
)  # fmt: skip
def test_labelled_passages_are_read_as_well_as_they_were(folder: str, aspect: str, least: float) -> None:
    assert score(load_passages(folder), ASPECTS[aspect]).f1 >= least


def test_there_are_passages_enough() -> None:
    folders = ("development", "held-out", "documents", "blind", "unseen", "fresh", "later")
    passages = [one for folder in folders for one in load_passages(folder)]

    assert len(passages) >= 600
    assert len({one.text for one in passages}) == len(passages)


def test_score_counts_what_was_read_too_often_and_what_was_missed() -> None:
    apology = Label("apology", "agreed", None, None, "complainant", None)
    payment = Label("symbolic-payment", "agreed", 20000, None, "complainant", None)

    result = compare([apology, apology], [apology, payment], ASPECTS["kind"])

    assert result == Score(right=1, read=2, there=2)
    assert compare([payment], [payment, apology], ASPECTS["sum"]).f1 == 1.0


def test_one_sentence_may_hold_several_acts_each_pointing_at_its_paragraph() -> None:
    sections = agreed(
        Block(number=41, text="The Council was at fault."),
        Block(number=42, text="The Council has agreed to apologise and pay £300 for distress and refund £85."),
    )

    found = read_remedies("", sections)

    assert words(found) == ["apology agreed", "symbolic-payment agreed 30000", "quantifiable-loss agreed 8500"]
    assert {one.at for one in found} == {"p42"}
    assert all(one.read and one.text == sections[0].blocks[1].text for one in found)


def test_numbered_paragraphs_are_the_items_of_the_list_before_them() -> None:
    sections = agreed(
        "Within one month the Council will:", "1. Apologise to Mr X;", "(ii) pay him £250 for his distress."
    )

    found = read_remedies("", sections)

    assert words(found) == ["apology agreed 30", "symbolic-payment agreed 25000 30"]


def test_total_before_a_list_is_not_paid_beside_its_parts() -> None:
    block = Block(
        text="The Council will pay Ms H £750 within four weeks. This is made up of:",
        items=("£250 for her time and trouble; and", "£500 for distress."),
    )

    assert words(read_remedies("", agreed(block))) == [
        "symbolic-payment agreed 25000 28",
        "symbolic-payment agreed 50000 28",
    ]


def test_what_a_remedy_comprises_is_read_from_the_sentence_after() -> None:
    summary = "The Council has agreed our recommendations. This comprises an apology and a payment of £200."

    assert words(read_remedies(summary, ())) == ["apology agreed", "symbolic-payment agreed 20000"]


def test_evidence_asked_for_at_the_end_does_not_hide_what_is_asked_before_it() -> None:
    text = "The Council should apologise, pay Mr X £300 and provide evidence to the Ombudsman that it has done this."

    assert words(read_remedies("", agreed(text))) == ["apology agreed", "symbolic-payment agreed 30000"]


def test_list_takes_deadline_and_status_from_its_lead() -> None:
    items = ("apologise to Mr B;", Block(text="(b) pay Mr B £200; and"), "by 4 May, review its policy on keys.")
    found = read_remedies("", agreed(Block(number=7, text="Within two weeks the Council has agreed to:", items=items)))

    assert words(found) == ["apology agreed 14", "symbolic-payment agreed 20000 14", "procedure agreed"]
    assert found[0].text == "apologise to Mr B;"


def test_list_that_lost_its_marks_is_read_as_one() -> None:
    found = read_remedies(
        "",
        agreed(
            "The council should:", "apologise to the man; and", "pay him £300.", "The trust has agreed to:",
            "apologise to the man.", heading="Recommendations",
        ),
    )  # fmt: skip

    assert words(found) == ["apology recommended", "symbolic-payment recommended 30000", "apology agreed"]


def test_summary_counts_only_where_the_text_has_no_remedy() -> None:
    summary = "There was fault. The Council has agreed to pay Mrs C £100."

    assert [one.at for one in read_remedies(summary, agreed("The Council will pay Mrs C £100."))] == ["p1"]
    assert [one.at for one in read_remedies(summary, ())] == ["summary"]
    assert read_remedies("", ()) == ()


def test_decision_that_repeats_the_action_adds_nothing() -> None:
    sections = (
        *agreed("The Council will apologise and pay Mrs C £100."),
        Section(heading="Final decision", blocks=(Block(text="The Council has agreed to apologise and pay £100."),)),
    )

    assert words(read_remedies("", sections)) == ["apology agreed", "symbolic-payment agreed 10000"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council should provide us with evidence it has complied with the above actions.",
        "We may recommend a payment of up to £300 for distress.",
        "Mr D wants the Council to apologise and pay him £5,000.",
        "The Council charged Mr D £60 for the permit.",
        "The Council should have paid Mr D £90 a week from May.",
        "Our guidance suggests a payment of £100 to £300.",
    ],
)
@pytest.mark.parametrize("heading", ["What I found", "Final decision"])
def test_money_that_puts_nothing_right_is_no_remedy(sentence: str, heading: str) -> None:
    assert read_remedies(sentence, agreed(sentence, heading=heading)) == ()


@pytest.mark.parametrize(
    ("text", "pence", "per"),
    [
        ("£1,350", 135000, None), ("£1350", 135000, None), ("£12.50", 1250, None), ("£ 200", 20000, None),
        ("£1.5k", 150000, None), ("£2 million", 200000000, None), ("50 pounds", 5000, None), ("45p", 45, None),
        ("£200 a month", 20000, "month"), ("£75 per week", 7500, "week"), ("£2,200 a term", 220000, "term"),
        ("£100 for each month", 10000, "month"), ("£1,500 per annum", 150000, "year"), ("£500 each", 50000, "person"),
        ("£250 to each of the children", 25000, "person"), ("£300 to £500", None, None), ("£300-£500", None, None),
        ("between £300 and £500", None, None), ("a weekly payment of £40", 4000, "week"),
    ],
)  # fmt: skip
def test_sums_are_read_in_all_their_forms(text: str, pence: int | None, per: str | None) -> None:
    assert [(one.pence, one.per) for one in find_sums(text)] == [(pence, per)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("within four weeks of my final decision", 28), ("within one month", 30), ("within two months", 61),
        ("within three months of the date of this report", 91), ("within 20 working days", 28), ("within a week", 7),
        ("within a fortnight", 14), ("within 12 months of this decision", 365), ("by 30 june 2023", None),
    ],
)  # fmt: skip
def test_deadlines_are_counted_in_days(text: str, days: int | None) -> None:
    assert [one.days for one in find_deadlines(text)] == [days]


@pytest.mark.parametrize(
    "text", ["decisions it has made within the past 12 months", "ensure it replies within 20 days"]
)
def test_time_that_is_no_deadline_is_none(text: str) -> None:
    assert find_deadlines(text) == []


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Agreed action", Place.AGREED), ("Agreed actions", Place.AGREED), ("Recommendations", Place.ASKED),
        ("Recommended action", Place.ASKED), ("Remedy", Place.ASKED), ("Action", Place.ASKED),
        ("Final decision", Place.DECISION), ("What I found", Place.FINDINGS), ("My assessment", Place.FINDINGS),
        ("The complaint", Place.ELSEWHERE), ("The Ombudsman's role and powers", Place.ELSEWHERE),
        ("What happened", Place.ELSEWHERE), ("What should have happened", Place.ELSEWHERE),
        ("Mrs X", None), (None, None),
    ],
)  # fmt: skip
def test_headings_say_what_a_section_is_for(heading: str | None, place: Place | None) -> None:
    assert place_of(heading) is place


def test_sentences_end_where_people_end_them() -> None:
    text = "It will pay Mr X. £200 is enough (see para. 4). Dr. Y agreed, e.g. in May. “Yes.” It did."

    assert split_sentences(text) == [
        "It will pay Mr X.", "£200 is enough (see para. 4).", "Dr. Y agreed, e.g. in May.", "“Yes.”", "It did.",
    ]  # fmt: skip


def test_every_sum_is_accounted_for() -> None:
    sections = (
        Section(heading="The complaint", blocks=(Block(text="Mr D was charged £410 and wants £9,000."),)),
        Section(heading="What I found", blocks=(Block(text="Our guidance says £100 to £300 is usual."),)),
        *agreed("The Council will pay Mr D £250, made up of £150 for distress and £100 for his trouble."),
        Section(heading="Final decision", blocks=(Block(text="The Council has agreed to pay £150."),)),
    )

    found = account_for_sums("The Council has agreed to pay £250.", sections)

    assert [one.printed for one in found if one.remedy] == ["£150", "£100"]
    assert all(bool(one.remedy) != bool(one.reason) for one in found)
    assert {one.printed: one.reason for one in found if one.at == "p2"} == {
        "£100 to £300": "a usual figure from guidance"
    }
    assert len(found) == 8  # the range is one


def test_addresses_are_those_of_the_page() -> None:
    sections = agreed("The Council will apologise.", "It will pay £40.", "It will also review its policy.")

    assert [one.at for one in read_remedies("", sections)] == [one.address for one in list_paragraphs(sections)]


def test_reading_twice_gives_the_same() -> None:
    passages = load_passages("blind")

    assert all(first == second for first, second in pairwise([tuple(one.read() for one in passages)] * 2))


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    ["£1 and ", "pay and ", "the Council will pay £5. ", "has agreed to ", "an apology, ", "(((", "within a week "],
)
def test_hostile_text_is_read_in_no_time(part: str) -> None:
    text = part * (200_000 // len(part))

    def read() -> None:
        read_remedies(text, agreed(text))
        account_for_sums("", agreed(text, heading="What I found"))

    assert effort(read) < 20
