"""A real mail server on this machine, which keeps what it receives."""

from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

from tests.build.server import free_port


class Kept:
    """What came in. While `refuses` is set, nothing is taken."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuses = False
        self.port = free_port()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        """Keeps a mail, or puts it off."""
        if self.refuses:
            return "451 Try again later"
        self.mails.append(BytesParser(policy=default).parsebytes(envelope.content))
        return "250 Taken"

    def text(self, number: int = -1) -> str:
        """The words of a mail, the last unless another is asked for."""
        body = self.mails[number].get_body()
        return body.get_content() if body else ""


@contextmanager
def mail_server() -> Iterator[Kept]:
    """The server, for as long as it is needed."""
    kept = Kept()
    controller = Controller(kept, hostname="127.0.0.1", port=kept.port)
    controller.start()
    try:
        yield kept
    finally:
        controller.stop()
