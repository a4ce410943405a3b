"""Reads one Word file, from its bytes to its pieces. Runs in a limited child: the file may mean harm."""

import json
import sys
from dataclasses import fields
from typing import Any

from upheld.analysis.pieces import Piece
from upheld.ingest.sources.word import remarks
from upheld.ingest.sources.word.archive import open_archive
from upheld.ingest.sources.word.body import Body
from upheld.ingest.sources.word.numbering import Numbering
from upheld.ingest.sources.word.ooxml import letters
from upheld.ingest.sources.word.outside import has_preview, outside_of
from upheld.ingest.sources.word.package import Package, margin_texts, open_package
from upheld.ingest.sources.word.places import Places
from upheld.ingest.sources.word.refused import RefusedError
from upheld.ingest.sources.word.remarks import Remarks
from upheld.ingest.sources.word.styles import Styles
from upheld.ingest.sources.word.text import TextReader
from upheld.ingest.sources.word.tracked import check_tracked

NAMES = tuple(one.name for one in fields(Piece))  # in this order a piece is sent

_OPEN_FIELD = (
    "holds a field that begins and does not end, so that the text after it would be lost. In Word select all, press "
    "Ctrl+Shift+F9 to turn fields into text, save, and import it again"
)

sys.setrecursionlimit(10_000)  # the parser allows 256 elements inside one another, and each takes a few calls


def read(data: bytes) -> bytes:
    """JSON with the pieces, remarks and lines of headers of the file; or with the code and sentence of a refusal."""
    try:
        archive = open_archive(data)
        answer = _read(open_package(archive), preview=has_preview(archive)) | {"outside": outside_of(archive)}
    except RefusedError as refused:
        answer = {"refused": [refused.code, refused.reason]}
    return json.dumps(answer).encode()


def _read(package: Package, *, preview: bool) -> dict[str, Any]:
    places = Places(package.body)
    others = [("a header or footer", part) for part in package.margins]
    others += [
        ("a footnote" if kind == "footnote" else "an endnote", note) for (kind, _), note in package.notes.items()
    ]
    styles = Styles(package.styles)
    check_tracked(package.body, others, lambda: TextReader(styles, {}, places, Remarks()))
    told = Remarks()
    for _ in range(package.comments):
        told.add(remarks.LOST_COMMENT)
    if preview:
        told.add(remarks.PREVIEW)
    text = TextReader(styles, package.notes, places, told)
    body = Body(styles, Numbering(package.numbering, styles), text, places, told)
    body.read(package.body)
    if text.is_open:
        raise RefusedError("open-field", _OPEN_FIELD)
    if text.met < letters(package.body):
        told.add(remarks.UNREAD)
    pieces = [[getattr(piece, name) for name in NAMES] for piece in body.pieces]
    return {"pieces": pieces, "remarks": told.sentences(), "margins": margin_texts(package)}
