"""A long report as a Word file, made by python-docx when a test runs, and the words that are in it."""

import io
import random

import docx

_WORDS = [
    *("council", "complaint", "officer", "service", "family", "child", "education", "plan", "review", "letter"),
    *("response", "delay", "fault", "injustice", "remedy", "assessment", "meeting", "record", "evidence", "policy"),
]


def long_report(chapters: int = 12) -> tuple[bytes, list[str]]:
    """The file, some ten pages a chapter, and its lines in order: what a reader sees, each number before a tab."""
    chance, document, seen = random.Random(chapters), docx.Document(), []

    def words(count: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(count))

    document.core_properties.author = "Zebedee Quillfeather"
    document.add_heading("Alderford Borough Council (21 000 050)", 0)
    seen.append("\tAlderford Borough Council (21 000 050)")
    count = 0
    for chapter in range(chapters):
        document.add_heading(f"Chapter {chapter + 1}: {words(3)}", 1)
        seen.append(f"\t{document.paragraphs[-1].text}")
        for place in range(40):
            count += 1
            text = f"The {words(70)}."
            document.add_paragraph(text, style="List Number")
            seen.append(f"{count}.\t{text}")
            if place % 5 == 0:
                text = f"the {words(12)};"
                document.add_paragraph(text, style="List Bullet 2")
                seen.append(f"\t{text}")
        table = document.add_table(rows=3, cols=2)
        rows = [[words(2), words(4)] for _ in range(3)]
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
        seen += ["\t" + " | ".join(row) for row in rows]
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue(), seen
