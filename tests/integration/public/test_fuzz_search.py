"""A share of `make fuzz`: whatever is asked, there are results, help or a sentence."""

import json
import os

import pytest

from tests.build.deployment import Deployment

_FINDS = """
import json
from upheld.public.pages.search_help import make_search_help
from upheld.search import SearchRequest, search

page = make_search_help()
examples = [*page.first, *page.together, *page.mixed, *(one for field in page.fields for one in field.examples)]
texts = ['in:"agreed action" pay', *(one.text for one in examples)]
print(json.dumps({text: search(SearchRequest(text=text)).total for text in texts}))
"""


@pytest.mark.slow
def test_hostile_and_odd_queries_are_answered(demo_register: Deployment) -> None:
    count = int(os.environ.get("UPHELD_TEST_FUZZ", "150"))
    code = f"import sys; sys.argv = ['', '{count}', '3']; from tests.fuzz.search import main; main()"
    with demo_register.python(code) as process:
        printed = process.communicate()[0]
    assert process.returncode == 0, printed
    assert "longest engine time" in printed


@pytest.mark.slow
def test_every_example_of_the_help_finds_something_in_the_demo(demo_register: Deployment) -> None:
    with demo_register.python(_FINDS) as process:
        printed = process.communicate()[0]
    found = json.loads(printed.splitlines()[-1])
    assert len(found) > 20
    assert [text for text, total in found.items() if not total] == []
    assert found["noise night OR smell"] > found["(noise OR smell) night"]  # what the two are to show
    assert found['in:"agreed action" pay -training'] < found['in:"agreed action" pay']
