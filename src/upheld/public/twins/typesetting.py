"""The work of the child process that makes the larger files. It knows no settings and no database.

It takes in what one kind of file needs when the first of that kind is ordered, because a reader waits for that.
"""

import json
from dataclasses import asdict

from upheld.public.twins.twin import Twin


def order(ending: str, twin: Twin) -> bytes:
    """What `typeset` is asked with: two orders that are the same give the same file."""
    return f"{ending}\n{json.dumps(asdict(twin), ensure_ascii=False)}".encode()


def typeset(request: bytes) -> bytes:
    """The file that was ordered."""
    ending, _, data = request.partition(b"\n")
    return _pdf(data) if ending == b"pdf" else _word(data)


def _pdf(data: bytes) -> bytes:
    from upheld.public.twins.pdf import set_pdf

    return set_pdf(data.decode())


def _word(data: bytes) -> bytes:
    from pydantic import TypeAdapter

    from upheld.public.twins.word import write_word

    return write_word(TypeAdapter(Twin).validate_json(data))
