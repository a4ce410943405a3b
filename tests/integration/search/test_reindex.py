"""`upheld reindex`."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.build.decision import published
from upheld.journal.queries.entry import get_head
from upheld.lib.runtime import Runtime
from upheld.search import SearchFollower, SearchRequest, search
from upheld.search.commands.reindex import reindex
from upheld.search.generations import Generations


@pytest.mark.django_db
def test_it_makes_a_new_index_and_says_how_many(tmp_path: Path) -> None:
    decision = published()
    follower = SearchFollower(tmp_path / "index", memory_mb=32)
    follower.follow(get_head())
    before = Generations(tmp_path / "index").live()
    runtime = Runtime(
        data_dir=tmp_path, follow=lambda: follower.follow(get_head()), prepare=lambda: None, following=nullcontext
    )
    answer = CliRunner().invoke(reindex, obj=runtime, standalone_mode=False)
    assert answer.output.startswith("Indexed 1 decision in ")
    assert answer.return_value == 0
    assert Generations(tmp_path / "index").live() != before
    assert search(SearchRequest(), folder=tmp_path / "index").decision_ids == (decision.pk,)
