"""Names of people are found wherever and however they stand; bodies, laws, places and words are not taken for them."""

import pytest

from upheld.analysis.identifiers import NOTHING_KNOWN, Part, examine


def names(text: str, *more: tuple[str, str], where: str = "p1") -> list[str]:
    """The words called names in one paragraph, and in what stands beside it."""
    parts = [Part(where, text), *(Part(*one) for one in more)]
    return [one.words for one in examine(parts, NOTHING_KNOWN) if one.kind == "name"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The letter was from Oghenekaro Ibru in May.", ["Oghenekaro Ibru"]),
        ("Mr Trunchbull complained.", ["Trunchbull"]),
        ("We asked Siân and her carer Rhodri.", ["Siân", "Rhodri"]),
        ("The officer saw Ka Ho Tsang there.", ["Ka Ho Tsang"]),
        ("It was signed by J. K. Rahman.", ["J. K. Rahman"]),
        ("The form was Mohammed bin Yusuf's.", ["Mohammed bin Yusuf"]),
        ("The house of Pieter van der Zwan is next door.", ["Pieter van der Zwan"]),
        ("Sarah-Jane O'Hanlon-Price left.", ["Sarah-Jane O'Hanlon-Price"]),
        ("STATEMENT OF ADEBOLA OKUNROTIMI", ["ADEBOLA OKUNROTIMI"]),
        ("The file is about محمد علي.", ["محمد علي"]),
    ],
)
def test_names_of_many_kinds(text: str, words: list[str]) -> None:
    assert names(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Grace told the school.", ["Grace"]),
        ("Will said he was tired.", ["Will"]),
        ("Her son Mark is ill.", ["Mark"]),
        ("Hope, 9, stayed at home.", ["Hope"]),
        ("Rose's mother rang.", ["Rose"]),
        ("The panel met Dawn.", ["Dawn"]),
        ("Young did not reply.", ["Young"]),
        ("The Council wrote to the Bright family.", ["Bright"]),
        ("Present were Tariq, Grace and Will.", ["Tariq", "Grace", "Will"]),
        ("The carer was Rose Baker.", ["Rose Baker"]),
        ("Chelsea told us about it.", ["Chelsea"]),
    ],
)
def test_names_that_are_words_by_what_stands_beside_them(text: str, words: list[str]) -> None:
    assert names(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Will the Council pay? May we ask? Mark schemes vary. Grace periods apply. Hope is not enough.",
        "In May 2019 and on 4 April the Council wrote. Spring came. Easter came.",
        "Haringey Council and Kensington and Chelsea Council met Milton Keynes and the London Borough of Brent.",
        "Averdale District Council replied. Averdale said it was sorry, and the officer in Averdale agreed.",
        "The Care Act 2014, the Disabled Facilities Grant, a Blue Badge and the Local Offer matter.",
        "The Director of Children's Services, a Senior Planning Officer and the Head of Service met.",
        "Crohn's disease, Asperger's syndrome, Braille and Makaton are known. He speaks Polish and Tigrinya.",
        "See R (on the application of Ibru) v Leeds City Council [2019] EWHC 123 (Admin).",
        "Capita Ltd, Ofsted, the NSPCC, Veolia, WhatsApp and YouTube were mentioned by the LGSCO.",
        "Complaint Summary: What Happened and What Should Have Happened",
        "Rent Arrears And Housing Allocations: Background Facts",
        "• Apologise • Review procedures • Train staff",
    ],
)
def test_what_is_no_name_passes(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("we spoke to mr okunrotimi about it", ["okunrotimi"]),
        ("the complaint of adebola okunrotimi was late", ["adebola okunrotimi"]),
        ("her son mehmet cried", ["mehmet"]),
        ("a letter from rose baker came", ["rose baker"]),
        ("he visited will jones at home", ["will jones"]),
    ],
)
def test_names_without_capitals(text: str, words: list[str]) -> None:
    assert names(text) == words


def test_slips_of_the_pen_are_no_names() -> None:
    assert names("The counci built thewall and was unsupportive; the claimnt didn't mind.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is J o h n B r a i t h w a i t e here.", ["J o h n B r a i t h w a i t e"]),
        ("We saw Oghene\u00adkaro there.", ["Oghene\u00adkaro"]),
        ("We saw Oghene-\nkaro there.", ["Oghene-\nkaro"]),
        ("We saw Oghene\u200bkaro there.", ["Oghene\u200bkaro"]),
        ("We saw Zoe\u0308 Mu\u0308ller there.", ["Zoe\u0308 Mu\u0308ller"]),
        ("We saw <b>Oghene</b>karo there.", ["Oghene</b>karo"]),
        ("We saw Vict0r there.", ["Vict0r"]),
        ("We saw G ethin there.", ["G ethin"]),
        ("We saw AdebolaOkunrotimi there.", ["AdebolaOkunrotimi"]),
    ],
)
def test_names_that_were_split_or_misread(text: str, words: list[str]) -> None:
    assert names(text) == words


def test_a_name_found_once_is_found_everywhere() -> None:
    more = ("p2", "Later okunrotimi rang, and ADEBOLA'S mother wrote."), ("p3", "Look at adebola_okunrotimi.")
    assert names("Mr Adebola Okunrotimi complained.", *more) == [
        "Adebola Okunrotimi",
        "okunrotimi",
        "ADEBOLA",
        "adebola_okunrotimi",
    ]


def test_a_name_in_a_mailbox_is_found_in_the_text() -> None:
    assert names("He used tariq.hussain@example.org.", ("p2", "hussain rang")) == ["hussain"]


def test_a_cell_is_read_with_its_heading() -> None:
    cells = (
        ("table p1 row 1 column 1", "Child"),
        ("table p1 row 2 column 1", "Grace"),
        ("table p1 row 3 column 1", "Band"),
    )
    assert names("A table follows.", *cells) == ["Grace"]


@pytest.mark.parametrize(
    ("where", "text", "words"),
    [
        ("file name", "Braithwaite_J_decision_v2.docx", ["Braithwaite_J"]),
        ("file name", "decision Quill.docx", ["Quill"]),
        ("file name", "final decision 21 017 299.docx", []),
        ("property: author", "Jo Baker", ["Jo Baker"]),
        ("property: title", "Decision on housing", []),
        ("source address", "www.example.org decisions/adebola-okunrotimi", ["adebola-okunrotimi"]),
    ],
)
def test_names_around_the_text(where: str, text: str, words: list[str]) -> None:
    assert names("Nothing here.", (where, text)) == words


class Register:
    """A register that has published a few words."""

    def __init__(self, *seen: str, organisations: tuple[str, ...] = ()) -> None:
        self.seen, self.organisations = seen, organisations

    def has_seen(self, word: str) -> bool:
        return word in self.seen

    def is_organisation(self, words: str) -> bool:
        return words in self.organisations

    def is_cleared(self, words: str, kind: str) -> bool:
        return False


def test_the_register_grows_better_with_use() -> None:
    parts = [Part("p1", "The Council uses Telecarix and asks Bodlingham to help.")]
    assert len(examine(parts, NOTHING_KNOWN)) == 2
    assert examine(parts, Register("Telecarix", "Bodlingham")) == ()
    assert len(examine(parts, Register("Telecarix", organisations=("Bodlingham",)))) == 0


def test_a_title_says_more_than_having_been_seen() -> None:
    (one,) = examine([Part("p1", "Mr Bodlingham complained.")], Register("Bodlingham"))
    assert (one.words, one.sure) == ("Bodlingham", 0.98)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The note was made by QF on 4 May.", ["QF"]),
        ("Spoke to R.V. at noon.", ["R.V."]),
        ("Both Gallaghers were there.", ["Gallaghers"]),
        ("The form gives surname OBI and forename ZADIE.", ["OBI", "ZADIE"]),
        ("Appeal by Myrtle Rochdale", ["Myrtle Rochdale"]),
        ("Paris Halifax had no home.", ["Paris Halifax"]),
        ("Mrs McD0well rang.", ["McD0well"]),
        ("Chelsea is eight and has asthma.", ["Chelsea"]),
    ],
)
def test_names_that_only_what_marks_them_tells(text: str, words: list[str]) -> None:
    assert names(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Lord Justice Penrose said so, and Mr Justice Oakes agreed.",
        "The family had a room in a Dormotel and lent an Octopad.",
        "She used a Zimmer frame and a Kylie sheet, and her Braden score fell.",
        "He took Ramipril, Amoxicillin and Lorazepam.",
        "We spoke to GPs, and the visit was by HR.",
        "The plan was sent to C. Bin rounds were late.",
        "The council wrote to Mrs B. See paragraph 2.",
    ],
)
def test_judges_products_and_medicines_are_nobody(text: str) -> None:
    assert names(text) == []
