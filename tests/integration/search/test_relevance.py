"""A change that finds worse than what was recorded is seen here; `make evaluate` prints the figures."""

import json
from typing import Any

import pytest

from tests.build.deployment import Deployment
from tests.evaluation.cases import likeness
from tests.evaluation.relevance import report


@pytest.mark.slow
def test_decisions_are_found_no_worse_than_recorded(demo_register: Deployment) -> None:
    assert report.lower(_evaluated(demo_register, report.__name__)) == []


@pytest.mark.slow
def test_cases_like_those_told_are_found_no_worse_than_recorded(demo_register: Deployment) -> None:
    assert likeness.lower(_evaluated(demo_register, likeness.__name__)) == []


def _evaluated(register: Deployment, module: str) -> Any:
    code = f"import json; from {module} import evaluate; print(json.dumps(evaluate()))"
    with register.python(code) as process:
        printed = process.communicate()[0]
    return json.loads(printed.splitlines()[-1])
