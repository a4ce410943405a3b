"""The environment: what is mistyped is an error, what GOV.UK Frontend's macros leave open is not."""

from dataclasses import dataclass
from typing import Any

import pytest
from jinja2.exceptions import UndefinedError

from upheld.ui.jinja import environment


@dataclass(frozen=True)
class _Page:
    title: str = "<Title>"
    note: str | None = None


def _render(source: str, **context: Any) -> str:
    return environment().from_string(source).render(page=_Page(), **context)


@pytest.mark.parametrize(
    "source",
    [
        "{{ page.titel }}",
        "{% if page.titel %}yes{% endif %}",
        "{{ page.titel is defined }}",
        "{{ page.title.nothing }}",
        "{{ page.note.text }}",
        "{{ pgae }}",
        "{% if pgae %}yes{% endif %}",
        "{% for one in pgae %}{{ one }}{% endfor %}",
        "{{ pgae.title }}",
    ],
)
def test_a_mistyped_name_is_an_error(source: str) -> None:
    with pytest.raises(UndefinedError):
        _render(source)


def test_an_optional_key_of_a_mapping_is_nothing() -> None:
    assert _render("[{{ given.label.classes }}]", given={}) == "[]"


def test_text_is_escaped() -> None:
    assert _render("{{ page.title }}") == "&lt;Title&gt;"


def test_govuk_macros_render_with_what_they_are_given() -> None:
    source = """{% from "govuk_frontend_jinja/components/button/macro.html" import govukButton %}
    {{ govukButton({"text": page.title}) }}"""
    assert "&lt;Title&gt;" in _render(source)
