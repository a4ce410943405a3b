"""All that a pack of decisions says on paper, in words ready to be set. Pure: it is also read in child processes."""

from dataclasses import dataclass

from upheld.public.twins.twin import Twin


@dataclass(frozen=True, slots=True)
class PackTwin:
    """`decisions` in their order, each with a line of `facts` for the contents: `Upheld, 5 April 2022, version 1 of 1`.

    `made` says when it was made and from what; `made_on` is that day, `2022-04-05`, and `made_words` the same in words.
    `address` is where this pack is, `short_address` where packs are. `left_out` has a sentence on each decision that
    was chosen and is not in it, `about` where it all comes from.
    """

    title: str
    scheme: str
    made: tuple[str, ...]
    made_on: str
    made_words: str
    address: str
    short_address: str
    decisions: tuple[Twin, ...]
    facts: tuple[str, ...]
    left_out: tuple[str, ...]
    about: tuple[str, ...]
    language: str = "en-GB"
