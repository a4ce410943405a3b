"""A short form: some sentences, some fields, one button."""

from dataclasses import dataclass

from django.forms import BaseForm
from django.forms import Field as FormField

from upheld.desk.components import Fault
from upheld.ui.site import Link

REQUIRED, MISSING = str(FormField.default_error_messages["required"]), "Fill this in."


@dataclass(frozen=True)
class Field:
    """A field as it is shown. `complete` is what browsers and password keepers may fill in."""

    name: str
    label: str
    kind: str = "text"
    complete: str = "off"
    hint: str = ""
    mode: str = ""
    value: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class FormPage:
    """All that `account/form.html` shows. `after` is where a sign-in leads; `options` are for a passkey's script."""

    button: str
    fields: tuple[Field, ...] = ()
    sentences: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    ways: tuple[Link, ...] = ()
    after: str = ""
    action: str = ""
    is_grave: bool = False
    passkey: str = ""
    passkey_button: str = ""
    passkey_act: str = ""
    cancels: bool = False


def filled(form: BaseForm, *fields: Field) -> tuple[Field, ...]:
    """The fields with what was typed into them, except secrets, and what is wrong with it."""
    return tuple(_filled(form, field) for field in fields)


def faults_of(form: BaseForm) -> tuple[Fault, ...]:
    """What is wrong with the whole form and with each field, in the form's order."""
    whole = tuple(Fault(_said(text)) for text in form.non_field_errors())
    return (
        whole
        + tuple(
            Fault(_said(text), name)
            for name in form.fields
            for text in form.errors.get(name, ())
            if name != "credential"
        )
        + tuple(Fault(_said(text)) for text in form.errors.get("credential", ()))
    )


def _said(text: object) -> str:
    return MISSING if str(text) == REQUIRED else str(text)


def _filled(form: BaseForm, field: Field) -> Field:
    secret = field.kind == "password" or field.complete == "one-time-code"
    value = "" if secret else str(form[field.name].value() or "")
    errors = tuple(_said(text) for text in form.errors.get(field.name, ()))
    return Field(field.name, field.label, field.kind, field.complete, field.hint, field.mode, value, errors)
