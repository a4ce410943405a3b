"""The page cache: what is kept, how much of it, and until when."""

import threading
import time

import pytest

from tests.build.site import Site, ask, cached
from upheld.edge import cache as cache_module

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
