"""The way of a decision as data, and what keeps a draft back."""

import datetime as dt

import pytest

from upheld.accounts.roles import PERMISSIONS
from upheld.editorial import rules
from upheld.editorial.models.draft import OPEN_STATES
from upheld.editorial.rules import Facts, publication_blockers
from upheld.register.rules import blocker_for

TODAY = dt.date(2026, 3, 2)
WHOLE = {"state": "checking", "today": TODAY, "reference": "21 000 001", "reference_example": "21 017 299"}


def blockers(**values: object) -> list[rules.Blocker]:
    return list(publication_blockers(Facts(**{**WHOLE, **values})))  # type: ignore[arg-type]


def test_nothing_keeps_a_whole_draft_back() -> None:
    assert blockers() == []


@pytest.mark.parametrize(
    ("known", "code", "sentence"),
    [
        ({"state": "held"}, "held", "It is held; release it first"),
        ({"reference": ""}, "no-reference", "Give its reference, written like 21 017 299"),
        ({"reference_fits": False}, "reference-misfit", "Write its reference like 21 017 299"),
        ({"has_summary": False}, "no-summary", "Write its summary"),
        ({"has_outcome": False}, "no-outcome", "Choose its outcome"),
        ({"has_category": False}, "no-category", "Choose its category"),
        ({"has_day": False}, "no-decision-date", "Give the date of the decision"),
        ({"document_type_fits": False}, "no-document-type", "Choose what kind of document it is"),
        ({"misfit": "A reference stands twice"}, "misfit", "A reference stands twice"),
        ({"doubts": 2}, "not-read-cleanly", "The file was not read cleanly: look at 2 places and accept the reading"),
        ({"open_findings": 1}, "open-findings", "1 finding in its text waits for an answer"),
        ({"open_findings": 3}, "open-findings", "3 findings in its text wait for an answer"),
        ({"open_outside": 1}, "file-not-clean", "The file is not clean: 1 finding in its name, properties or remarks"),
        ({"unconfirmed": 1}, "unconfirmed", "A second person has to confirm that 1 finding must stay in the text"),
        ({"reviews": ("review",)}, "open-review", "There is a review open; close it when it has ended"),
        ({"reviews": ("court",)}, "open-court", "There is a judicial review open; close it when it has ended"),
        ({"never": "Personnel"}, "never", "This case is never to be published: personnel"),
        (
            {"proposed_never": True},
            "never-proposed",
            "Somebody proposed never to publish it; a manager has to agree or refuse",
        ),
        (
            {"duplicate": "21 000 001 is in the register already"},
            "duplicate-reference",
            "21 000 001 is in the register already; there can be only one",
        ),
        ({"same_text": "21 000 009"}, "same-text", "It says word for word what 21 000 009 says"),
        (
            {"moved": True},
            "decision-moved",
            "The decision was changed after this correction was begun; compare them and take up its present version",
        ),
        (
            {"unchanged": True},
            "unchanged",
            "It says what the decision says already; change it, or delete it",
        ),
        ({"correction": "It is withdrawn"}, "not-correctable", "It is withdrawn"),
    ],
)
def test_each_thing_that_keeps_a_draft_back_says_what_to_do(known: dict[str, object], code: str, sentence: str) -> None:
    [found] = blockers(**known)
    assert (found.code, found.message, found.stops) == (code, sentence, True)
    assert found.where


def test_an_embargo_is_told_and_does_not_stop_an_approval() -> None:
    day = dt.date(2026, 3, 20)
    [found] = blockers(comes_out=day, embargo=day)
    assert not found.stops
    assert found.message == "It may not come out before 20 March 2026; approved today, it waits for that day"
    [chosen] = blockers(comes_out=day, embargo=dt.date(2026, 3, 1))
    assert "is to come out on 20 March 2026" in chosen.message
    assert not blockers(comes_out=TODAY, embargo=TODAY)


@pytest.mark.parametrize("missing", ["has_text", "has_organisation"])
def test_what_may_be_missing_is_told_only(missing: str) -> None:
    [found] = blockers(**{missing: False})
    assert not found.stops


def test_whoever_worked_on_a_draft_cannot_approve_it_however_the_name_is_typed() -> None:
    facts = Facts(**WHOLE, people=("Wren@ombudsman.example",))  # type: ignore[arg-type]
    same = rules.second_person(facts, " wren@Ombudsman.example")
    assert same
    assert same.code == "same-person"
    assert rules.second_person(facts, "finch@ombudsman.example") is None
    nobody = rules.second_person(facts)
    assert nobody
    assert nobody.code == "second-person-missing"


def test_moves_lead_between_states_that_there_are() -> None:
    for move in rules.MOVES:
        assert {*move.sources, *move.targets} <= set(rules.STATES)
        assert move.permission in PERMISSIONS or move.by_itself


def test_every_state_can_be_reached_and_only_never_is_an_end() -> None:
    reached = {target for move in rules.MOVES for target in move.targets}
    assert reached == set(rules.STATES)
    left = {source for move in rules.MOVES for source in move.sources if move.targets}
    assert set(rules.STATES) - left == {rules.NEVER}


def test_nothing_comes_out_but_by_approval_its_day_release_or_restoring() -> None:
    ways = {(move.of, move.slug) for move in rules.MOVES if rules.PUBLISHED in move.targets}
    decision = {("decision", slug) for slug in ("come-out", "release", "restore")}
    assert ways == {("draft", "approve")} | decision


def test_the_moves_of_decisions_are_those_of_the_register() -> None:
    states = (rules.EMBARGOED, rules.PUBLISHED, rules.HELD, rules.WITHDRAWN)
    for move in rules.MOVES:
        if move.of == "decision" and not move.by_itself:
            allowed = {one for one in states if not blocker_for(move.slug, reference="x", state=one)}
            assert allowed == set(move.sources), move.slug


def test_the_table_knows_the_same_states() -> None:
    assert set(OPEN_STATES) == set(rules.OPEN)


@pytest.mark.parametrize("state", [*rules.OPEN, rules.TAKEN, rules.NEVER])
def test_a_move_that_cannot_be_made_says_why(state: str) -> None:
    for slug, move in rules.MOVES_OF_DRAFTS.items():
        if move.sources:
            found = rules.move_blocker(slug, state)
            allowed = any(state in one.sources for one in rules.MOVES if one.of == "draft" and one.slug == slug)
            assert (found is None) == allowed
            assert found is None or found.message.startswith("It is ")


@pytest.mark.parametrize(
    ("slug", "person", "never_by", "code"),
    [
        ("delete", "b", "", "not-yours"),
        ("delete", "a", "", None),
        ("agree-never", "b", "", "not-proposed"),
        ("agree-never", "b", "b", "same-person"),
        ("agree-never", "a", "b", None),
        ("propose-never", "a", "b", "never-proposed"),
        ("edit", "b", "", None),
    ],
)
def test_some_moves_are_not_for_this_person(slug: str, person: str, never_by: str, code: str | None) -> None:
    found = rules.own_blocker(slug, person, "a", never_by)
    assert (found.code if found else None) == code
