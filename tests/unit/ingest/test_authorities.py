"""Lists of bodies as CSV."""

import datetime as dt

import pytest

from upheld.ingest.sources.authorities import NotAListError, read_bodies, shared_names

HEADER = (
    "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,"
    "local-authority-type-name,alt-names,former-gss-codes\n"
)


def test_a_row_is_a_body() -> None:
    text = (
        HEADER
        + 'ALD,Alderford Borough Council,Alderford,E0001,1974-04-01,2023-04-01,NAL,County,"alderford,ABC",E0000\n'
    )
    [body], refusals = read_bodies(text, "a.csv")
    assert refusals == []
    assert (body.name, body.kind, body.successor) == ("Alderford Borough Council", "County", "NAL")
    assert (body.start_on, body.end_on) == (dt.date(1974, 4, 1), dt.date(2023, 4, 1))
    assert body.codes == (("local-authority", "ALD"), ("gss", "E0001"), ("gss", "E0000"))
    assert set(body.other_names) >= {"Alderford", "ABC"}


def test_a_piece_of_a_name_is_not_a_name() -> None:
    text = HEADER + (
        'ABC,"Alder, Beck and Carr Council","Alder, Beck and Carr",,,,,District,'
        '"Alder, Beck and Carr,Alder Beck and Carr",\n'
        'MER,Mere City Council,Mere,,,,,Unitary,"Mere, City of,mere city",\n'
    )
    (first, second), _ = read_bodies(text, "a.csv")
    assert "Alder" not in first.other_names
    assert "Alder Beck and Carr" in first.other_names
    assert "Mere, City of" in second.other_names
    assert "City of" not in second.other_names


def test_of_several_successors_none_is_the_one() -> None:
    [body], _ = read_bodies(HEADER + 'C,Carr Council,Carr,,,2023-04-01,"A,B",County,,\n', "a.csv")
    assert body.successor == ""


def test_names_that_several_go_by_are_told() -> None:
    bodies, _ = read_bodies(HEADER + "A,Mere City Council,Mere,,,,,U,,\nB,Mere Authority,the mere,,,,,U,,\n", "a.csv")
    assert shared_names(bodies) == ["Mere"]


@pytest.mark.parametrize(
    ("row", "says"),
    [(",No code,,,,,,U,,\n", "missing"), ("A,Mere,,,31-02-2022,,,U,,\n", "date"), ("A,???,,,,,,U,,\n", "missing")],
)
def test_a_bad_row_is_refused_with_its_line(row: str, says: str) -> None:
    bodies, [refusal] = read_bodies(HEADER + "B,Beck,,,,,,U,,\n" + row, "a.csv")
    assert (len(bodies), refusal.place.line) == (1, 3)
    assert says in refusal.reason


@pytest.mark.parametrize("text", ["", "Dear Sir,\n", "a,b\n1,2\n", HEADER + 'A,"unclosed\n', "\0\0\0\n"])
def test_what_is_no_such_list_is_said(text: str) -> None:
    with pytest.raises(NotAListError, match=r"a\.csv"):
        read_bodies(text, "a.csv")
