"""The application that the web workers run: assets, then the page cache, then Django."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

import upheld.ui
from upheld.edge.access import with_access_log
from upheld.edge.assets import with_assets
from upheld.edge.cache import PageCache
from upheld.edge.warming import warm, warm_later
from upheld.edge.watch import Watch

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "upheld.config.settings")
django = get_wsgi_application()

from upheld.edge.public_numbers import PublicNumbers  # noqa: E402 - models can be imported only now
from upheld.journal.queries.entry import get_head  # noqa: E402 - the same
from upheld.public.twins.press import get_pack_press, get_press  # noqa: E402 - the same
from upheld.search.ahead import load_ahead  # noqa: E402 - the same

cursors = {one.name: PublicNumbers().follow(one.cursor) for one in import_string(settings.FOLLOWERS)()}
watch = Watch(PublicNumbers().follow(get_head), cursors)
watch.when_moved(get_press().forget_touched)
watch.when_moved(get_pack_press().forget_touched)
watch.start()
pages = PageCache(django, watch, most_bytes=settings.PAGE_CACHE_MB * 1_000_000)
application = with_assets(pages, Path(upheld.ui.__path__[0]) / "static")
if settings.ACCESS_LOG:
    application = with_access_log(application)
warm(django, ("/", "/search?q=council"), public_url=settings.PUBLIC_URL)
warm_later(load_ahead)
