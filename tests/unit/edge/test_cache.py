"""The page cache: what is kept, for whom, and until when."""

import gzip
import threading
import time
import zlib

import brotli
import pytest

from tests.build.site import Site, ask, cached
from upheld.edge import cache as cache_module
from upheld.edge.encodings import Encoding, decode, encode_stream
from upheld.edge.responses import LARGEST

HTML = ("Content-Type", "text/html; charset=utf-8")


def test_a_page_is_made_once_and_answered_again() -> None:
    site = Site()
    app, _ = cached(site)
    first, second = ask(app, "/decisions"), ask(app, "/decisions")
    assert first == second
    assert first.status == 200
    assert first.body.startswith(b"made 1 of /decisions")
    assert len(site.seen) == 1


def test_when_the_register_moves_every_page_is_made_again() -> None:
    site = Site()
    app, watch = cached(site)
    ask(app, "/a")
    site.head = 2
    watch.look()
    assert ask(app, "/a").body.startswith(b"made 2 of /a at 2")


def test_when_the_register_moves_nothing_of_the_old_pages_stays_in_memory() -> None:
    site = Site()
    app, watch = cached(site)
    ask(app, "/a")
    ask(app, "/b")
    site.cursors["search"] = 2
    watch.look()
    assert len(app.shelf) == 2
    site.head = 2
    watch.look()
    assert (len(app.shelf), app.shelf.size) == (0, 0)


def test_a_move_is_noticed_within_the_promised_time_without_any_thread() -> None:
    site = Site()
    app, _ = cached(site)
    ask(app, "/a")
    site.head = 2
    time.sleep(0.11)
    assert b"at 2" in ask(app, "/a").body


def test_a_withdrawn_page_is_gone_while_the_follower_stands_still() -> None:
    site = Site(head=1, cursors={"search": 1})
    app, watch = cached(site)
    assert ask(app, "/decisions/x").status == 200
    site.head, site.status = 2, "410 Gone"
    watch.look()
    assert ask(app, "/decisions/x").status == 410


def test_a_page_made_from_an_index_behind_the_journal_is_not_kept() -> None:
    """It lets go of what was redacted long before its cursor moves."""
    site = Site(head=5, cursors={"search": 4}, headers=[HTML, ("X-Upheld-Reads", "search=4")])
    app, watch = cached(site)
    assert ask(app, "/search").body != ask(app, "/search").body
    site.cursors["search"] = 5
    site.headers = [HTML, ("X-Upheld-Reads", "search=5")]
    watch.look()
    assert ask(app, "/search").body == ask(app, "/search").body


def test_an_index_that_catches_up_while_the_page_is_made_does_not_pass_for_current() -> None:
    site = Site(head=5, cursors={"search": 4}, headers=[HTML, ("X-Upheld-Reads", "search=4")])
    app, watch = cached(site)
    site.during = lambda: site.cursors.update(search=5)
    ask(app, "/search")
    watch.look()
    assert ask(app, "/search").body.startswith(b"made 2")


@pytest.mark.parametrize("said", ["search=3", "search", "search=", "search=x", "search=-1"])
def test_a_page_that_does_not_say_it_saw_all_that_is_known_of_the_index_is_not_kept(said: str) -> None:
    site = Site(cursors={"search": 4}, headers=[HTML, ("X-Upheld-Reads", said)])
    app, _ = cached(site)
    ask(app, "/search")
    assert ask(app, "/search").body.startswith(b"made 2")


def test_a_page_that_reads_an_unknown_follower_is_not_kept() -> None:
    site = Site(headers=[HTML, ("X-Upheld-Reads", "weather=1")])
    app, _ = cached(site)
    ask(app, "/a")
    assert ask(app, "/a").body.startswith(b"made 2")


def test_a_page_that_reads_only_the_register_stays_when_a_follower_moves() -> None:
    site = Site()
    app, watch = cached(site)
    ask(app, "/a")
    site.cursors["search"] = 7
    watch.look()
    assert ask(app, "/a").body.startswith(b"made 1")


def test_the_internal_header_is_not_shown() -> None:
    app, _ = cached(Site(headers=[HTML, ("X-Upheld-Reads", "search=1"), ("X-Robots-Tag", "noindex")]))
    headers = ask(app, "/search").headers
    assert "x-upheld-reads" not in headers
    assert headers["x-robots-tag"] == "noindex"


def test_when_the_journal_cannot_be_read_nothing_kept_is_used() -> None:
    site = Site()
    app, watch = cached(site)
    ask(app, "/a")
    watch._head = lambda: 1 // 0
    time.sleep(0.11)
    assert ask(app, "/a").body.startswith(b"made 2")
    assert ask(app, "/a").body.startswith(b"made 3")
    watch._head = lambda: 1
    assert ask(app, "/a").body.startswith(b"made 1"), "known again, unchanged: the kept page is current"


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        ("404 Not Found", []),
        ("400 Bad Request", []),
        ("500 Internal Server Error", []),
        ("503 Service Unavailable", []),
        ("200 OK", [("Set-Cookie", "upheld_privacy=on")]),
        ("200 OK", [("Cache-Control", "no-store")]),
        ("200 OK", [("cache-control", "Private, max-age=5")]),
        ("200 OK", [("Content-Encoding", "gzip")]),
    ],
)
def test_what_may_not_be_kept(status: str, headers: list[tuple[str, str]]) -> None:
    site = Site(status=status, headers=[HTML, *headers])
    app, _ = cached(site)
    ask(app, "/a")
    assert ask(app, "/a").body.startswith(b"made 2")
    assert len(app.shelf) == 0


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "308 Permanent Redirect", "410 Gone"])
def test_redirects_and_notices_are_kept(status: str) -> None:
    site = Site(status=status, headers=[HTML, ("Location", "/elsewhere")])
    app, _ = cached(site)
    ask(app, "/a")
    again = ask(app, "/a")
    assert len(site.seen) == 1
    assert again.headers["location"] == "/elsewhere"
    assert "etag" not in again.headers


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


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate", "gzip"),
        ("gzip;q=1.0, br;q=0", "gzip"),
        ("br;q=0.5", "br"),
        ("*", "br"),
        ("identity", None),
        ("", None),
        ("br;q=x, GZIP", "gzip"),
        (";;,,;q=", None),
        ("bröt", None),
    ],
)
def test_a_page_comes_in_the_best_encoding_the_reader_takes(accepted: str, encoding: str | None) -> None:
    app, _ = cached(Site())
    answer = ask(app, "/a", accept_encoding=accepted)
    decode = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert answer.headers.get("content-encoding") == encoding
    assert decode(answer.body).startswith(b"made 1 of /a")
    assert int(answer.headers["content-length"]) == len(answer.body)
    assert {"Accept-Encoding", "Cookie"} <= set(answer.headers["vary"].split(", "))


def test_a_second_encoding_does_not_make_the_page_again() -> None:
    site = Site()
    app, _ = cached(site)
    for accepted in ("gzip", "br", "", "gzip", "br"):
        ask(app, "/a", accept_encoding=accepted)
    assert len(site.seen) == 1


@pytest.mark.parametrize("content", [("image/png", b"x" * 900), ("text/html", b"short")])
def test_what_would_not_shrink_is_left_as_it_is(content: tuple[str, bytes]) -> None:
    kind, body = content
    app, _ = cached(Site(headers=[("Content-Type", kind)], body=lambda: [body]))
    answer = ask(app, "/a", accept_encoding="br")
    assert "content-encoding" not in answer.headers
    assert answer.body == body


def test_each_encoding_has_its_own_tag_and_the_tag_answers_304() -> None:
    app, _ = cached(Site())
    plain, packed = ask(app, "/a"), ask(app, "/a", accept_encoding="br")
    assert plain.headers["etag"] != packed.headers["etag"]
    for known in (plain.headers["etag"], f'"other", {plain.headers["etag"]}', f"W/{plain.headers['etag']}", "*"):
        unchanged = ask(app, "/a", if_none_match=known)
        assert (unchanged.status, unchanged.body) == (304, b"")
        assert unchanged.headers["etag"] == plain.headers["etag"]
        assert unchanged.headers["cache-control"] == "no-cache"
        assert "content-type" not in unchanged.headers
        assert "content-length" not in unchanged.headers


@pytest.mark.parametrize("known", ['"other"', "", ",", "W/", '"' * 4_000, "\x00"])
def test_another_tag_gets_the_page(known: str) -> None:
    app, _ = cached(Site())
    assert ask(app, "/a", if_none_match=known).status == 200


def test_a_withdrawal_is_not_hidden_by_a_tag() -> None:
    site = Site()
    app, watch = cached(site)
    tag = ask(app, "/a").headers["etag"]
    site.head, site.status = 2, "410 Gone"
    watch.look()
    assert ask(app, "/a", if_none_match=tag).status == 410
    assert ask(app, "/a", if_none_match="*").status == 410


def test_browsers_and_shared_caches_must_ask_again_unless_the_page_says_otherwise() -> None:
    site = Site()
    app, _ = cached(site)
    assert ask(app, "/a").headers["cache-control"] == "no-cache"
    assert ask(app, "/missing").headers["cache-control"] == "no-cache"
    site.headers = [HTML, ("Cache-Control", "public, max-age=60")]
    assert ask(app, "/b").headers["cache-control"] == "public, max-age=60"


def test_what_is_kept_is_bounded_in_bytes() -> None:
    app, _ = cached(Site(), most_bytes=50_000)
    for number in range(200):
        ask(app, f"/{number}")
    assert app.shelf.size <= 50_000
    assert 0 < len(app.shelf) < 30


def test_a_crawler_does_not_push_out_what_people_read() -> None:
    site = Site()
    app, _ = cached(site, most_bytes=100_000)
    for number in range(1_000):
        ask(app, f"/crawled/{number}")
        if number % 10 == 0:
            ask(app, "/read")
    assert sum(environ["PATH_INFO"] == "/read" for environ in site.seen) == 1


def test_addresses_that_do_not_exist_take_no_room() -> None:
    site = Site()
    app, _ = cached(site, most_bytes=50_000)
    ask(app, "/read")
    site.status = "404 Not Found"
    for number in range(500):
        ask(app, f"/wp-admin/{number}", f"utm_x={number}")
    assert len(app.shelf) == 1


def test_spellings_of_one_address_do_not_grow_without_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("upheld.edge.addresses.MOST_MEMOS", 50)
    app, _ = cached(Site())
    for number in range(500):
        assert ask(app, "/a", f"utm_source={number}").body.startswith(b"made 1")
    assert len(app._addresses._memo) <= 50
    assert len(app.shelf) == 1


def test_a_large_answer_is_passed_on_as_it_comes_and_not_kept() -> None:
    piece = b"x" * 100_000
    site = Site(body=lambda: (piece for _ in range(30)))
    app, _ = cached(site, most_bytes=100_000_000)
    answer = ask(app, "/all.jsonl")
    assert len(answer.body) == 3_000_000 > LARGEST
    assert answer.headers["cache-control"] == "no-cache"
    assert len(app.shelf) == 0


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_stream_of_text_is_compressed_piece_by_piece(encoding: Encoding) -> None:
    class Streaming(list[bytes]):
        streaming = True

    pieces = [b"one heron " * 100, b"two herons " * 100]
    site = Site(body=lambda: Streaming(pieces))
    app, _ = cached(site)
    answer = ask(app, "/search.csv", accept_encoding=encoding)
    assert answer.headers["content-encoding"] == encoding
    assert len(answer.body) < 300
    assert decode(answer.body, encoding) == b"".join(pieces)
    begun = iter(encode_stream(iter(pieces), "gzip"))
    assert zlib.decompressobj(wbits=31).decompress(next(begun)) == pieces[0]
    site.headers = [("Content-Type", "application/octet-stream")]
    assert ask(app, "/search.xlsx", accept_encoding=encoding).body == b"".join(pieces)


def test_a_stated_length_or_a_stream_is_not_taken_in_at_all() -> None:
    class Streaming(list[bytes]):
        streaming = True

    def never() -> list[bytes]:
        raise AssertionError

    site = Site(body=lambda: Streaming([b"one", b"two"]))
    app, _ = cached(site)
    assert ask(app, "/a").body == b"onetwo"
    site.headers.append(("Content-Length", str(LARGEST + 1)))
    site.body = lambda: (b"x" for _ in range(3))
    assert ask(app, "/b").headers["content-length"] == str(LARGEST + 1)
    assert len(app.shelf) == 0


def test_the_application_is_told_when_its_answer_is_no_longer_needed() -> None:
    site = Site()
    app, _ = cached(site)
    for path, method in (("/a", "GET"), ("/a", "GET"), ("/b", "HEAD")):
        ask(app, path, method=method)
    assert site.closed == len(site.seen) == 2


def test_many_readers_of_one_cold_page_make_it_once() -> None:
    site = Site(during=lambda: time.sleep(0.02))
    app, _ = cached(site)
    bodies: list[bytes] = []
    threads = [threading.Thread(target=lambda: bodies.append(ask(app, "/a").body)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(bodies)) == len(site.seen) == 1


def test_a_page_that_never_ends_does_not_hold_up_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache_module, "PATIENCE", 0.05)
    stuck, entered = threading.Event(), threading.Event()

    def during() -> None:
        if not entered.is_set():
            entered.set()
            stuck.wait(5)

    app, _ = cached(Site(during=during))
    first = threading.Thread(target=lambda: ask(app, "/a"))
    first.start()
    entered.wait(5)
    assert ask(app, "/a").status == 200
    stuck.set()
    first.join()


@pytest.mark.parametrize("path", ["/" + "a" * 5_000, "/\x00", "/\xff\xfe", "//..//", "", "/a b", "/%2e%2e"])
def test_any_path_is_answered(path: str) -> None:
    app, _ = cached(Site())
    assert ask(app, path).status == 200
    assert ask(app, path).status == 200


def test_a_failing_application_is_not_hidden() -> None:
    def broken(environ: object, start_response: object) -> list[bytes]:
        raise ZeroDivisionError

    site = Site()
    app, _ = cached(site)
    app._app = broken
    with pytest.raises(ZeroDivisionError):
        ask(app, "/a")
    app._app = site
    assert ask(app, "/a").status == 200


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
