"""Who is asked: the search as the pages use it, and bare Tantivy."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import rmtree
from typing import Any, Protocol

from speed.queries import FACETS, Asked, rows


class Contender(Protocol):
    """Finds ten, counts by all filters, and marks."""

    name: str

    def ask(self, asked: Asked) -> float | None:
        """Milliseconds; None for what it cannot be asked."""


class Upheld:
    """The search as the pages use it; time in the engine, and of marking ten summaries as they do."""

    name = "Upheld"

    def __init__(self) -> None:
        from upheld.register.models import Decision

        self._summaries = dict(Decision.objects.values_list("pk", "version__summary"))

    def ask(self, asked: Asked) -> float | None:
        from upheld.search import Likeness, Marker, SearchRequest, find_similar, search, suggest

        started = time.perf_counter()
        if asked.kind == "suggestion":
            suggest(asked.words[0])
        elif asked.kind == "similar":
            find_similar(Likeness(" ".join(asked.words)), limit=10)
        else:
            names = {"outcome": "outcomes", "category": "categories"}
            text = f"category:{asked.filters['category'][0]} {asked.text}" if asked.kind == "fielded" else asked.text
            values = {} if asked.kind == "fielded" else {names[name]: some for name, some in asked.filters.items()}
            results = search(SearchRequest(text=text, page=asked.page, years=True, **values))
            started = time.perf_counter()
            marker = Marker(results.query, results.mistyped)
            for one in results.decision_ids:
                marker.pieces(self._summaries[one], ("summary",))
            return results.engine_ms + since(started)
        return since(started)


def marked(summaries: Mapping[int, str], ids: Sequence[int], words: Sequence[str]) -> None:
    """The ten results with each of the words marked, wherever it stands."""
    from upheld.search import mark

    for one in ids:
        mark(summaries[one], words)


def since(started: float) -> float:
    """Milliseconds."""
    return (time.perf_counter() - started) * 1000


class Bare:
    """Tantivy with one text field and six to count by."""

    name = "bare Tantivy"

    def __init__(self, folder: Path, path: Path) -> None:
        import tantivy

        builder = tantivy.SchemaBuilder().add_unsigned_field("id", fast=True)
        builder = builder.add_text_field("text", tokenizer_name="en_stem")
        for name in FACETS:
            builder = builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        self.schema, self.engine, self.summaries = builder.build(), tantivy, dict[int, str]()
        rmtree(folder, ignore_errors=True)
        folder.mkdir()
        index = tantivy.Index(self.schema, path=str(folder))
        writer = index.writer(128_000_000)
        for row in rows(path):
            self.summaries[row["id"]] = row.pop("summary")
            writer.add_document(tantivy.Document.from_dict(row, self.schema))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        self.folder, self.searcher = folder, index.searcher()
        self._stem = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
        self._stem = self._stem.filter(tantivy.Filter.stemmer("english")).build()

    def ask(self, asked: Asked) -> float | None:
        from upheld.search.words import stem

        if asked.kind in {"suggestion", "similar"}:
            return None
        started = time.perf_counter()
        query = self._query(asked)
        hits = self.searcher.search(self._all([query, *self._filters(asked, "")]), 10, offset=asked.offset).hits
        for names, without in self._groups(asked):
            wanted = {name: {"terms": {"field": name, "size": 10_000}} for name in names}
            self.searcher.aggregate(self._all([query, *self._filters(asked, without)]), wanted)
        ids = [int(one) for one in self.searcher.fast_field_values("id", [address for _, address in hits])]
        marked(self.summaries, ids, [stem(word) for word in asked.words])
        return since(started)

    def _groups(self, asked: Asked) -> list[tuple[tuple[str, ...], str]]:
        free = tuple(name for name in FACETS if name not in asked.filters)
        return [(free, ""), *(((name,), name) for name in asked.filters)]

    def _query(self, asked: Asked) -> Any:
        make = self.engine.Query
        if asked.kind == "prefix":
            return make.regex_query(self.schema, "text", f"{asked.words[0]}.*")
        tokens = [token for word in asked.words for token in self._stem.analyze(word)]
        if asked.kind == "phrase":
            return make.phrase_query(self.schema, "text", tokens)
        if asked.kind == "near":
            orders = (tokens, tokens[::-1])
            return self._any([make.phrase_query(self.schema, "text", order, 4) for order in orders])
        return self._all([make.term_query(self.schema, "text", token) for token in tokens])

    def _filters(self, asked: Asked, without: str) -> list[Any]:
        make = self.engine.Query
        return [
            make.const_score_query(self._any([make.term_query(self.schema, name, one) for one in values]), 0.0)
            for name, values in asked.filters.items()
            if name != without
        ]

    def _all(self, parts: Sequence[Any]) -> Any:
        return self.engine.Query.boolean_query([(self.engine.Occur.Must, part) for part in parts])

    def _any(self, parts: Sequence[Any]) -> Any:
        return self.engine.Query.boolean_query([(self.engine.Occur.Should, part) for part in parts])
