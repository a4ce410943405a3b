"""Whatever a file holds: it is read or refused, each refusal with a sentence, and nothing is raised."""

from hypothesis import given
from hypothesis import strategies as st

from tests.build.page import MARKER, entry, found, page
from tests.build.saved_page import saved
from upheld.ingest.found import Refusal

PIECES = [
    page(), entry(), saved(), MARKER, "Housing\n", "Other", "•", "-\n", "(21 000 001)", "Summary:", "\n", "\n\n", "\0",
    "\ufeff", "Statement Upheld Other 05-Apr-2022", "Recent statements in this category", "{", "[", "<li>", "</ul>",
    '{"reference": "21 000 001"}\n', "<p>Summary: x</p>", "&#0;", "Home > Housing > Other",
    "A [b (21 000 001)](https://x.example/21-000-001)",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=20)), max_size=12).map("".join))
def test_any_arrangement_of_pieces_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert all(one.reason for one in found(data) if isinstance(one, Refusal))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    for beginning in (b"", page().encode(), b"<html><ul>", b'{"reference": '):
        everything = found(beginning + data)
        assert everything
        assert all(one.reason for one in everything if isinstance(one, Refusal))
