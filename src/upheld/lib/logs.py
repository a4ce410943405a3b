"""Structured logs: never a query string, a body, an address of a reader or a cookie."""

import logging
import sys
import traceback
from collections.abc import Iterator
from types import TracebackType
from typing import TextIO

import structlog
from structlog.typing import EventDict, WrappedLogger


def configure_logs(level: str, to: str) -> None:
    """Sends the records of this program and its libraries, one JSON object a line, to `stdout`, else to stderr."""
    handler = make_handler(sys.stdout if to == "stdout" else sys.stderr)
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    logging.getLogger("django.request").setLevel(logging.ERROR)  # faults, by path without query; not every 404
    logging.getLogger("django.security").setLevel(logging.CRITICAL)  # what a client sent, refused: no fault of ours
    structlog.configure(
        processors=[
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def make_handler(stream: TextIO) -> logging.Handler:
    """Writes records to the stream, one JSON object a line, without a word that a reader sent."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                without_words,
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True)],
        )
    )
    return handler


def without_words(logger: WrappedLogger, name: str, event: EventDict) -> EventDict:
    """The event of a request that failed without the messages of its errors, which may repeat what was sent.

    What kinds of error they were, and where in the code, is kept.
    """
    del logger, name
    request = getattr(event.get("_record"), "request", None)
    if request is not None and event.get("exc_info"):
        event["exception"] = "\n".join(_kinds_and_places(event.pop("exc_info")))
    return event


def _kinds_and_places(given: object) -> Iterator[str]:
    error = given[1] if isinstance(given, tuple) else sys.exc_info()[1]
    while isinstance(error, BaseException):
        yield f"{type(error).__module__}.{type(error).__qualname__}, raised in"
        yield from _places(error.__traceback__)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(found: TracebackType | None) -> Iterator[str]:
    for frame in traceback.extract_tb(found):
        yield f"  {frame.filename}:{frame.lineno} {frame.name}"
