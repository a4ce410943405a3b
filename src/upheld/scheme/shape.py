"""The shape of a scheme file. Unknown keys are errors, so that a typing mistake cannot pass as a setting."""

from functools import cached_property
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from upheld.analysis.references import ReferencePattern
from upheld.lib.slugs import slugify

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Shape = Literal["solid", "outline", "dashed", "half", "ring", "square"]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", ignored_types=(cached_property,))


class ReferenceForm(_Part):
    """How references are written: `{prefix}{digits}{separator}{digits}…{suffix letter}`."""

    prefix: str = ""
    groups: tuple[int, ...] = (2, 3, 3)
    separator: str = " "
    suffix: bool = True
    example: str


class DocumentType(_Part):
    """One kind of document: `delay_days` after the decision before it may be published, kept for `retention_years`."""

    slug: Slug
    name: Label
    plural: Label
    prominent: bool = False
    label: Label | None = None
    delay_days: int = Field(ge=0, le=3650)
    retention_years: int | None = Field(default=None, ge=1, le=200)
    explanation: str = ""
    details: tuple[str, ...] = ()


class Outcome(_Part):
    """One outcome, with the shape that stands beside its word. `includes` says what is counted with it unexpectedly."""

    slug: Slug
    name: Label
    shape: Shape
    includes: str = ""
    explanation: str = ""
    details: tuple[str, ...] = ()


class Reason(_Part):
    """A reason the public is given for a change, and the actions it may be given for."""

    slug: Slug
    label: Label
    actions: tuple[Literal["correct", "hold", "withdraw", "redact", "restore", "release"], ...]


class DeskReason(_Part):
    """A reason that only the desk records: readers are never given it."""

    slug: Slug
    label: Label


class WayOn(_Part):
    """A link to another site."""

    text: Label
    href: Annotated[str, StringConstraints(pattern=r"^(https://|/)\S*$", max_length=500)]


class NextStep(_Part):
    """What a reader can do after a decision: shown where its outcome and document type are named, or none are."""

    heading: Label
    paragraphs: tuple[str, ...] = Field(min_length=1)
    links: tuple[WayOn, ...] = ()
    outcomes: tuple[Slug, ...] = ()
    document_types: tuple[Slug, ...] = ()

    def fits(self, outcome: str | None, document_type: str) -> bool:
        """Whether it is for a decision with this outcome and of this document type (slugs)."""
        of_outcome = not self.outcomes or outcome in self.outcomes
        return of_outcome and (not self.document_types or document_type in self.document_types)


class Term(_Part):
    """A word of the scheme's and what it means; `linked` leads from where a decision's text first says it."""

    slug: Slug
    name: Label
    paragraphs: tuple[str, ...] = Field(min_length=1)
    also: tuple[Label, ...] = ()
    linked: bool = False


class Urgent(_Part):
    """Somebody to call when a person is in danger: who, on what number, and for what."""

    who: Label
    call: Annotated[str, StringConstraints(pattern=r"^[0-9 ]{0,20}$")] = ""
    words: str
    link: WayOn | None = None


class CategoryForm(_Part):
    """A category as the scheme starts with it, and its subcategories."""

    name: Label
    subcategories: tuple[Label, ...] = ()


class Brand(_Part):
    """The wordmark: the register's own name, or a logo file that the deployment serves."""

    name: Label = "Upheld"
    logo: str | None = None


class Recognition(_Part):
    """What is promised to a reader who can recognise somebody.

    It is looked at within `working_days`, and what was written is deleted `keep_days` after that.
    """

    working_days: int = Field(default=1, ge=1, le=30)
    keep_days: int = Field(default=90, ge=0, le=3650)


class Texts(_Part):
    """Sentences of the scheme that pages show."""

    strapline: str
    about: tuple[str, ...] = ()
    not_official: str
    source_name: str
    source_address: str | None = None
    contact: str = ""
    example_searches: tuple[str, ...] = ()
    empty_reference: str = "Organisation not stated"
    licence: str = ""


class Scheme(_Part):
    """Everything that makes a register one ombudsman's register. Lists keep the order of the file.

    `synonyms` is the text of the file that the scheme file names. `leave_to` is a site that says nothing of why
    somebody went there, for those who must leave a page at once; empty where there is none.
    """

    slug: Slug
    name: Label
    short_name: Label
    official: bool = False
    zone: str = "Europe/London"
    retention: Literal["keep", "withdraw"] = "keep"
    reference: ReferenceForm
    document_types: tuple[DocumentType, ...] = Field(min_length=1)
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    reasons: tuple[Reason, ...] = Field(min_length=1)
    never_reasons: tuple[DeskReason, ...] = ()
    return_reasons: tuple[DeskReason, ...] = ()
    categories: tuple[CategoryForm, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    terms: tuple[Term, ...] = ()
    urgent: tuple[Urgent, ...] = ()
    leave_to: Annotated[str, StringConstraints(pattern=r"^(https://\S+)?$", max_length=500)] = (
        "https://www.bbc.co.uk/weather"
    )
    recognition: Recognition = Recognition()
    synonyms: str = ""
    brand: Brand = Brand()
    texts: Texts

    @model_validator(mode="after")
    def _zone_exists_and_slugs_are_unique(self) -> "Scheme":
        try:
            ZoneInfo(self.zone)
        except (KeyError, ValueError) as error:
            raise ValueError(f"zone: “{self.zone}” is no time zone; write one like Europe/London") from error
        for name in ("document_types", "outcomes", "reasons", "never_reasons", "return_reasons", "terms"):
            slugs = [part.slug for part in getattr(self, name)]
            if len(slugs) != len(set(slugs)):
                raise ValueError(f"{name}: a slug stands twice")
        for action in ("correct", "hold", "withdraw", "redact", "restore", "release"):
            if not self.reasons_for(action):
                raise ValueError(f"reasons: none may be given for “{action}”")
        return self

    @model_validator(mode="after")
    def _next_steps_name_what_there_is(self) -> "Scheme":
        for step in self.next_steps:
            for words, known in ((step.outcomes, self.outcomes), (step.document_types, self.document_types)):
                if strange := set(words) - {part.slug for part in known}:
                    raise ValueError(f"next_steps: “{step.heading}” names “{min(strange)}”, which this scheme lacks")
        return self

    @cached_property
    def pattern(self) -> ReferencePattern:
        """The pattern that recognises and prints this scheme's references."""
        form = self.reference
        return ReferencePattern(form.prefix, form.groups, form.separator, form.suffix)

    @cached_property
    def timezone(self) -> ZoneInfo:
        """The zone in which instants become dates."""
        return ZoneInfo(self.zone)

    def document_type(self, text: str) -> DocumentType | None:
        """The document type with this name or slug; None if the scheme has none."""
        return self._types_by_word.get(text.strip().lower())

    def outcome(self, text: str) -> Outcome | None:
        """The outcome with this name or slug; None if the scheme has none."""
        return self._outcomes_by_word.get(text.strip().lower())

    def category_name(self, slug: str, sub_slug: str | None = None) -> str | None:
        """The name that the scheme gives the category, or the subcategory, with this slug; None if it has none."""
        form = next((form for form in self.categories if slugify(form.name) == slug), None)
        if form is None or sub_slug is None:
            return form.name if form else None
        return next((name for name in form.subcategories if slugify(name) == sub_slug), None)

    def next_steps_for(self, outcome: str | None, document_type: str) -> tuple[NextStep, ...]:
        """What a reader can do after a decision with this outcome and of this document type (slugs), in order."""
        return tuple(step for step in self.next_steps if step.fits(outcome, document_type))

    def reasons_for(self, action: str) -> tuple[Reason, ...]:
        """The reasons that may be given for an action, its default first."""
        return tuple(reason for reason in self.reasons if action in reason.actions)

    def reason(self, slug: str) -> Reason | None:
        """The reason with this slug; None if the scheme has none."""
        return next((reason for reason in self.reasons if reason.slug == slug), None)

    def never_reason(self, slug: str) -> DeskReason | None:
        """The reason never to publish with this slug; None if the scheme has none."""
        return next((reason for reason in self.never_reasons if reason.slug == slug), None)

    def return_reason(self, slug: str) -> DeskReason | None:
        """The reason to return a draft with this slug; None if the scheme has none."""
        return next((reason for reason in self.return_reasons if reason.slug == slug), None)

    @cached_property
    def _types_by_word(self) -> dict[str, DocumentType]:
        return {word: kind for kind in self.document_types for word in (kind.slug, kind.name.lower())}

    @cached_property
    def _outcomes_by_word(self) -> dict[str, Outcome]:
        return {word: outcome for outcome in self.outcomes for word in (outcome.slug, outcome.name.lower())}
