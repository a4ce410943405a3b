"""The work of the child process that makes the larger files. It knows no settings and no database.

It takes in what one kind of file needs when the first of that kind is ordered, because a reader waits for that.
"""

from upheld.public.twins.twin import Twin


def typeset(request: bytes) -> bytes:
    """The file that was ordered: its ending, a line break, the twin as JSON."""
    ending, _, data = request.partition(b"\n")
    return _pdf(data) if ending == b"pdf" else _word(data)


def _pdf(data: bytes) -> bytes:
    from upheld.public.twins.pdf import set_pdf

    return set_pdf(data.decode())


def _word(data: bytes) -> bytes:
    from pydantic import TypeAdapter

    from upheld.public.twins.word import write_word

    return write_word(TypeAdapter(Twin).validate_json(data))
