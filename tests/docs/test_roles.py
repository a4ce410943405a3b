"""The page of roles says what the roles may do, and what each address of the desk requires."""

from tests.docs.roles_page import PAGE, render


def test_the_page_is_what_the_code_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), (
        "run: DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python -m tests.docs.roles_page"
    )
