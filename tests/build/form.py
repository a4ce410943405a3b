"""Forms of a page as a browser without scripts would send them."""

from typing import Any

from lxml import html


def fields_of(response: Any, action: str) -> dict[str, str]:
    """What the first form with this action sends, its buttons aside."""
    page: Any = html.fromstring(response.content)
    (form, *_) = [one for one in page.xpath("//form") if one.get("action") == action]
    sent: dict[str, str] = {}
    for one in form.xpath(".//input | .//textarea | .//select"):
        if one.get("name") and one.get("type") not in {"file", "submit"}:
            is_off = one.get("type") in {"checkbox", "radio"} and "checked" not in one.attrib
            if not is_off:
                sent[one.get("name")] = _value(one)
    sent.pop("csrfmiddlewaretoken", None)
    return sent


def _value(field: Any) -> str:
    if field.tag == "textarea":
        return (field.text or "").removeprefix("\n")
    if field.tag == "select":
        chosen = field.xpath(".//option[@selected]") or field.xpath(".//option[1]")
        return str(chosen[0].get("value")) if chosen else ""
    return str(field.get("value", "on" if field.get("type") == "checkbox" else ""))
