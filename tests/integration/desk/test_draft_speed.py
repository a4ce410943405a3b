"""The page of a long draft is made in no time that anybody would notice."""

import random

import pytest

from tests.build.draft import draft
from tests.build.effort import effort
from tests.build.person import signed_in_client

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

_WORDS = [
    "the",
    "council",
    "lost",
    "papers",
    "and",
    "did",
    "not",
    "answer",
    "her",
    "letters",
    "for",
    "several",
    "weeks",
    "so",
    "we",
    "found",
    "fault",
    "with",
    "it",
]
MOST_SECONDS = 0.3  # of the processor


def _sections() -> list[dict[str, object]]:
    """10,000 words in 200 numbered paragraphs, with names and numbers among them."""
    chance = random.Random(4)
    blocks = []
    for number in range(1, 201):
        words = [chance.choice(_WORDS) for _ in range(50)]
        words[20] = "Tobias Quill" if number % 5 == 0 else words[20]
        words[30] = "07700 900123" if number % 20 == 0 else words[30]
        blocks.append({"number": number, "text": f"{' '.join(words).capitalize()}."})
    return [{"heading": f"Chapter {place}", "blocks": blocks[place * 20 : place * 20 + 20]} for place in range(10)]


def test_findings_of_a_report_of_ten_thousand_words_are_shown_at_once() -> None:
    one = draft(sections=_sections())
    client = signed_in_client("editor")
    client.get(one.get_absolute_url())  # templates are read once
    assert effort(lambda: client.get(one.get_absolute_url()), 3) < MOST_SECONDS
    response = client.get(one.get_absolute_url())
    assert response.content.count(b'class="finding finding--open"') >= 10
