"""What a query names is looked up in the register; what nobody knows is said, with what may be meant."""

import datetime as dt
from random import Random

import pytest

from tests.build.decision import NOON, published
from upheld.lib.clock import now
from upheld.lib.dates import date_in_zone
from upheld.register.actions.rename_organisation import rename_organisation
from upheld.register.actions.withdraw import withdraw
from upheld.register.models import Organisation
from upheld.scheme import get_scheme
from upheld.search.errors import QueryError
from upheld.search.language.parsing import parse
from upheld.search.language.query import Query
from upheld.search.language.synonyms import MAX_OTHER_WORDS, Synonyms, read_groups
from upheld.search.language.tree import All, Any, Chosen, Decided, Filter, Near, Node, Not, Paid, Phrase, Within, Word
from upheld.search.language.understanding import is_known, read_query, understand

pytestmark = pytest.mark.django_db
SAME = """SEN = special educational needs
ASB = anti-social behaviour
tip => dump = site
one to one pay => wage
town tip => amenity = site"""
SYNONYMS = Synonyms.of(read_groups(SAME)[0])
ORGANISATION: Filter = "organisation"

MEANT: list[tuple[str, Node]] = [
    ("council:alderford", Chosen(ORGANISATION, ("alderford-city-council",))),
    ("council:ALD", Chosen(ORGANISATION, ("alderford-city-council",))),
    ('council:"borough alderford"', Chosen(ORGANISATION, ("alderford-city-council",))),  # its former name
    ('council:"alderford city"', Chosen(ORGANISATION, ("alderford-city-council",))),
    ("-council:alderford", Not(Chosen(ORGANISATION, ("alderford-city-council",)))),
    ("category:housing", Chosen("category", ("housing",))),
    ("category:homeless", Chosen("subcategory", ("housing/homelessness",))),
    ("category:housing/homelessness", Chosen("subcategory", ("housing/homelessness",))),
    ("outcome:upheld", Chosen("outcome", ("upheld",))),
    ("outcome:not-upheld", Chosen("outcome", ("not-upheld",))),
    ("type:reports", Chosen("type", ("report",))),
    ("ref:21/000/001", Chosen("references", ("21000001",))),
    ("ref:(21000001, 19 018 519C)", Chosen("references", ("21000001", "19018519c"))),
    ('law:"care act 2014"', Chosen("laws", ("care-act-2014",))),
    ('law:"care act section 9"', Chosen("laws", ("care-act-2014/9",))),
    ("law:care-act-2014/9", Chosen("laws", ("care-act-2014/9",))),
    ('law:"section 117"', Chosen("laws", ("mental-health-act-1983/117",))),
    ("remedy:apology", Chosen("remedy", ("apology",))),
    ("remedy:refund", Chosen("remedy", ("quantifiable-loss",))),
    ("remedy:payment", Chosen("remedy", ("symbolic-payment", "quantifiable-loss", "loss-of-service"))),
    ("paid:>500", Paid(50_001, None)),
    ("decided:2022", Decided(dt.date(2022, 1, 1), dt.date(2022, 12, 31))),
    ("in:found", Within("found", None)),
    ('in:"agreed action" late -cold', Within("agreed-action", All((Word("late"), Not(Word("cold")))))),
    ("in:found -cold", All((Within("found", None), Within("found", Not(Word("cold")))))),
    ("in:found (late OR -cold)", All((Within("found", None), Within("found", Any((Word("late"), Not(Word("cold")))))))),
    ("in:found (late (cold OR -found))", Within("found", All((Word("late"), Any((Word("cold"), Not(Word("found")))))))),
    ("in:found late type:report", All((Within("found", Word("late")), Chosen("type", ("report",))))),
    ("(in:found late) cold", All((Within("found", Word("late")), Word("cold")))),
    ("in:found (late OR type:report)", Any((Within("found", Word("late")), Chosen("type", ("report",))))),
    ("sen", Any((Word("sen"), Phrase(("special", "educational", "needs"))))),
    ("special educational need", Any((All((Word("special"), Word("educational"), Word("need"))), Word("SEN")))),
    ("anti-social behaviour", Any((All((Phrase(("anti", "social")), Word("behaviour"))), Word("ASB")))),
    ("tip", Any((Word("tip"), Word("dump"), Word("site")))),
    ("dump", Word("dump")),
    ("damp damp", Word("damp")),
    ("they built", All((Word("they"), Any((Word("built"), Word("build")))))),
    ("takes", Any((Word("takes"), Word("took"), Word("taken")))),
    ('-lost "lost"', All((Not(Word("lost")), Word("lost", is_quoted=True)))),
    ("town hall town site", All((Word("town"), Word("hall"), Word("site")))),
    ("one to one pay", Any((All((Word("one"), Word("to"), Word("pay"))), Word("wage")))),
    # A word of a run may mean others by itself, but not what the run means already.
    ("town tip", Any((All((Word("town"), Any((Word("tip"), Word("dump"))))), Word("amenity"), Word("site")))),
    ('"SEN" -SEN', All((Word("SEN", is_quoted=True), Not(Word("SEN"))))),
    ('"SEN support"~3', Near(("SEN", "support"), 3)),
]
UNKNOWN = [
    ("council:aldreford late", (0, 17), "No organisation here is called “aldreford”", "council:alderford late"),
    ("late council:(aldreford OR ald)", (14, 23), "No organisation", "late council:(alderford OR ald)"),
    ("category:houseing", (0, 17), "no category called", "category:Housing"),
    ("type:lettr", (0, 10), "no type of document", ""),
    ("outcome:uphled", (0, 14), "no outcome called", "outcome:Upheld"),
    ("outcome:part", (0, 12), "There are “Upheld”, “Not upheld”", ""),
    ("remedy:aplogy", (0, 13), "no kind of remedy", "remedy:apology"),
    ('law:"kare act"', (0, 14), "No law here", 'law:"care act"'),
    ('law:"car act 2014" fees', (0, 18), "No law here is called “car act 2014”.", 'law:"Care Act 2014" fees'),
    ('law:"care act 2041"', (0, 19), "No law here", 'law:"Care Act 2014"'),
    ("paid:lots council:zzzzzz damp", (0, 9), "a sum in pounds", ""),
    (
        '"council:aldreford" (category:houseing damp',
        (20, 21),
        "not closed",
        '"council aldreford" category:Housing damp',
    ),
    ("in:agred", (0, 8), "no part of a decision", "in:agreed"),
    ("ref:abc", (0, 7), "not a reference", ""),
    ("council:zzzzzz", (0, 14), "No organisation", ""),
    ("council: alderford damp", (0, 18), "no space", "council:alderford damp"),
    ("my council: nobody came", (), "", ""),
    ("council:alderford city damp", (0, 22), "Only “alderford”", 'council:"alderford city" damp'),
    ("law:care act 2014 damp", (0, 17), "Only “care”", 'law:"care act 2014" damp'),
    ("in:agreed action late", (0, 16), "Only “agreed”", 'in:"agreed action" late'),
    ("outcome:upheld OR not-upheld late", (0, 28), "in brackets", "outcome:(upheld OR not-upheld) late"),
    ("outcome: upheld OR not-upheld", (0, 15), "no space", "outcome:(upheld OR not-upheld)"),
    ("decision: upheld late", (0, 16), "Write outcome:", "outcome:upheld late"),
    ("counsil:alderford category:houseing", (0, 8), "no field", "council:alderford category:Housing"),
]


def no_law(_slug: str) -> bool:
    """Whether decisions name a law that nobody knows."""
    return False


def test_what_is_looked_for_beside_a_query_is_bounded() -> None:
    groups = [
        f"w{number} => " + " = ".join(f"o{number} p{other} q{other}" for other in range(5)) for number in range(9)
    ]
    query = understand(
        parse(" ".join(f"w{number}" for number in range(9))), Synonyms.of(read_groups("\n".join(groups))[0])
    )
    assert sum(len(other.split()) for one in query.synonyms for other in one.others) == MAX_OTHER_WORDS
    assert [one.typed for one in query.synonyms] == ["w0", "w1"]


def test_names_are_looked_up_and_words_that_mean_the_same_put_in() -> None:
    published()
    rename_organisation(Organisation.objects.get().pk, "Alderford City Council", by="editor", at=NOON)
    for text, meaning in MEANT:
        query = understand(parse(text), SYNONYMS)
        assert (query.meaning, query.problems) == (meaning, ()), text

    for text, place, message, suggestion in UNKNOWN:
        query = understand(parse(text, is_known), SYNONYMS, no_law)
        if not message:
            assert query.problems == (), text
            continue
        problem = query.problems[0]
        assert ((problem.start, problem.end), problem.suggestion) == (place, suggestion), text
        assert message in problem.message
        assert query.meaning is not None
        assert not suggestion or not understand(parse(suggestion, is_known), SYNONYMS, no_law).problems

    many = understand(parse(" OR ".join(f"council:zz{n}" for n in range(20))), SYNONYMS)
    assert "first 12 fields" in many.problems[-1].message or len(many.problems) == 5


PIECES = (
    '"', "“", "(", ")", " OR ", " NOT ", " AND ", " -", "*", "~5", "~99", " ", " ", " ", " ", "damp", "damp ", "mould",
    "council:", "counsil:", "foo:", "in:", "law:", "paid:lots ", "paid:>500 ", "decided:2022-13 ", "decided:2022 ",
    "decided:yesterday ", "decided:last year ", "<1000 ",
    "aldreford ", "alderford ", '"car act 2014" ', "category:houseing ", "remedy:aplogy ", "in:agred ", "ref:abc ",
    "council: ", " OR alderford", "city ", "–", "!", "|",
    "x" * 61, "w1 w2 w3 w4 w5 w6 w7 w8 w9 ", "ab* ", "21 000 001", "SEN", "zzzz ",
)  # fmt: skip


def test_whoever_follows_a_suggestion_does_not_meet_the_same_fault_again() -> None:
    published()
    chance = Random(1)
    offered = 0
    for text in ("".join(chance.choices(PIECES, k=chance.randint(1, 12))) for _ in range(100)):
        query = read(text)
        if query is None:
            continue
        for problem in query.problems:
            if problem.suggestion:
                again = read(problem.suggestion)
                assert again, text
                assert again.meaning != query.meaning, text
                assert problem.message not in [one.message for one in again.problems], text
                offered += 1
        if query.plainer:
            plainer = understand(parse(query.plainer, is_known), SYNONYMS, no_law)
            assert (plainer.meaning, plainer.problems) == (query.meaning, ()), text
    assert offered > 30


def read(text: str) -> Query | None:
    try:
        return understand(parse(text, is_known), SYNONYMS, no_law)
    except QueryError:
        return None


def test_days_named_from_today_are_offered_by_the_dates_of_the_day_on_which_one_asks() -> None:
    year = date_in_zone(now(), get_scheme().timezone).year
    problem = read_query("decided:last year damp").problems[0]
    assert problem.suggestion in {f"decided:{year - 1} damp", f"decided:{year} damp"}  # asked as a year ends
    assert parse(problem.suggestion).problems == ()


def test_nobody_learns_here_of_an_organisation_or_a_subject_that_was_withdrawn() -> None:
    decision = published()
    names = {"council": ("alderford", "aldreford"), "category": ("homelessness", "homelesness", "housing", "houisng")}
    assert not any(understand(parse(f"{field}:{rightly}"), SYNONYMS).problems for field, (rightly, *_) in names.items())
    withdraw([decision.pk], by="editor", at=NOON)
    for field, written in names.items():
        for name in written:
            problem = understand(parse(f"{field}:{name}"), SYNONYMS).problems[0]
            assert problem.message.endswith(f" called “{name}”.")
            assert problem.suggestion == ""
