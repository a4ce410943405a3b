"""What has a form is found however it is typed, and what only looks like it is not."""

import pytest

from upheld.analysis.identifiers import KINDS, NOTHING_KNOWN, Finding, Part, examine


def found(text: str, *, where: str = "p1") -> list[tuple[str, str]]:
    """The kinds and words found in one paragraph."""
    return [(one.kind, one.words) for one in examine([Part(where, text)], NOTHING_KNOWN)]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("phone", "020 7946 0018"),
        ("phone", "+44 (0)20 7946 0018"),
        ("phone", "(0113) 496 0000"),
        ("phone", "0 7 7 0 0 9 0 0 1 2 3"),
        ("email", "asha.rao@example.org"),
        ("email", "asha [at] example [dot] com"),
        ("web-address", "https://www.example.org/people/asha"),
        ("web-address", "@asha_rao9"),
        ("nhs-number", "943 476 5919"),
        ("national-insurance", "QQ 12 34 56 C"),
        ("vehicle", "AB12 CDE"),
        ("bank", "GB29 NWBK 6016 1331 9268 19"),
        ("bank", "4111 1111 1111 1111"),
        ("postcode", "LS6 2AB"),
        ("postcode", "FN4 7QT"),
        ("postcode", "ls62ab"),
        ("postcode", "M1 OAB"),
        ("postcode", "S W 1 A 1 A A"),
        ("case-number", "20/01234/FUL"),
        ("case-number", "19 005 678"),
    ],
)
def test_what_has_a_form_is_found_without_its_label(kind: str, words: str) -> None:
    assert found(f"The letter gave {words} and no more.") == [(kind, words)]


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        ("date-of-birth", "Her date of birth is 3 March 2009.", "3 March 2009"),
        ("date-of-birth", "The boy (born 2009-03-03) moved.", "2009-03-03"),
        ("date-of-birth", "DOB: 03.03.09", "03.03.09"),
        ("nhs-number", "NHS no: 943 476 5918", "943 476 5918"),
        ("bank", "sort code 12-34-56", "12-34-56"),
        ("bank", "account number 12345678", "12345678"),
        ("vehicle", "his car (registration 1 ABC)", "1 ABC"),
        ("identity-number", "passport number 123456789", "123456789"),
        ("case-number", "claim no G12YX123", "G12YX123"),
        ("postcode", "in the postcode area E17", "E17"),
    ],
)
def test_what_has_a_form_is_found_by_its_label(kind: str, text: str, words: str) -> None:
    assert found(text) == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "The Council paid £1,200 for 2019/20 and £12,345.67 in all.",
        "See the Local Government Act 1974, section 34(3), and the order (SI 2014/1530).",
        "The Council wrote on 12-03-2019 and again on 4 May 2020.",
        "Officers visited 3 times in 12 months, 24 hours a day.",
        "See www.lgo.org.uk/make-a-complaint for how to complain.",
        "The M25, section 17, form A4 and CO2 are no addresses.",
        "Columns A B C and 1 2 3 4 are lists.",
    ],
)
def test_ordinary_text_passes(text: str) -> None:
    assert found(text) == []


def test_the_decisions_own_reference_is_no_finding() -> None:
    parts = [Part("reference", "21 017 299"), Part("source address", "https://www.lgo.org.uk/decisions/21-017-299")]
    assert examine([*parts, Part("p1", "We joined 21 017 299 to it.")], NOTHING_KNOWN) == ()


def test_a_finding_says_where_what_why_and_what_instead() -> None:
    (one,) = examine([Part("p1", "Nothing."), Part("p2", "Ring \u00ad020 7946\u00a00018 now.")], NOTHING_KNOWN)
    assert (one.where, one.start, one.words) == ("p2", 6, "020 7946\u00a00018")
    assert one.kind in KINDS
    assert 0 < one.sure <= 1
    assert one.why.endswith(".")
    assert one.instead == "[telephone number]"


def test_a_fingerprint_survives_renumbering_but_not_other_words() -> None:
    def prints(where: str, text: str) -> list[str]:
        return [one.fingerprint for one in examine([Part(where, text)], NOTHING_KNOWN)]

    assert prints("p1", "Ring 020 7946 0018 now.") == prints("p9", "Ring 020 7946 0018 now.")
    assert prints("p1", "Ring 020 7946 0018 now.") != prints("p1", "Ring 020 7946 0019 now.")
    assert prints("p1", "Ring 020 7946 0018 now.") != prints("p1", "Never ring 020 7946 0018.")


def test_what_was_cleared_is_not_told_again() -> None:
    class Cleared:
        def has_seen(self, word: str) -> bool:
            return False

        def is_organisation(self, words: str) -> bool:
            return False

        def is_cleared(self, words: str, kind: str) -> bool:
            return (words, kind) == ("020 7946 0018", "phone")

    text = "Ring 020 7946 0018 or 020 7946 0019."
    assert [one.words for one in examine([Part("p1", text)], Cleared())] == ["020 7946 0019"]
    assert all(isinstance(one, Finding) for one in examine([Part("p1", text)], Cleared()))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We said so in our decision 20 011 333.", False),
        ("See the Ombudsman's report, decision reference 20 011 333.", False),
        ("Her neighbour's complaint reference is 20 011 333.", True),
        ("He sent 20 011 333 by text.", True),
    ],
)
def test_cited_decisions_pass_and_numbers_of_complaints_do_not(text: str, told: bool) -> None:
    kinds = {one.kind for one in examine([Part("p1", text)], NOTHING_KNOWN)}
    assert ("case-number" in kinds) is told
