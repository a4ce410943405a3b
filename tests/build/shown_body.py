"""Invented pages of organisations."""

import datetime as dt
from dataclasses import replace
from typing import Any

from tests.build.shown_page import BODIES, FIRST, LAST, bar, listing
from upheld.public.pages.organisation import OrganisationPage, YearRow
from upheld.public.pages.organisations import OrganisationsPage
from upheld.register.queries.register import Coverage
from upheld.ui.components import Counted, Entry, Letter
from upheld.ui.site import Link


def organisation(**changed: Any) -> OrganisationPage:
    """A council that another took over."""
    made = OrganisationPage(
        name=BODIES[1],
        kind="District council",
        names=("Fenwick and Marsh", "Fenwick Rural District Council"),
        started_on=dt.date(1974, 4, 1),
        ended_on=dt.date(2023, 3, 31),
        successor=Link("Fenwick Council", "/organisations/fenwick"),
        predecessors=(Link("Marsh Urban District Council", "/organisations/marsh"),),
        total=52,
        first=FIRST,
        last=LAST,
        outcomes=bar("outcomes", 31, 9, 12),
        years=tuple(
            YearRow(2026 - place, bar(f"y{place}", *counts), "/search?from=2026")
            for place, counts in enumerate([(12, 4, 5), (9, 1, 0), (10, 4, 7)])
        ),
        subjects=(Counted("School transport", "/search", 30), Counted("Special educational needs", "/search", 22)),
        listing=listing(total=52, heading="Latest decisions", noun="decision", years=()),
        search=Link("Search these 52 decisions", "/search?organisation=x"),
        feed=Link("Follow them", "/search.atom?organisation=x"),
    )
    return replace(made, **changed)


def organisations(**changed: Any) -> OrganisationsPage:
    """A list from A to Z."""
    names = sorted(
        [
            "Alderford Borough Council",
            "Ashby Borough Council",
            "Isle of Thrand Council",
            "Wexcombe City Council",
            "Greater Fenwick and Marsh District Council",
            "Bexholme County Council",
        ]
    )
    letters = tuple(
        Letter(
            letter,
            tuple(
                Entry(
                    name,
                    f"/organisations/{name.lower().replace(' ', '-')}",
                    len(name),
                    ("Fenwick",) if "Fenwick" in name else (),
                )
                for name in names
                if name.startswith(letter)
            ),
        )
        for letter in sorted({name[0] for name in names})
    )
    return replace(OrganisationsPage("", letters, 6, 6, 5, Coverage(8214, FIRST, LAST), is_whole=True), **changed)
