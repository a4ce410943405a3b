"""What stands in for the follower where a test has neither server nor index."""


def at_once() -> bool:
    """Nothing has to follow: the test's client asks the database itself."""
    return True


def never() -> bool:
    """Who follows has stopped."""
    return False
