"""Why a Word file is not read."""


class RefusedError(Exception):
    """A file cannot be taken: a code for programs, a sentence that says what to do for the person."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
