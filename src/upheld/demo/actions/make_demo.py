"""Makes the demo register in one transaction: it is there whole, or not at all."""

from upheld.demo.cases import CLOSED, FIRST_NUMBER, NOT_UPHELD, UPHELD, printed
from upheld.demo.story import BEGINS, list_steps
from upheld.journal.actions.append import writing
from upheld.journal.queries.entry import get_head
from upheld.register.actions.declare_demo import declare_demo
from upheld.scheme import Scheme, get_scheme


class OtherWordsError(ValueError):
    """The scheme has not the words in which the demo is written, or is that of a register of real decisions."""


def make_demo(*, by: str) -> int:
    """Carries out the demo's five years, each step at its own time. Gives the journal's head afterwards.

    Raises NotEmptyError when the register holds anything, OtherWordsError when the scheme is of another kind.
    """
    _refuse_other_words(get_scheme())
    steps = list_steps()
    with writing():
        declare_demo(by=by, at=BEGINS)
        for step in steps:
            step.do(step.at)
        return get_head()


def _refuse_other_words(scheme: Scheme) -> None:
    if scheme.official:
        raise OtherWordsError(
            "This deployment’s scheme is official, and an official register holds no invented decisions. "
            "Make the demo without UPHELD_SCHEME, in a folder of its own"
        )
    outcomes = all(scheme.outcome(name) for name in (UPHELD, NOT_UPHELD, CLOSED))
    types = all(scheme.document_type(name) for name in ("Statement", "Report"))
    if not (outcomes and types and scheme.pattern.parse_printed(printed(FIRST_NUMBER))):
        raise OtherWordsError(
            f"The demo is written in the words of the scheme “lgo”, and this deployment’s scheme is “{scheme.slug}”. "
            "Make the demo without UPHELD_SCHEME"
        )
