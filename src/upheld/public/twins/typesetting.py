"""The work of the child process that makes the larger files. It knows no settings and no database."""

from collections.abc import Callable, Mapping

from pydantic import TypeAdapter

from upheld.public.twins.pdf import write_pdf
from upheld.public.twins.twin import Twin
from upheld.public.twins.word import write_word

_TWIN = TypeAdapter(Twin)
_WRITERS: Mapping[bytes, Callable[[Twin], bytes]] = {b"pdf": write_pdf, b"docx": write_word}


def order(ending: str, twin: Twin) -> bytes:
    """What `typeset` is asked with: two orders that are the same give the same file."""
    return ending.encode() + b"\n" + _TWIN.dump_json(twin)


def typeset(request: bytes) -> bytes:
    """The file that was ordered."""
    ending, _, data = request.partition(b"\n")
    return _WRITERS[ending](_TWIN.validate_json(data))
