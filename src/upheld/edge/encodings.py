"""Compression: which kind a reader takes, and making it once; of what is streamed, while it goes by."""

import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal

import brotli

Encoding = Literal["br", "gzip", "identity"]
SMALLEST = 300  # bytes: below this compression only adds
_APPLICATION = ("json", "jsonl", "xml", "javascript", "manifest")

_ENCODE: dict[Encoding, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.compress(body, mode=brotli.MODE_TEXT, quality=5, lgwin=18)),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    "identity": lambda body: body,
}
_DECODE: dict[Encoding, Callable[[bytes], bytes]] = {
    "br": lambda body: bytes(brotli.decompress(body)),
    "gzip": gzip.decompress,
    "identity": lambda body: body,
}


@lru_cache(maxsize=256)
def choose(accepted: str) -> Encoding:
    """The best encoding that an `Accept-Encoding` header allows."""
    weights = dict(_weight(part) for part in accepted[:500].lower().split(","))
    for encoding in ("br", "gzip"):
        if weights.get(encoding, weights.get("*", 0.0)) > 0:
            return encoding
    return "identity"


def encode(body: bytes, encoding: Encoding) -> bytes:
    """`body` in that encoding."""
    return _ENCODE[encoding](body)


def decode(body: bytes, encoding: Encoding) -> bytes:
    """What `encode` was given."""
    return _DECODE[encoding](body)


def encode_stream(pieces: Iterable[bytes], encoding: Encoding) -> Iterator[bytes]:
    """The pieces in that encoding, each ready to be read by itself, so that nothing waits for what follows."""
    if encoding == "identity":
        yield from pieces
    elif encoding == "gzip":
        packer = zlib.compressobj(6, wbits=31)
        for piece in pieces:
            yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
        yield packer.flush()
    else:
        compressor = brotli.Compressor(mode=brotli.MODE_TEXT, quality=5, lgwin=18)
        for piece in pieces:
            yield bytes(compressor.process(piece)) + bytes(compressor.flush())
        yield bytes(compressor.finish())


def is_worth_it(body: bytes, content_type: str) -> bool:
    """Whether compressing makes this body noticeably smaller."""
    return is_text(content_type) and len(body) >= SMALLEST


def is_text(content_type: str) -> bool:
    """Whether what has this type is text, by which it can be compressed."""
    kind, _, name = content_type.partition(";")[0].strip().lower().partition("/")
    return kind == "text" or name == "svg+xml" or (kind == "application" and name.endswith(_APPLICATION))


def _weight(part: str) -> tuple[str, float]:
    name, _, parameters = part.partition(";")
    quality = parameters.strip().removeprefix("q=")
    try:
        return name.strip(), float(quality) if quality else 1.0
    except ValueError:
        return name.strip(), 0.0
