"""The tables of this room."""

from upheld.ingest.models.run import Run, RunResult

__all__ = ["Run", "RunResult"]
