"""Whatever is typed or put into an address: never a 500."""

from collections.abc import Callable
from urllib.parse import quote_from_bytes

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.build.decision import published
from tests.build.reader import Reader

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CALM = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
PAGES = (
    "/search",
    "/decisions",
    "/decisions/housing",
    "/organisations",
    "/organisations/alderford-borough-council",
    "/privacy-settings",
)
NAMES = (
    "q",
    "outcome",
    "type",
    "category",
    "subcategory",
    "organisation",
    "kind",
    "from",
    "to",
    "sort",
    "page",
    "year",
    "return",
    "saved",
)
FINE = {200, 301, 302, 400, 404, 410}


@CALM
@given(path=st.binary(max_size=80))
@example(path=b"\x00")
@example(path=b"decisions/\x00/21-000-001")
@example(path=b"\xff\xfe")
@example(path=b"\xed\xa0\x80")
@example(path=b"/evil.example/")
@example(path=b"//evil.example/21-000-001")
@example(path=b"decisions/" + b"x" * 10_000)
@example(path=b"decisions/housing/v/1")
@example(path=b"21-000-001/v/999999")
@example(path="decisions/\u0662\u0661-000-001".encode())
@example(path=b"sitemaps/decisions-\xc2\xb2.xml")
@example(path=b"decisions/%0d%0aSet-Cookie:x")
def test_any_path(reader: Reader, path: bytes) -> None:
    response = reader.client.get("/" + quote_from_bytes(path))
    assert response.status_code in FINE
    assert "evil.example" not in response.headers.get("Location", "")


@CALM
@given(
    page=st.sampled_from(PAGES), pairs=st.lists(st.tuples(st.sampled_from(NAMES), st.binary(max_size=40)), max_size=6)
)
@example(page="/search", pairs=[("q", b"(" * 10_000)])
@example(page="/search", pairs=[("q", b"NOT " * 2_000)])
@example(page="/search", pairs=[("q", b"\x00")])
@example(page="/search.atom", pairs=[("q", b"\x01")])
@example(page="/search", pairs=[("organisation", b"\x00"), ("category", b"\xff")])
@example(page="/search", pairs=[("from", b"9999-12"), ("to", b"0000")])
@example(page="/search", pairs=[("from", b"1/13/2022"), ("to", "٣/٣/٢٠٢٢".encode())])
@example(page="/search", pairs=[("page", b"9" * 5_000)])
@example(page="/search", pairs=[("page", "²".encode())])
@example(page="/decisions/housing", pairs=[("page", b"999999"), ("year", b"0000")])
@example(page="/decisions/housing", pairs=[("year", b"9999")])
@example(page="/decisions/housing", pairs=[("year", "２０２２".encode())])
@example(page="/decisions", pairs=[("type", b"\r\nSet-Cookie: x=1")])
@example(page="/organisations", pairs=[("q", b"\xf0\x9f\x98\x80" * 500)])
def test_any_parameters(reader: Reader, index: Callable[[], None], page: str, pairs: list[tuple[str, bytes]]) -> None:
    if not getattr(reader, "ready", False):
        published()
        index()
        reader.ready = True  # type: ignore[attr-defined]  # once for all examples
    query = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in pairs)
    response = reader.client.get(f"{page}?{query}")
    assert response.status_code in FINE
    assert not response.cookies


@CALM
@given(fields=st.dictionaries(st.sampled_from(["analytical", "return_to", "x"]), st.text(max_size=40)))
def test_anything_posted(reader: Reader, fields: dict[str, str]) -> None:
    response = reader.client.post("/privacy-settings", fields, headers={"Sec-Fetch-Site": "same-origin"})
    assert response.status_code in {303, 400}
