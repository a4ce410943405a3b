"""What search says when it cannot answer."""


class QueryError(ValueError):
    """What was asked cannot be searched for. The message tells the reader what to change."""


class IndexNotReadyError(RuntimeError):
    """There is no index that may be searched: it is missing, broken, of another build, or being made."""
