"""Where the back office is: the only addresses with cookies, sessions and large uploads."""

DESK = "/desk"


def in_desk(path: str) -> bool:
    """Whether the path is one of the desk's."""
    return path == DESK or path.startswith(f"{DESK}/")
