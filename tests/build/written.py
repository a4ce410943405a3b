"""Documents of every shape, made by Hypothesis, with texts that look like the signs of a written document."""

from hypothesis import strategies as st

from upheld.analysis.document import Block, Section, Table
from upheld.analysis.writing.written import WrittenDocument

_WORDS = [
    "The",
    "Council",
    "(a)",
    "12.",
    "-",
    "•",
    "—",
    "◦",
    "|",
    "\\",
    "\\&",
    "\\n",
    "<p>",
    "&amp;",
    "said",
    "that",
    "agreed",
    "to",
    "pay",
    "£100",
    "---",
    "===",
    "*",
    "*",
    "*",
    "Summary",
    "b)",
    "3",
    "1.1",
    "Decision:",
    "4.",
    "[3]",
    "[{}]",
    "~~~",
    "<br/>",
]
_SIGNS = st.sampled_from(list(" \n\t\\|-=~*.()[]{}:&•◦—1a23\"'#_<>"))
_LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
texts = st.one_of(
    st.text(st.one_of(_SIGNS, _LETTERS), max_size=60), st.lists(st.sampled_from(_WORDS), max_size=40).map(" ".join)
)
_marks = st.one_of(
    st.sampled_from(["(a)", "1.", "1", "iv)", "2.1", "•", "—", "[{}]", "A", "12. [3]"]),
    st.text(_LETTERS, min_size=1, max_size=6),
)
_tables = st.builds(
    Table, rows=st.lists(st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple), header=st.booleans()
)
_numbers = st.one_of(st.none(), st.integers(-2, 1_000_000))


def _blocks(items: st.SearchStrategy[str | Block]) -> st.SearchStrategy[Block]:
    return st.builds(
        Block,
        number=_numbers,
        printed=st.one_of(st.none(), _marks),
        text=texts,
        table=st.one_of(st.none(), _tables),
        items=st.lists(items, max_size=3).map(tuple),
        signature=st.booleans(),
    )


blocks = st.recursive(_blocks(texts), _blocks, max_leaves=6)
sections = st.builds(
    Section,
    heading=st.one_of(st.none(), texts),
    level=st.integers(1, 6),
    blocks=st.lists(blocks, max_size=3).map(tuple),
)
documents = st.builds(
    WrittenDocument,
    title=texts,
    labels=st.lists(st.tuples(texts, texts), max_size=3).map(tuple),
    summary=texts,
    sections=st.lists(sections, max_size=3).map(tuple),
)
