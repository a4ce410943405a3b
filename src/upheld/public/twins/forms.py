"""The forms in which a decision can be had, by the ending of their addresses."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """`kind` is its type in HTTP, `name` what people call it. `saved` asks browsers to save it and not to show it."""

    ending: str
    kind: str
    name: str
    saved: bool = False

    @property
    def type(self) -> str:
        """Its type without parameters."""
        return self.kind.partition(";")[0]


PDF = Form("pdf", "application/pdf", "PDF")
WORD = Form("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Word", saved=True)
TEXT = Form("txt", "text/plain; charset=utf-8", "plain text")
MARKDOWN = Form("md", "text/markdown; charset=utf-8", "Markdown")
JSON = Form("json", "application/json", "data (JSON)")

FORMS: Mapping[str, Form] = {form.ending: form for form in (PDF, WORD, TEXT, MARKDOWN, JSON)}
ENDINGS = "|".join(FORMS)
"""As a pattern has it."""
