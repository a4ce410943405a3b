"""A deployment on each database that the register can live in."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.build.deployment import Deployment


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, deployment: Deployment, tmp_path: Path) -> Iterator[Deployment]:
    """A deployment on each database."""
    if request.param == "sqlite":
        yield deployment
        return
    url = os.environ.get("UPHELD_TEST_POSTGRESQL_URL")
    if not url:
        pytest.skip("no PostgreSQL server is named (UPHELD_TEST_POSTGRESQL_URL)")
    psycopg = pytest.importorskip("psycopg")
    name = f"upheld_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    address = urlsplit(url)._replace(path=f"/{name}").geturl()
    yield Deployment(tmp_path / "postgresql", {"UPHELD_DATABASE_URL": address})
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
