"""What tells of a complaint, how like a decision is to it, and the sentences that show it."""

from collections.abc import Mapping, Sequence

from upheld.search.language.synonyms import Synonyms, read_groups
from upheld.search.likeness.measuring import LEAST, MOST, NEAR_BEST, Measured, keep_alike, measure
from upheld.search.likeness.quoting import Sentence, choose_sentences
from upheld.search.likeness.telling import MOST_WORDS, Telling, find_telling
from upheld.search.likeness.widening import find_others

TOLD = "I complained to the council about the school bus. The escort was ill, and the bus was late again and again."


def rare(words: Sequence[str]) -> Mapping[str, int]:
    return dict.fromkeys(words, 2) | {"late": 90, "zebra": 0}


def known(words: Sequence[str]) -> Mapping[str, int]:
    return {word: 2 if word in {"bus", "school"} else 0 for word in words}


def test_what_every_complaint_says_tells_nothing() -> None:
    told = find_telling(f"{TOLD} Zebra.", rare, held=100)
    assert told.words == ("bus", "escort", "ill", "school")  # not: complained, council, late (common), zebra (unknown)
    assert told.weights["bus"] > told.weights["school"]


def test_how_upset_somebody_is_tells_nothing() -> None:
    upset = "I am desperate, nobody listened, and I was fobbed off. It is useless and disgusting. The school bus."
    assert find_telling(upset, rare, held=100).words == ("bus", "school")
    told = find_telling("I am fuming about the fumes. An allowance is not allowed.", rare, held=100)
    assert told.words == ("allowance", "fumes")


def test_words_that_mean_the_same_tell_too() -> None:
    text = "EHCP = EHC plan = education, health and care plan\nschool bus => school transport\ncab => taxi"
    synonyms = Synonyms.of(read_groups(text)[0])
    assert find_others("His EHCP was late.", synonyms) == "EHC plan\neducation, health and care plan"
    assert find_others("Two cabs; then a taxi, and the school's bus.", synonyms) == "school transport\ntaxi"
    assert find_others("School transport; the ehcpx.", synonyms) == ""
    assert find_others("anything", Synonyms.of(())) == ""
    told = find_telling("His EHCP", rare, 100, find_others("His EHCP", synonyms))
    assert told.weights["ehcp"] > told.weights["health"]  # what was not written counts less


def test_a_mistyped_word_tells_what_it_was_meant_to_be_and_counts_less() -> None:
    meant = {"zebra": ("eskort",), "skool": ("school",), "becoz": ("because",)}.get
    told = find_telling("The bus to skool, becoz of a zebra.", known, 100, meant=lambda word: meant(word, ()))
    assert told.words == ("bus", "school")  # not: because, which is common, nor what is in no decision either
    assert told.weights["bus"] > told.weights["school"]
    twice = find_telling("skool, a school", known, 100, meant=lambda word: meant(word, ()))
    assert twice.weights == find_telling("a school", known, 100).weights  # what was written right counts as it was


def test_a_long_text_is_told_by_so_many_words() -> None:
    text = " ".join(f"{a}{b}word" for a in "abcdefghijk" for b in "lmnopqrstu")
    assert len(find_telling(text, rare, 100).words) == MOST_WORDS
    assert find_telling("", rare, 100).share(["bus"]) == 0


def test_words_of_the_complaint_count_more_and_one_alone_is_chance() -> None:
    told = find_telling(TOLD, rare, 100)
    own = measure(told, "The school bus and its escorts", "")
    assert own > measure(told, "", "The school bus and its escorts") > 0
    assert own > measure(told, "The school bus", "an escort")
    assert measure(told, "Her bus pass was refused", "") == 0
    assert measure(told, TOLD, "") == 1
    assert measure(told, "The school bus", "", "School transport") > measure(told, "The school bus", "School transport")
    assert measure(told, TOLD, "", "School bus escorts") > measure(told, TOLD, "", "School") > 1
    assert measure(told, "", "", "School bus escorts") == 0


def test_what_is_little_like_or_far_from_the_best_does_not_count() -> None:
    best = Measured(1, 0.9)
    assert keep_alike([Measured(2, 0.9 * NEAR_BEST - 0.01), best, Measured(3, 0.9 * NEAR_BEST)]) == (
        best,
        Measured(3, 0.9 * NEAR_BEST),
    )
    assert keep_alike([Measured(1, LEAST - 0.01)]) == ()
    assert keep_alike([Measured(1, NEAR_BEST), Measured(2, 1.9), Measured(3, 1.2)]) == (
        Measured(2, 1.9),
        Measured(3, 1.2),
        Measured(1, NEAR_BEST),
    )
    assert len(keep_alike([Measured(pk, 0.5) for pk in range(MOST + 20)])) == MOST


def test_sentences_are_those_that_share_most_without_saying_it_twice() -> None:
    told = find_telling(TOLD, rare, 100)
    given = [
        Sentence("The escort was ill.", "p1", of_complaint=True),
        Sentence("The weather was fine.", "p1", of_complaint=True),
        Sentence("She says that the school bus was late.", "p2", of_complaint=True),
        Sentence("The school bus was late.", "summary", of_complaint=False),
    ]
    assert [one.at for one in choose_sentences(told, given)] == ["p1", "p2"]


def test_a_sentence_that_adds_next_to_nothing_is_left_out() -> None:
    told = Telling({"bus": 4.0, "escort": 4.0, "school": 0.5, "driver": 2.5}, ("bus", "escort", "school", "driver"))
    given = [
        Sentence("The bus had no escort.", "p1", of_complaint=True),
        Sentence("She likes her school.", "p2", of_complaint=True),
        Sentence("The driver left.", "p3", of_complaint=True),
    ]
    assert [one.at for one in choose_sentences(told, given)] == ["p1", "p3"]
