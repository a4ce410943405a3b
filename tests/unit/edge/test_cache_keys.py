"""The page cache: who shares a page, and what of a request reaches it."""

import tracemalloc

import pytest

from tests.build.site import Site, ask, cached
from upheld.edge.addresses import Addresses


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "BREW"])
def test_other_methods_reach_the_application_untouched(method: str) -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/a")
    ask(app, "/a", method=method, cookie="a=b", origin="http://other.example")
    assert site.seen[-1]["REQUEST_METHOD"] == method
    assert site.seen[-1]["HTTP_COOKIE"] == "a=b"
    assert site.seen[-1]["HTTP_ORIGIN"] == "http://other.example"


def test_head_is_get_without_the_body_and_shares_its_page() -> None:
    site = Site()
    app, _ = cached(site)
    head, get = ask(app, "/a", method="HEAD"), ask(app, "/a")
    assert (head.body, head.headers) == (b"", get.headers)
    assert int(head.headers["content-length"]) == len(get.body)
    assert [environ["REQUEST_METHOD"] for environ in site.seen] == ["GET"]


def test_each_choice_about_cookies_has_its_own_page_and_no_other_cookie_matters() -> None:
    site = Site()
    app, _ = cached(site)
    cookies = ["", "upheld_privacy=on", "upheld_privacy=refused", "session=1; upheld_privacy=on", "theme=dark", "a=b"]
    made = [ask(app, "/a", cookie=cookie).body[:6] for cookie in cookies]
    assert made == [b"made 1", b"made 2", b"made 3", b"made 2", b"made 1", b"made 1"]
    assert [environ.get("HTTP_COOKIE") for environ in site.seen] == [
        None,
        "upheld_privacy=on",
        "upheld_privacy=refused",
    ]


@pytest.mark.parametrize(
    "cookie",
    [
        "upheld_privacy=ON",
        "upheld_privacy=on2",
        "upheld_privacy=",
        "upheld_privacy",
        "xupheld_privacy=on",
        "upheld_privacy=on; upheld_privacy=refused",
        'upheld_privacy="on"',
        "=upheld_privacy=on",
        ";;;=;upheld_privacy=\x00on",
        "upheld_privacy=on," * 500,
    ],
)
def test_a_cookie_that_is_not_exactly_a_choice_is_none(cookie: str) -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/a")
    ask(app, "/a", cookie=cookie)
    assert len(site.seen) == 1


def test_nothing_about_the_reader_but_what_is_in_the_key_reaches_a_page() -> None:
    site = Site()
    app, _ = cached(site)
    hostile = {"x_forwarded_host": "evil.example", "x_forwarded_for": "10.0.0.1", "proxy": "http://evil.example"}
    ask(app, "/a", **hostile, user_agent="x", accept_language="cy", range="bytes=0-1", x_forwarded_proto="https")
    told = {name: value for name, value in site.seen[0].items() if name.startswith("HTTP_")}
    assert told == {"HTTP_HOST": "register.example", "HTTP_X_FORWARDED_PROTO": "https"}


def test_host_and_scheme_are_part_of_the_key() -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/a", x_forwarded_proto="https")
    ask(app, "/a", host="other.example")
    ask(app, "/a")
    ask(app, "/a", host="REGISTER.example")
    assert len(site.seen) == 3


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("q=water&page=2", "page=2&q=water", True),
        ("q=a%20b", "q=a+b", True),
        ("q=caf%C3%A9", "q=caf\u00c3\u00a9", True),
        ("", "utm_source=x&gclid=1", True),
        ("q=a", "fbclid=7&q=a", True),
        ("q=a", "q=b", False),
        ("outcome=upheld&outcome=not-upheld", "outcome=upheld", False),
        ("page=1&page=2", "page=2&page=1", False),
        ("q=", "", False),
    ],
)
def test_queries_that_mean_the_same_share_a_page(one: str, other: str, shared: bool) -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/search", one)
    ask(app, "/search", other)
    assert len(site.seen) == (1 if shared else 2)


def test_the_page_sees_the_query_of_its_key() -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/search", "utm_campaign=x&q=a+b&outcome=upheld&outcome=closed")
    assert site.seen[0]["QUERY_STRING"] == "outcome=upheld&outcome=closed&q=a+b"


@pytest.mark.parametrize("query", ["unknown=1", "q=a&unknown=1", "&".join(["q=a"] * 60), "q=" + "a" * 3_000])
def test_a_query_that_pages_do_not_know_is_answered_but_not_kept(query: str) -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/search", query)
    assert ask(app, "/search", query).body.startswith(b"made 2")
    assert site.seen[0]["QUERY_STRING"] == query
    assert len(app.shelf) == 0


@pytest.mark.parametrize("path", ["/" + "a" * 5_000, "/\x00", "/\xff\xfe", "//..//", "", "/a b", "/%2e%2e"])
def test_any_path_is_answered(path: str) -> None:
    app, _ = cached(Site())
    assert ask(app, path).status == 200
    assert ask(app, path).status == 200


@pytest.mark.parametrize("path", ["/desk", "/desk/", "/desk/drafts/abc"])
def test_the_desk_is_passed_by_whole_and_nothing_of_it_is_kept(path: str) -> None:
    site = Site()
    app, _ = cached(site)
    first = ask(app, path, "q=a&unknown=b", cookie="upheld_desk=secret", user_agent="x")
    again = ask(app, path, "q=a&unknown=b", cookie="upheld_desk=other")
    assert (first.body != again.body, len(app.shelf)) == (True, 0)
    assert site.seen[0]["HTTP_COOKIE"] == "upheld_desk=secret"
    assert site.seen[0]["HTTP_USER_AGENT"] == "x"
    assert site.seen[0]["QUERY_STRING"] == "q=a&unknown=b"
    assert set(first.headers) == {"content-type"}


def test_what_only_begins_like_the_desk_is_kept() -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/desktop", cookie="upheld_desk=secret")
    ask(app, "/desktop")
    assert len(site.seen) == 1
    assert "HTTP_COOKIE" not in site.seen[0]


def test_what_is_remembered_of_how_requests_were_spelt_stays_small() -> None:
    addresses = Addresses()
    tracemalloc.start()
    for number in range(1_000):
        query = f"q={number}" + "+heron" * 300
        asked = {"PATH_INFO": "/search", "QUERY_STRING": query, "HTTP_HOST": "a.example", "wsgi.url_scheme": "https"}
        assert addresses.find(asked).kept
    assert tracemalloc.get_traced_memory()[0] < 1_000_000
    tracemalloc.stop()
