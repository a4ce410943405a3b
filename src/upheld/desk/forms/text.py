"""Texts of a draft as a form sends them: only what differs from the text that the form was made of is a change."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from upheld.analysis.amendment import Amendment

TEXT, TABLE, AFTER, ITEMS, HEADING = "text:", "table:", "after:", "items:", "heading:"


@dataclass(frozen=True)
class TextForm:
    """What somebody wrote, by the places of the text it was made of. `changed` are places whose text is another."""

    amendment: Amendment
    changed: Mapping[str, str] = field(default_factory=dict)
    added: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was changed."""
        return not (self.changed or self.added or self.amendment.join)


def read_text_form(data: Mapping[str, str], texts: Mapping[str, str]) -> TextForm:
    """What a form says, beside the texts that it was made of. What it leaves to others (`use`) is no change."""
    left = {name.removeprefix("use:") for name, value in data.items() if name.startswith("use:") and value == "theirs"}
    given = {name: _normal(value) for name, value in data.items() if ":" in name and name not in left}
    new = {
        place: text
        for lead in (TEXT, TABLE)
        for place, text in _of(given, lead).items()
        if place in texts and text != _normal(texts[place])
    }
    added = {name: text for lead in (AFTER, ITEMS, HEADING) for name, text in _named(given, lead) if text}
    amendment = Amendment(
        texts={place: text for place, text in new.items() if not place.startswith("table ")},
        tables={place.removeprefix("table "): text for place, text in new.items() if place.startswith("table ")},
        after=_filled(given, AFTER),
        items=_filled(given, ITEMS),
        headings=_filled(given, HEADING),
        join=data.get("join", ""),
        numbers_through=data.get("numbers") != "keep",
    )
    return TextForm(amendment, new, added)


def _of(given: Mapping[str, str], lead: str) -> dict[str, str]:
    return {name.removeprefix(lead): text for name, text in given.items() if name.startswith(lead)}


def _filled(given: Mapping[str, str], lead: str) -> dict[str, str]:
    return {place: text for place, text in _of(given, lead).items() if text}


def _named(given: Mapping[str, str], lead: str) -> list[tuple[str, str]]:
    return [(name, text) for name, text in given.items() if name.startswith(lead)]


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
