"""How to cite a decision."""

import datetime as dt
from dataclasses import replace

from upheld.public.pages.cite import Cited, make_citations

CITED = Cited(
    author="Ombudsman for Alder",
    bodies="Alder & Birch_Council",
    reference="98 000 001",
    document_type="Public report",
    decided_on=dt.date(2024, 5, 14),
    version=2,
    version_on=dt.date(2024, 6, 20),
    address="https://register.example/decisions/98-000-001",
)


def written(cited: Cited = CITED, day: str = "") -> dict[str, str]:
    """The citations as they are copied, with the day of access where a browser filled it in."""
    return {
        one.style: one.before + (one.lead + day + one.tail if day else "") + one.after for one in make_citations(cited)
    }


def test_each_style_has_reference_address_and_version() -> None:
    for text in written().values():
        assert "98 000 001" in text
        assert CITED.address in text
        assert "ersion 2 of 20 June 2024" in text


def test_plain_and_legal() -> None:
    assert written(day="3 March 2026")["Plain"] == (
        "Ombudsman for Alder, Alder & Birch_Council (98 000 001), 14 May 2024, version 2 of 20 June 2024, "
        "https://register.example/decisions/98-000-001 (accessed 3 March 2026)"
    )
    assert written(day="3 March 2026")["Legal"] == (
        "Alder & Birch_Council (Ombudsman for Alder, 98 000 001, 14 May 2024), version 2 of 20 June 2024 "
        "<https://register.example/decisions/98-000-001> accessed 3 March 2026"
    )


def test_no_style_names_a_day_that_the_server_cannot_know() -> None:
    for text in written().values():
        assert "accessed" not in text
        assert "urldate" not in text


def test_markdown_is_escaped() -> None:
    assert written()["Markdown"].startswith("[Alder & Birch\\_Council (98 000 001)](https://register.example/")


def test_bibtex_is_whole_and_escaped() -> None:
    text = written(day="2026-03-03")["BibTeX"]
    assert text.startswith("@techreport{decision-98-000-001,\n")
    assert "  title = {{Alder \\& Birch\\_Council (98 000 001)}}," in text
    assert "  month = may," in text
    assert text.endswith("\n  urldate = {2026-03-03},\n}")
    assert text.count("{") - text.count("\\{") == text.count("}") - text.count("\\}")


def test_what_is_not_known_is_left_out() -> None:
    undated = written(replace(CITED, decided_on=None))
    assert "year" not in undated["BibTeX"]
    assert "None" not in "".join(undated.values())
    assert ", ," not in undated["Plain"]
