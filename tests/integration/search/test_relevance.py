"""A change that finds worse than what was recorded is seen here; `make evaluate` prints the figures."""

import json

import pytest

from tests.build.deployment import Deployment
from tests.evaluation.relevance.report import lower


@pytest.mark.slow
def test_decisions_are_found_no_worse_than_recorded(demo_register: Deployment) -> None:
    code = "import json; from tests.evaluation.relevance.report import evaluate; print(json.dumps(evaluate()))"
    with demo_register.python(code) as process:
        printed = process.communicate()[0]
    assert lower(json.loads(printed.splitlines()[-1])) == []
