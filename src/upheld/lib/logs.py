"""Structured logs: never a query string, a body, an address of a reader or a cookie."""

import logging
import sys

import structlog


def configure_logs(level: str, to: str) -> None:
    """Sends the records of this program and its libraries, one JSON object a line, to `stdout`, else to stderr."""
    handler = logging.StreamHandler(sys.stdout if to == "stdout" else sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.JSONRenderer(),
            ],
            foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.processors.TimeStamper(fmt="iso", utc=True)],
        )
    )
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
