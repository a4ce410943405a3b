"""Upheld: the open register of ombudsman decisions."""

__version__ = "0.1.0"
