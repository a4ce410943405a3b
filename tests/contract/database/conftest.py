"""A deployment on each database that the register can live in."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.build.deployment import Deployment, fresh_copy


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment | None]:
    """A deployment on a PostgreSQL database that is made once, to be copied; None where no server is named."""
    if not (url := os.environ.get("UPHELD_TEST_POSTGRESQL_URL")):
        yield None
        return
    with _database(url) as address:
        deployment = Deployment(tmp_path_factory.mktemp("template") / "postgresql", {"UPHELD_DATABASE_URL": address})
        deployment.do("check")
        yield deployment


@pytest.fixture(params=["sqlite", "postgresql"])
def database(
    request: pytest.FixtureRequest, deployment: Deployment, postgresql: Deployment | None, tmp_path: Path
) -> Iterator[Deployment]:
    """A deployment on each database."""
    if request.param == "sqlite":
        yield deployment
        return
    if postgresql is None:
        pytest.skip("no PostgreSQL server is named (UPHELD_TEST_POSTGRESQL_URL)")
    template = postgresql.env["UPHELD_DATABASE_URL"]
    with _database(os.environ["UPHELD_TEST_POSTGRESQL_URL"], urlsplit(template).path[1:]) as address:
        copied = fresh_copy(postgresql, tmp_path / "postgresql")
        yield Deployment(copied.folder, {"UPHELD_DATABASE_URL": address})


@contextmanager
def _database(url: str, template: str = "template1") -> Iterator[str]:
    """The address of a database that is like `template`, and dropped in the end."""
    psycopg = pytest.importorskip("psycopg")
    name = f"upheld_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield urlsplit(url)._replace(path=f"/{name}").geturl()
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
