"""Reads from a text what was done, agreed or asked for to put things right, by rules that can be explained."""

from upheld.analysis.remedies.account import SumFound, account_for_sums
from upheld.analysis.remedies.reading import read_remedies

__all__ = ["SumFound", "account_for_sums", "read_remedies"]
