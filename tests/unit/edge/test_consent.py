"""The page cache and the pages read the same choice from the same cookie."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from upheld.edge.consent import consent_of, cookie_header
from upheld.public.consent import keep_consent, read_consent


@pytest.mark.parametrize(("is_on", "choice"), [(True, "on"), (False, "refused")])
def test_what_the_settings_page_keeps_is_what_the_cache_reads(is_on: bool, choice: str) -> None:
    response = HttpResponse()
    keep_consent(RequestFactory().post("/privacy-settings"), response, is_on=is_on)
    sent = "; ".join(morsel.OutputString(attrs=[]) for morsel in response.cookies.values())
    assert consent_of(sent) == choice


@pytest.mark.parametrize("choice", ["none", "refused", "on"])
def test_a_page_is_told_the_choice_in_its_key(choice: str) -> None:
    header = cookie_header(consent_of(f"a=b; upheld_privacy={choice}"))
    assert read_consent(RequestFactory().get("/", headers={"cookie": header})) == choice
