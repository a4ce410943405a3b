"""The files in which all that a search finds can be had, by the ending of their addresses."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """`kind` is its type in HTTP, `name` what people call it, and `about` says whom it is for."""

    ending: str
    kind: str
    name: str
    about: str


CSV = Form("csv", "text/csv; charset=utf-8; header=present", "CSV", "A table for any spreadsheet or program.")
EXCEL = Form(
    "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "Excel",
    "The same table as a workbook, with sheets that say what it is and what the columns mean.",
)
JSON = Form("json", "application/json", "JSON", "The whole text of every decision, for programs.")
LINES = Form(
    "jsonl",
    "application/jsonl; charset=utf-8",
    "JSON Lines",
    "The same, one decision a line, between a first that says what the file holds and a last that says it is whole.",
)

FORMS: Mapping[str, Form] = {form.ending: form for form in (CSV, EXCEL, JSON, LINES)}
ENDINGS = "|".join(FORMS)
"""As a pattern has it."""
