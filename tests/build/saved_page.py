"""Category pages as a browser saves them, every word invented."""

import html

from tests.build.page import MARKER, SUMMARY

SCRIPT = "<script>var x = '• Evil Council (21 000 099) Statement Upheld Other 05-Apr-2022 Summary: x';</script>"


def item(reference: str = "21 000 001", name: str = "Alderford & Sons", *, tag: str = "li", link: str = "") -> str:
    """One entry."""
    address = link or f"/decisions/housing/other/{reference.replace(' ', '-')}?chapter=4#point1"
    return (
        f'<{tag}><a href="{html.escape(address)}">{html.escape(name)} ({reference})</a>\n'
        f"<p class='meta'>Statement <span>Upheld</span> Other 05-Apr-2022</p>\n"
        f"<p>Summary: {html.escape(SUMMARY)}</p></{tag}>"
    )


def saved(*items: str, heading: str = "<h1>Housing</h1>", head: str = "<title>Saved</title>") -> str:
    """A page around the entries."""
    return (
        f"<!DOCTYPE html><html><head>{head}{SCRIPT}<style>li {{}}</style></head><body><nav><ul><li>Home</li>"
        f"<li><a href='/x'>Planning</a></li></ul></nav>{heading}<p>{MARKER}</p>"
        f"<ul>{''.join(items or (item(),))}</ul><footer><p>Contact us</p></footer>{SCRIPT}</body></html>"
    )
