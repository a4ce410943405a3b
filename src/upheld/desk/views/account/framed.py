"""How a view of allauth's is shown: its form becomes one of our pages, in the desk's frame."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse

from upheld.desk.frame import HOME, show
from upheld.ui.site import Head, Link

ACCOUNT = Link("Your account", "/desk/account/")


class Framed:
    """A view of allauth's that says what its page holds, and leaves everything else to allauth."""

    title: str
    template = "account/form"
    trail: tuple[Link, ...] = (HOME, ACCOUNT)
    request: HttpRequest

    def make_page(self, form: BaseForm, context: dict[str, Any]) -> object:
        """What the template shows."""
        raise NotImplementedError

    def make_title(self, context: dict[str, Any]) -> str:
        """The title of the page."""
        del context
        return self.title

    def render_to_response(self, context: dict[str, Any], **_: Any) -> HttpResponse:
        """The page in its frame; 422 when something typed is not accepted."""
        form: Any = context.get("form")
        is_refused = isinstance(form, BaseForm) and form.is_bound and not form.is_valid()
        head = Head(self.make_title(context), trail=self.trail)
        return show(self.request, self.template, self.make_page(form, context), head, 422 if is_refused else 200)


def after(request: HttpRequest) -> str:
    """Where a sign-in leads, as the form hands it on."""
    return str(request.POST.get("next") or request.GET.get("next") or "")
