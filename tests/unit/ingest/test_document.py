"""The page of one decision in many layouts: each must give the same decision, whole."""

import datetime as dt
import re

import pytest

from tests.build.page import records
from tests.build.whole import LABELS, SECTIONS, SUMMARY, TITLE, as_html, as_text, expected, lists, paragraphs, wrapped
from upheld.analysis.document import Block, Section
from upheld.analysis.writing.text import write_text
from upheld.analysis.writing.written import WrittenDocument

CONTENTS = "\n\n".join(name for _, name, _ in SECTIONS)
PAGES = [f"{name} {'.' * 12} {page}" for page, (_, name, _) in enumerate(SECTIONS, 2)]
TABLE = "<table>" + "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in LABELS) + "</table>"
TERMS = "<dl>" + "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in LABELS) + "</dl>"
BREAKS = "<p>" + "<br>".join(f"<b>{name}:</b> {value}" for name, value in LABELS) + "</p>"
DIVS = "".join(f"<div>{name} :</div><div>{value}</div>" for name, value in LABELS)
LINES = "Category :\nHousing\n>\nHomelessness\nDecision :\nUpheld\nDecision date :\n14 Mar 2025"
PLAIN = as_text()

LAYOUTS = {
    "paragraphs with blank lines": PLAIN,
    "one paragraph a line": as_text(gap="\n", labels=LINES),
    "wrapped at 72": as_text(wrapped(72)),
    "wrapped at 80, nothing indented": as_text(wrapped(80, 0)),
    "wrapped at 76, without blank lines in lists": re.sub(r"\n\n(?= +[•(])", "\n", as_text(wrapped(76))),
    "Markdown": as_text(
        lambda mark, text, depth: "   " * depth + f"{mark} {text}",
        labels="\n".join(f"**{name}:** {value}  " for name, value in LABELS),
        heading=lambda text, level: "#" * (level + 1) + " " + text,
        bullet="-",
    ),
    "underlined headings": as_text(wrapped(76), heading=lambda text, level: f"{text}\n{'=-'[level - 1] * len(text)}"),
    "CRLF": PLAIN.replace("\n", "\r\n"),
    "CR": PLAIN.replace("\n", "\r"),
    "byte order mark and no-break spaces": "\ufeff" + PLAIN.replace(". ", ".\u00a0"),
    "labels on one line": as_text(labels=" ".join(f"{name}: {value}" for name, value in LABELS)),
    "labels in bars": as_text(labels="\n".join(f"| {name} | {value} |" for name, value in LABELS)),
    "contents list": as_text(labels=f"{LINES}\n\nContents\n\n{CONTENTS}"),
    "contents list with pages": as_text(labels=f"{LINES}\n\nContents\n" + "\n".join(PAGES)),
    "contents list without a title": as_text(labels=LINES + "\n\n" + CONTENTS),
    "controls of the page": as_text(
        before=["Skip to main content", "Privacy settings", "Home > Decisions > Housing"], after_section=["Back to top"]
    ) + "\n\nPrint this page\n\nBack to top\n\nPrivacy settings\n",
    "pages with their numbers": PLAIN.replace("How I considered", "\n\nPage 2 of 5\n\fHow I considered"),
    "lone bullets": re.sub(r"^•\s", "•\n\n", PLAIN, flags=re.MULTILINE),
    "dashes": as_text(bullet="-"),
    "numbers without a stop": re.sub(r"^(\d+)\. ", r"\1 ", PLAIN, flags=re.MULTILINE),
    "numbers on lines of their own": re.sub(r"^(\d+)\. ", r"\1.\n\n", PLAIN, flags=re.MULTILINE),
    "HTML lists": as_html(),
    "HTML, labels as a table": as_html(labels=TABLE),
    "HTML, labels as terms": as_html(labels=TERMS),
    "HTML, labels parted by breaks": as_html(labels=BREAKS),
    "HTML paragraphs with typed marks": as_html(body=paragraphs()),
    "HTML of divs": as_html(body=paragraphs("div"), labels=DIVS),
    "HTML, contents list": as_html(
        body="<ul>" + "".join(f"<li><a href='#a'>{name}</a></li>" for _, name, _ in SECTIONS) + "</ul>" + lists()
    ),
    "HTML, a main part": as_html(title=f"<main><h1>{TITLE}</h1>", after="</main><p>More like this</p>"),
    "HTML, unclosed": as_html().replace("</li>", "").replace("</p>", ""),
    "HTML as Windows-1252": as_html().replace("charset=utf-8", "charset=windows-1252"),
    "HTML as UTF-16": as_html(),
    "HTML, preformatted": as_html(body=f"<pre>{PLAIN[PLAIN.index('The complaint'):PLAIN.index('Investigator')]}</pre>"),
}  # fmt: skip


def _data(layout: str) -> bytes:
    encodings = {"HTML as Windows-1252": "cp1252", "HTML as UTF-16": "utf-16"}
    return LAYOUTS[layout].encode(encodings.get(layout, "utf-8"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_gives_the_same_decision(layout: str) -> None:
    [record] = records(_data(layout))
    assert record.reference == "21 000 001"
    assert [one.name for one in record.organisations] == ["Alderford Borough Council"]
    assert (record.category, record.subcategory) == ("Housing", "Homelessness")
    assert (record.outcome, record.decided_on) == ("Upheld", dt.date(2025, 3, 14))
    assert record.document_type == "Statement"
    assert record.summary == SUMMARY
    assert record.sections == expected()


def test_the_text_this_register_gives_comes_back_the_same() -> None:
    sections = (*expected(), Section(heading="Table", blocks=(Block(number=12, printed="1", text="It starts again."),)))
    [record] = records(write_text(WrittenDocument(TITLE, LABELS, SUMMARY, sections)))
    assert (record.reference, record.outcome, record.decided_on) == ("21 000 001", "Upheld", dt.date(2025, 3, 14))
    assert (record.summary, record.sections) == (SUMMARY, sections)
