"""The engines that every test of this folder runs on."""

import pytest

from upheld.search.backends.tantivy import TantivyEngine
from upheld.search.engine import Engine

ENGINES = [TantivyEngine]


@pytest.fixture(params=ENGINES, ids=lambda engine: engine.__name__)
def engine(request: pytest.FixtureRequest) -> Engine:
    """One engine."""
    made: Engine = request.param()
    return made
