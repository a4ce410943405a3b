"""A long public report with everything a text can have, every word invented."""

from typing import Any

_SENTENCES = (
    "The Council’s records show that an officer visited the family and noted their concerns.",
    "We asked the Council why the review was late and it told us that two of its officers had left that summer.",
    "Mrs K telephoned again the next week, was told that her message would be passed on, and heard nothing.",
    "Its own policy says that a reply is to be sent within ten working days, and that a manager is told if not.",
    "There was fault in that delay, and it left the family without help which they should have had.",
    "We have seen no sign that anybody looked at the earlier assessment before the decision was made.",
)
_HEADINGS = (
    "Report summary", "The complaint", "Legal and administrative background", "How we considered this complaint",
    "What we found", "The first family", "The second family", "Conclusions", "Injustice", "Recommendations", "Decision",
)  # fmt: skip
PARAGRAPHS_A_CHAPTER = 23


def long_sections() -> list[dict[str, Any]]:
    """Sections of some 10,000 words: chapters, a section below one, nested items, a table, what has no number."""
    chapters = [_chapter(place, heading) for place, heading in enumerate(_HEADINGS)]
    below = {"heading": "What should have happened", "level": 2, "blocks": [_block(900 + n, n) for n in range(3)]}
    chapters[-1]["blocks"].append({"text": "Ombudsman for Alder", "signature": True})
    return [*chapters[:5], below, *chapters[5:]]


def _chapter(place: int, heading: str) -> dict[str, Any]:
    first = place * PARAGRAPHS_A_CHAPTER + 1
    blocks = [_block(first + step, step) for step in range(PARAGRAPHS_A_CHAPTER)]
    if place == 1:
        blocks.insert(3, {"text": "A paragraph without a number."})
        blocks[1] |= {"items": [_item("(a)", "kept a record;"), _item("(b)", "told Mrs K:", _item("(i)", "in time."))]}
    if place == 2:
        head = ("Term", "First family", "Second family", "Third family", "Days missed", "Paid in full")
        row = ("Autumn 2021", "£1,200", "£1,450.50", "£750", "Forty-one", "In March 2022")
        blocks.insert(2, {"text": "What was paid", "table": {"rows": (head, row), "header": True}})
    return {"heading": heading, "blocks": blocks}


def _block(number: int, step: int) -> dict[str, Any]:
    texts = [_SENTENCES[(number + turn) % len(_SENTENCES)] for turn in range(2 + step % 2)]
    return {"number": number, "text": " ".join(texts)}


def _item(mark: str, text: str, *items: dict[str, Any]) -> dict[str, Any]:
    return {"text": text, "printed": mark, **({"items": list(items)} if items else {})}
