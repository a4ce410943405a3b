"""Makes the demo register in one transaction: it is there whole, or not at all."""

from upheld.demo.story import BEGINS, list_steps
from upheld.journal.actions.append import writing
from upheld.journal.queries.entry import get_head
from upheld.register.actions.declare_demo import declare_demo


def make_demo(*, by: str) -> int:
    """Carries out the demo's five years, each step at its own time. Gives the journal's head afterwards.

    Raises NotEmptyError when the register holds anything.
    """
    steps = list_steps()
    with writing():
        declare_demo(by=by, at=BEGINS)
        for step in steps:
            step.do(step.at)
        return get_head()
