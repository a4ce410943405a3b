"""The page of commands says what the commands say."""

from tests.docs.commands_page import PAGE, render


def test_the_page_is_what_the_commands_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), (
        "run: DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python -m tests.docs.commands_page"
    )
