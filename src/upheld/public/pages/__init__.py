"""One frozen dataclass for each page: all that its template may show.

The template of `pages/decision.py` is `templates/public/decision.html`; an earlier version is `version.html`, a search
while the index is made `search_preparing.html`, and every error `error.html`. A template is given `page`, `head` (its
title, address and trail) and `site` (the deployment and the reader's choice).
"""
