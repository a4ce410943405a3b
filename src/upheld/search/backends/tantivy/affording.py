"""Keeps a query within what can be looked for in time."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from upheld.search.backends.tantivy.queries import MOST_BEGINNINGS, QueryBuilder, orders_of
from upheld.search.backends.tantivy.schema import SECTION_FIELDS
from upheld.search.language.tree import All, Any, Near, Node, Not, Phrase, Prefix, Within, Word

# Words side by side or near one another are compared, place by place, in every section that holds all of them, of
# which there are no more than hold the rarest: once for the page and all counts, and once more for each filter that is
# set. Of decisions of 1,100 words each section takes 0.1 to 0.2 microseconds each time. The same with filters as
# without: a count says what choosing a value will find.
MOST_PHRASE_CANDIDATES = 60_000

Placed = Phrase | Near


@dataclass
class Affordable:
    """A query as it can be looked for: `of` gives it, with words in place of phrases whose words are too common."""

    queries: QueryBuilder
    notes: list[str] = field(default_factory=list)

    def of(self, node: Node | None) -> Node | None:
        """The node, or what is looked for in its place; `notes` then say so."""
        if node is None:
            return None
        self._tell_of_beginnings(node)
        dear = self._too_dear(node)
        return self._without(node, dear) if dear else node

    def _too_dear(self, node: Node) -> frozenset[Placed]:
        """The phrases beyond what all of them together may cost, the cheapest kept."""
        costs: Counter[Placed] = Counter()
        self._add_costs(node, self.queries.at_most(None), costs)
        left, dear = MOST_PHRASE_CANDIDATES, []
        for part in sorted(costs, key=costs.__getitem__):
            left -= costs[part]
            if left < 0:
                dear.append(part)
        if typed := [part for part in dear if _is_typed(part)]:
            named = " and ".join(f"“{' '.join(part.words)}”" for part in typed)
            self.notes.append(f"The words of {named} are too common to be looked for as a phrase.")
        return frozenset(dear)

    def _add_costs(self, node: Node, most: int, costs: Counter[Placed], place: str = "") -> None:
        """Adds what each phrase costs: it is looked for only in decisions that have what stands beside it, `most`."""
        match node:
            case Phrase(words) | Near(words, _):
                tokens = self.queries.tokens(words)
                orders = orders_of(len(tokens)) if isinstance(node, Near) else 1
                placed = self.queries.placed(tokens, place).values() if len(tokens) > 1 else ()
                costs[node] += orders * sum(min(most, count) for count in placed)
            case All(parts):
                fewest = min(most, self.queries.at_most(self.queries.beside(parts)))
                for part in parts:
                    self._add_costs(part, fewest, costs, place)
            case Any(parts):
                for part in parts:
                    self._add_costs(part, most, costs, place)
            case Not(part):
                self._add_costs(part, most, costs, place)
            case Within(section, part) if part is not None:
                self._add_costs(part, most, costs, SECTION_FIELDS.get(section, place))

    def _tell_of_beginnings(self, node: Node) -> None:
        for part in _leaves(node):
            if isinstance(part, Prefix) and len(self.queries.expand(part.text)) > MOST_BEGINNINGS:
                self.notes.append(
                    f"More than {MOST_BEGINNINGS} words begin with “{part.text}”: the most frequent were looked for."
                )

    def _without(self, node: Node, dear: frozenset[Placed]) -> Node:
        match node:
            case Phrase(words) | Near(words, _):
                return All(tuple(map(Word, dict.fromkeys(words)))) if node in dear else node
            case All(parts) | Any(parts):
                return replace(node, parts=tuple(self._without(part, dear) for part in parts))
            case Not(part):
                return Not(self._without(part, dear))
            case Within(section, part) if part is not None:
                return Within(section, self._without(part, dear))
        return node


def _is_typed(part: Placed) -> bool:
    """Whether a reader typed it: of what was put beside their words nothing need be said."""
    return isinstance(part, Near) or part.is_typed


def _leaves(node: Node) -> Iterator[Node]:
    match node:
        case All(parts) | Any(parts):
            for part in parts:
                yield from _leaves(part)
        case Not(part):
            yield from _leaves(part)
        case Within(_, part):
            if part is not None:
                yield from _leaves(part)
        case _:
            yield node
