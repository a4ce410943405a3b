"""Somebody in danger now is noticed, more often too often than too seldom; what is over or denied is not."""

import pytest

from tests.evaluation.cases.danger import tell, tell_ordinary
from tests.evaluation.cases.weighing import TARGET, learn, read_examples, write
from upheld.analysis.danger import MOST, speaks_of_danger


@pytest.mark.parametrize(
    ("half", "at_least", "alarms"),
    [
        ("development", 0.97, 4),
        ("held-out", 0.95, 1),
        ("second-held-out", 0.95, 1),
        ("third-held-out", 0.65, 1),
        ("fourth-held-out", 0.85, 4),
        ("indirect", 0.97, 5),
        ("indirect-held-out", 0.75, 3),
    ],
)
def test_danger_is_told_as_often_as_was_measured(half: str, at_least: float, alarms: int) -> None:
    told = tell(half)
    assert told.found >= at_least, told.missed
    assert len(told.alarms) <= alarms, told.alarms


def test_longer_texts_of_every_day_raise_no_alarm() -> None:
    assert tell_ordinary() == (30, ())


@pytest.mark.parametrize(
    ("now", "not_now"),
    [
        ("My husband hits me.", "My husband used to hit me when we lived in Leeds."),
        ("I am suicidal.", "I am not suicidal."),
        ("My son is in danger.", "My son is not in danger."),
        ("My daughter is not safe there", "My daughter was not safe there in 2016"),
        ("Someone is being beaten here", "Nobody is being beaten here"),
        ("im going to kill myself", "The delay nearly killed our business"),
        ("He hit her again last night", "He hit her once in 2016"),
        ("im gonna kil my self tonite", "my x ray was killin time"),
        ("he keeps hiting my chilren", "they beet us to it"),
        ("My baby has no power and no heating", "Miss E complains about short breaks for her disabled son"),
        ("They make her sleep in the shed", "The Council will refund Mrs B the £85 that she paid for her son"),
        ("He broke her arm", "She slipped on the ice and broke her arm"),
        ("He is in a refuge with my baby", "I work for a women's refuge and our bins are full"),
        ("The carers do not come, he has not eaten for two days", "I do not think he is in danger"),
        ("My neighbour is threatening to burn our house down", "My neighbour is burning rubbish again"),
        ("My husband controls all my money", "The council controls all my money as my appointee"),
        ("He will not let me leave the house", "They will not let me leave the bins out"),
        ("I'm not allowed to see my friends", "I'm not allowed to see my file"),
        ("I am not allowed to see my mum", "I am not allowed to see my mum because the care home stopped visits"),
        ("I daren't go home", "I don't dare to appeal"),
        ("We do not want to live like this anymore", "We do not want to live here anymore because of the noise"),
        ("He has my bank card", "The council has my bank details"),
        ("I'm not alowed out", "I'm not alowed a skip outside"),
        ("My daughter won't let the nurse see mum", "The home won't let anyone visit without an appointment"),
        ("My husband watches me on cameras", "The warden watches me at the allotment"),
        ("My son frightens me", "The bill frightens me"),
        ("I sleep in my car with my baby", "We live on a street where cars park all night"),
    ],
)
def test_what_is_over_or_denied_is_not_danger_now(now: str, not_now: str) -> None:
    assert speaks_of_danger(now)
    assert not speaks_of_danger(not_now)


@pytest.mark.slow
def test_the_weights_are_those_of_the_texts() -> None:
    kept = dict(line.split("\t") for line in TARGET.read_text(encoding="utf-8").splitlines()[1:])
    learnt = dict(line.split("\t") for line in write(learn(read_examples())).splitlines()[1:])
    assert kept.keys() == learnt.keys(), "run python -m tests.evaluation.cases.weighing"
    assert all(abs(float(kept[sign]) - float(learnt[sign])) < 0.05 for sign in kept)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["", "(" * MOST, "i am " * 4_000, "my my " * 3_000, "\u2019" * MOST, "حدث " * 5_000])
def test_any_text_is_read_quickly(text: str) -> None:
    assert not speaks_of_danger(text)


def test_danger_is_noticed_wherever_it_stands() -> None:
    assert speaks_of_danger("The bin was not emptied. " * 300 + "I want to die. " + "It was not emptied again. " * 100)
