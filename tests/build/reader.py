"""A reader of the site, and what they see."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html


@dataclass(frozen=True)
class Seen:
    """An answer as a reader sees it."""

    response: HttpResponse | Any  # of the test client

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def location(self) -> str:
        return self.response.headers["Location"]

    def header(self, name: str) -> str:
        return self.response.headers.get(name, "")

    @cached_property
    def page(self) -> Any:
        return html.fromstring(self.response.content)

    @property
    def title(self) -> str:
        return words(self.page.findtext(".//title"))

    @property
    def main(self) -> str:
        """The words of the page itself, without its frame."""
        return words(self.page.xpath("string(//main)"))

    @property
    def text(self) -> str:
        """All words of the page."""
        return words(self.page.xpath("string(//body)"))

    @property
    def entries(self) -> list[str]:
        """The decisions listed, by the words of their links."""
        return [words(link.text_content()) for link in self.page.xpath("//*[@class='decision__title']/a")]

    def links(self, within: str = "//main") -> dict[str, str]:
        """Links by their words."""
        return {words(link.text_content()): link.get("href") for link in self.page.xpath(f"{within}//a[@href]")}

    def all(self, path: str) -> list[str]:
        """What an XPath finds, as words."""
        return [words(one if isinstance(one, str) else one.text_content()) for one in self.page.xpath(path)]


class Reader:
    """Asks for pages."""

    def __init__(self, **headers: str) -> None:
        self.client = Client(headers=headers)

    def get(self, address: str, **headers: str) -> Seen:
        return Seen(self.client.get(address, headers=headers))

    def post(self, address: str, data: dict[str, str], **headers: str) -> Seen:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return Seen(self.client.post(address, data, headers=named))


def words(text: str | None) -> str:
    """The words of a text, one space between them."""
    return " ".join((text or "").split())
