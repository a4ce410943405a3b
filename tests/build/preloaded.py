"""What is loaded once for the programs of the tests: libraries, and our rooms that know no settings."""

import importlib
import pkgutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "src"))  # as the commands have it, whatever else is installed

_MODULES = (
    "click", "django.contrib.messages.storage.fallback", "django.core.cache", "django.core.management",
    "django.core.serializers.json", "django.db.migrations.executor", "django.db.models", "django.forms",
    "django.template.loader", "django.test", "django.urls", "environs", "jinja2", "lark", "lxml.html",
    "pydantic", "rapidfuzz.process", "rich.progress", "rich.table", "structlog", "structlog.dev", "tantivy",
    "upheld.register.content", "upheld.search.language.parsing",
)  # fmt: skip
_ROOMS = ("upheld.analysis", "upheld.scheme")

for _name in _MODULES:
    importlib.import_module(_name)
for _room in _ROOMS:
    for _module in pkgutil.walk_packages(importlib.import_module(_room).__path__, f"{_room}."):
        importlib.import_module(_module.name)
