"""Search engines behind the door: a package for each."""
