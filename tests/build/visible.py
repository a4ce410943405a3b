"""What stands in for the follower where a test has neither server nor index."""


def at_once() -> None:
    """Nothing has to follow: the test's client asks the database itself."""
