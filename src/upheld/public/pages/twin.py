"""A decision, or a version of it, as its twins show it."""

from collections.abc import Iterator, Sequence

from django.conf import settings

from upheld.analysis.copies import COPY
from upheld.analysis.document import Block, Section, Table
from upheld.analysis.law import LawCitation, read_law
from upheld.analysis.paragraphs import heading_levels, list_paragraphs, section_addresses
from upheld.analysis.remedy import Remedy
from upheld.lib.dates import format_date
from upheld.public.items import name_organisations
from upheld.public.pages.about import DEMO, author
from upheld.public.pages.history import day_of
from upheld.public.pages.labels import label_block
from upheld.public.pages.remedies import RemedyLine, make_put_right, place_words
from upheld.public.queries.compliance import get_compliance
from upheld.public.queries.decision import VersionLine
from upheld.public.twins.twin import Twin, TwinLaw, TwinParagraph, TwinRemedy, TwinSection, TwinTable
from upheld.register.content import Facts, read_facts
from upheld.register.models import Decision, Version
from upheld.register.queries.reading import get_remedies
from upheld.register.queries.register import is_demo
from upheld.scheme import NextStep, get_scheme
from upheld.ui.components import Row

READ_REMEDIES = "A program read this from the text. The text is what counts."
READ_LAW = "A program read these from the text."
_PRINTED = "A number in square brackets beside that of a paragraph is what the source prints there."


def make_twin(decision: Decision, version: Version, following: VersionLine | None = None) -> Twin:
    """The twin of a version that has its text; `following` is the version that replaced it."""
    facts, summary = read_facts(version.content or ""), version.summary or ""
    title = f"{name_organisations(facts.organisations)} ({decision.reference})"
    present = settings.PUBLIC_URL + decision.get_absolute_url()
    remedies, laws = get_remedies(version, facts), read_law(summary, facts.sections)
    put_right = make_put_right(remedies)
    return Twin(
        title=f"{title}, version {version.number}" if following else title,
        reference=decision.reference,
        scheme=author(),
        rows=(
            *_organisations(facts),
            *((row.label, _value(row)) for row in label_block(decision, facts)),
            *(() if following else _what_became(decision)),
            ("Version", f"{version.number} ({format_date(day_of(version.made_at))})"),
        ),
        summary=summary,
        remedies_heading=put_right.heading if put_right else "",
        remedies=tuple(_remedies(remedies)),
        remedies_note=READ_REMEDIES if any(remedy.read for remedy in remedies) else "",
        sections=make_twin_sections(facts.sections),
        laws=tuple(map(_law, laws)),
        laws_note=READ_LAW if laws else "",
        steps=() if following else tuple(map(_step, get_scheme().next_steps_for(facts.outcome, facts.document_type))),
        version=f"version {version.number} of {format_date(day_of(version.made_at))}",
        made_on=day_of(version.made_at).isoformat(),
        warning=_warning(decision, version, following, present) if following else "",
        address=f"{present}/v/{version.number}" if following else present,
        present=present,
        about=tuple(_about(decision, facts, present)),
    )


def make_twin_sections(sections: Sequence[Section]) -> tuple[TwinSection, ...]:
    """The text with the addresses and the steps of headings that its page has."""
    paragraphs = list_paragraphs(sections)
    made = []
    for place, (section, address, level) in enumerate(
        zip(sections, section_addresses(sections), heading_levels(sections), strict=True)
    ):
        own = tuple(
            _paragraph(one.block, str(one.number or ""), one.printed, one.address)
            for one in paragraphs
            if one.section == place
        )
        made.append(TwinSection(section.heading or "", own, address, level))
    return tuple(made)


def _paragraph(block: Block, mark: str, printed: str, address: str) -> TwinParagraph:
    """A paragraph without a number has what is printed before it as its mark."""
    return TwinParagraph(
        text=block.text,
        mark=mark or printed,
        printed=printed if mark else "",
        address=address,
        items=tuple(map(_item, block.items)),
        table=_table(block.table),
        signature=block.signature,
    )


def _item(item: "str | Block") -> TwinParagraph:
    if isinstance(item, str):
        return TwinParagraph(item)
    mark = item.printed or ("" if item.number is None else f"{item.number}.")
    return TwinParagraph(item.text, mark, items=tuple(map(_item, item.items)), table=_table(item.table))


def _table(table: Table | None) -> TwinTable | None:
    return TwinTable(table.rows, table.header) if table and table.rows else None


def _value(row: Row) -> str:
    if row.links:
        return (" > " if row.is_path else ", ").join(link.text for link in row.links)
    if row.outcome:
        return row.outcome.name
    return format_date(row.day) if row.day else row.text


def _organisations(facts: Facts) -> Iterator[tuple[str, str]]:
    """Several bodies by name: a title names the first of many."""
    if len(facts.organisations) > 1:
        yield "Organisations", "; ".join(facts.organisations)


def _what_became(decision: Decision) -> Iterator[tuple[str, str]]:
    """When the Ombudsman was satisfied with the response, and the reports that followed."""
    compliance = get_compliance(decision)
    if compliance.satisfied_on:
        yield "Satisfied with the response", format_date(compliance.satisfied_on)
    if compliance.further:
        yield "Followed by", ", ".join(one.reference for one in compliance.further)
    if compliance.earlier:
        yield "Follows", ", ".join(one.reference for one in compliance.earlier)


def _remedies(remedies: Sequence[Remedy]) -> Iterator[TwinRemedy]:
    put_right = make_put_right(remedies)
    for group in put_right.groups if put_right else ():
        for line in group.lines:
            yield _remedy(line, group.status)


def _remedy(line: RemedyLine, status: str) -> TwinRemedy:
    title = f"{line.before}{line.sum}{line.after}"
    terms = ", ".join(filter(None, (status, line.terms)))
    place, address = (line.source.text, (line.source.href or "").lstrip("#")) if line.source else ("", "")
    return TwinRemedy(title, terms, line.words, place, address)


def _law(law: LawCitation) -> TwinLaw:
    return TwinLaw(law.text, law.href, _places(law.at))


def _step(step: NextStep) -> TwinSection:
    """What a reader can do, with the addresses that lead on written out."""
    texts = (*step.paragraphs, *(f"{link.text}: {link.href}" for link in step.links))
    return TwinSection(step.heading, tuple(map(TwinParagraph, texts)), level=2)


def _places(addresses: Sequence[str]) -> str:
    """`paragraphs 2, 5 and 9`; `the summary and paragraph 3`."""
    words = list(dict.fromkeys(map(place_words, addresses)))
    numbers = [word.removeprefix("paragraph ") for word in words if word.startswith("paragraph ")]
    others = [word for word in words if not word.startswith("paragraph ")]
    if len(numbers) > 1:
        others.append(f"paragraphs {', '.join(numbers[:-1])} and {numbers[-1]}")
    elif numbers:
        others.append(f"paragraph {numbers[0]}")
    return ", ".join(others)


def _warning(decision: Decision, version: Version, following: VersionLine, present: str) -> str:
    until = format_date(day_of(following.made_at))
    number = f"version {version.number} of {decision.version_number}"
    return f"Superseded. This is {number}, as it read until {until}. The present version is at {present}"


def _about(decision: Decision, facts: Facts, present: str) -> Iterator[str]:
    """Sentences on where this comes from and what it is worth."""
    scheme, demo = get_scheme(), is_demo()
    yield f"{COPY} {present}"
    if demo:
        yield DEMO
    elif not scheme.official:
        yield scheme.texts.not_official
    if decision.source_url.startswith(("https://", "http://")) and not demo:
        yield f"First published at {decision.source_url}"
    if any(one.printed for one in list_paragraphs(facts.sections) if one.number is not None):
        yield _PRINTED
