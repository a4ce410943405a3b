"""The page cache: how a page is sent: packed, tagged, or piece by piece."""

import gzip
import zlib

import brotli
import pytest

from tests.build.site import Site, ask, cached
from upheld.edge.encodings import Encoding, decode, encode_stream
from upheld.edge.responses import LARGEST

HTML = ("Content-Type", "text/html; charset=utf-8")


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
