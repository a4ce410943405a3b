"""The work of the child processes that make the larger files. They know no settings and no database.

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


def typeset_pack(request: bytes) -> bytes:
    """The same of a pack."""
    ending, _, data = request.partition(b"\n")
    if ending == b"pdf":
        from upheld.public.twins.pdf import set_pdf

        return set_pdf(data.decode(), "pack")
    from pydantic import TypeAdapter

    from upheld.public.twins.pack import PackTwin
    from upheld.public.twins.pack_word import write_pack

    return write_pack(TypeAdapter(PackTwin).validate_json(data))
