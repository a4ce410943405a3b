"""The texts of decisions, read from the register for being compared: only what is published."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from upheld.analysis.document import Block, Section
from upheld.analysis.paragraphs import SUMMARY as AT_SUMMARY
from upheld.analysis.paragraphs import list_paragraphs
from upheld.analysis.remedies.sentences import split_sentences
from upheld.register.content import Facts, read_facts
from upheld.register.models import Decision
from upheld.register.models.decision import IS_PUBLIC
from upheld.search.likeness.quoting import Sentence
from upheld.search.sections import COMPLAINT, kinds_of_sections

FOUND = "found"
_LONGEST_LEAD = 160


@dataclass(frozen=True, slots=True)
class Told:
    """A published decision's text: its facts and its summary. `content_hash` is of the text, where it was loaded."""

    decision_id: int
    facts: Facts
    summary: str
    content_hash: str = ""

    @property
    def complaint(self) -> str:
        """What was complained about; empty where no section says so."""
        return "\n".join(self._lines(COMPLAINT))

    @property
    def around(self) -> str:
        """The words around the complaint: summary, subject and bodies; the whole text where no section has it."""
        facts = self.facts
        rest = () if any(self._lines(COMPLAINT)) else (line for section in facts.sections for line in _texts(section))
        return "\n".join((self.summary, self.subject, *facts.organisations, *rest))

    @property
    def subject(self) -> str:
        """What the ombudsman calls the subject."""
        return f"{self.facts.category}\n{self.facts.subcategory or ''}"

    def sentences(self) -> Iterator[Sentence]:
        """Those that may show a likeness: of the complaint, else of what was found; and the first of the summary.

        What the summary says further is what came of it, which is no likeness.
        """
        kinds = self._kinds()
        wanted = COMPLAINT if COMPLAINT in kinds else FOUND
        for one in list_paragraphs(self.facts.sections):
            if kinds[one.section] == wanted:
                for text in _whole_sentences(one.block):
                    yield from (Sentence(part, one.address, wanted == COMPLAINT) for part in split_sentences(text))
        yield from (Sentence(part, AT_SUMMARY, of_complaint=False) for part in split_sentences(self.summary)[:1])

    def _lines(self, kind: str) -> list[str]:
        pairs = zip(self.facts.sections, self._kinds(), strict=True)
        return [line for section, one in pairs if one == kind for line in _texts(section)]

    def _kinds(self) -> tuple[str | None, ...]:
        return _kinds_of(tuple((section.heading, section.level) for section in self.facts.sections))


def load_texts(decision_ids: Sequence[int]) -> dict[int, Told]:
    """The texts by id; what is not published (any more) is left out."""
    rows = Decision.objects.filter(IS_PUBLIC, pk__in=decision_ids)
    found = rows.values_list("pk", "version__content", "version__summary", "version__content_hash")
    return {
        pk: Told(pk, read_facts(content), summary or "", digest or "")
        for pk, content, summary, digest in found
        if content
    }


@lru_cache(maxsize=4_000)
def _kinds_of(headings: tuple[tuple[str | None, int], ...]) -> tuple[str | None, ...]:
    """Many decisions have the same headings."""
    return tuple(kinds_of_sections(headings))


def _texts(section: Section) -> Iterator[str]:
    for block in section.blocks:
        yield from _texts_of(block)


def _whole_sentences(block: Block) -> Iterator[str]:
    """The texts of a block, each item of a list behind the words that begin its sentence."""
    yield block.text
    lead = f"{block.text} " if block.text.endswith(":") and len(block.text) <= _LONGEST_LEAD else ""
    for item in block.items:
        yield from (f"{lead}{text}" for text in _texts_of(item))


def _texts_of(block: Block | str) -> Iterator[str]:
    if isinstance(block, str):
        yield block
        return
    yield block.text
    for item in block.items:
        yield from _texts_of(item)
