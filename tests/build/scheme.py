"""Schemes for tests."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "schemes"
OFFICIAL = str(_FOLDER / "official.toml")
HOUSING = str(_FOLDER / "housing.toml")
