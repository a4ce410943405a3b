"""The environment in which every template is rendered."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from jinja2 import ChainableUndefined, ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from jinja2.exceptions import UndefinedError
from jinja2.utils import missing

from upheld.scheme import get_scheme
from upheld.ui import filters

_ROOMS = Path(__file__).resolve().parent.parent


class CheckedUndefined(ChainableUndefined):
    """Nothing where a mapping lacks a key; an error where a name, or an attribute of anything else, is mistyped.

    GOV.UK Frontend's macros read optional keys of mappings. Our templates read dataclasses, whose attributes all exist.
    """

    def __init__(
        self,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[UndefinedError] = UndefinedError,
    ) -> None:
        super().__init__(hint, obj, name, exc)
        if obj is not missing and not isinstance(obj, Mapping):
            self._fail_with_undefined_error()

    def __getattr__(self, name: str) -> Any:
        self._refuse_unknown_name()
        return super().__getattr__(name)

    def __getitem__(self, name: str) -> Any:
        self._refuse_unknown_name()
        return super().__getitem__(name)

    def __str__(self) -> str:
        self._refuse_unknown_name()
        return ""

    def __iter__(self) -> Any:
        self._refuse_unknown_name()
        return iter(())

    def __bool__(self) -> bool:
        self._refuse_unknown_name()
        return False

    def __len__(self) -> int:
        self._refuse_unknown_name()
        return 0

    def _refuse_unknown_name(self) -> None:
        """A hint comes from the engine itself, which speaks of what may be missing: a macro's caller."""
        if self._undefined_obj is missing and self._undefined_hint is None:
            self._fail_with_undefined_error()


def environment(**options: Any) -> Environment:
    """The environment: the templates of every room, GOV.UK Frontend's macros, our filters; escaping is always on."""
    options |= {"loader": _loader(), "undefined": CheckedUndefined, "autoescape": True}
    made = Environment(**options, trim_blocks=True, lstrip_blocks=True)  # noqa: S701 - autoescape is in options
    made.filters.update(filters.FILTERS)
    # GOV.UK Frontend's macros, which come from JavaScript, compare with and pass on a name of this word.
    nothing = CheckedUndefined(hint="nothing was given")
    made.globals.update(static=staticfiles_storage.url, scheme=get_scheme, undefined=nothing)
    return made


def _loader() -> ChoiceLoader:
    rooms = [path for path in sorted(_ROOMS.glob("*/templates")) if path.is_dir()]
    package = PackageLoader("govuk_frontend_jinja")
    return ChoiceLoader([FileSystemLoader(rooms), PrefixLoader({"govuk_frontend_jinja": package})])
