"""A decision as a tagged PDF (PDF/UA-1), set by typst."""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Literal

import typst

import upheld.ui
from upheld.public.twins.twin import Twin

_TEMPLATES = Path(__file__).parent
_FONTS = Path(upheld.ui.__path__[0]) / "fonts"


def write_pdf(twin: Twin) -> bytes:
    """The PDF. The same twin gives the same bytes on the same machine."""
    return set_pdf(json.dumps(asdict(twin), ensure_ascii=False))


def set_pdf(data: str, template: str = "decision") -> bytes:
    """The PDF of a twin, or of a pack, given as JSON. Words reach typst as data, never as markup.

    A text may hold a letter that no font here has. It is then shown as an empty box, which the standard forbids, so
    the PDF is tagged all the same but does not claim to keep to the standard.
    """
    try:
        return _compile(data, template, "ua-1")
    except typst.TypstError as error:
        if "could not be displayed with" not in str(error):
            raise
    return _compile(data, template, None)


def _compile(data: str, template: str, standard: Literal["ua-1"] | None) -> bytes:
    made = _compiler(template).compile(format="pdf", sys_inputs={"twin": data}, pdf_standards=standard)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no single file")
    return made


@cache
def _compiler(template: str) -> typst.Compiler:
    """Made once: it keeps the fonts and the template. The system's fonts serve the letters that ours lack."""
    return typst.Compiler(str(_TEMPLATES / f"{template}.typ"), root=str(_TEMPLATES), font_paths=[str(_FONTS)])
