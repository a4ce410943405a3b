"""A decision that is not public, on the page on which readers would see it."""

import pytest
from django.test import RequestFactory

from tests.build.decision import NOON, published, record
from upheld.public.views.preview import preview
from upheld.register.content import prepare
from upheld.register.models import Category, Decision, Organisation
from upheld.scheme import get_scheme

pytestmark = pytest.mark.django_db


def shown(**values: object) -> str:
    content = prepare(record(**values), get_scheme())
    request = RequestFactory().get("/desk/drafts/abc/preview")
    response = preview(request, content, words="This draft is not published.", back="/desk/drafts/abc", at=NOON)
    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
    return response.content.decode()


def test_shows_the_public_page_and_says_what_it_is() -> None:
    page = shown(sections=[{"heading": "The complaint", "blocks": [{"number": 1, "text": "Mrs <b>B</b> wrote."}]}])
    assert "Preview: nobody outside the desk sees this page" in page
    assert '<a href="/desk/drafts/abc">' in page
    assert "Mrs &lt;b&gt;B&lt;/b&gt; wrote." in page
    assert 'id="p1"' in page
    assert 'rel="canonical"' not in page


def test_reads_as_the_published_page_does() -> None:
    wanted = published(sections=[{"heading": "The complaint", "blocks": [{"number": 1, "text": "See 21 000 001."}]}])
    page = shown(sections=[{"heading": "The complaint", "blocks": [{"number": 1, "text": "See 21 000 001."}]}])
    assert wanted.subcategory.get_absolute_url() in page
    assert '<a href="/organisations/alderford-borough-council">' in page


def test_writes_nothing() -> None:
    shown(category="Never seen", subcategory="Neither", organisations=[{"name": "Nowhere District Council"}])
    for table in (Decision, Category, Organisation):
        assert not table.objects.exists()
