"""The people in an invented decision: aliases only, a letter that is never A, a child by its letter alone."""

from dataclasses import dataclass
from random import Random

_TITLES = ("Mr", "Mr", "Mr", "Mrs", "Mrs", "Miss", "Miss", "Ms", "Ms", "Mx")
_LETTERS = "BCDEFGHJKLMNPRSTVWXYZ"
_PRONOUNS = {"Mr": ("he", "him", "his"), "Mx": ("they", "them", "their")}
_HER = ("she", "her", "her")


@dataclass(frozen=True)
class People:
    """Who complains, and whom it is about: a child, or an older relative."""

    complainant: str
    pronouns: tuple[str, str, str]
    child: str
    kin: str
    relative: str
    elder: str

    def words(self) -> dict[str, str]:
        """The words by which texts name them."""
        he, him, his = self.pronouns
        himself = {"he": "himself", "she": "herself"}.get(he, "themself")
        return {
            "X": self.complainant, "he": he, "him": him, "his": his, "himself": himself, "D": self.child,
            "kin": self.kin, "E": self.relative, "elder": self.elder,
            "E_he": "he" if self.relative.startswith("Mr ") else "she", "He": he.capitalize(),
        }  # fmt: skip


def draw_people(rng: Random) -> People:
    """Somebody new, with family."""
    title = rng.choice(_TITLES)
    mine, childs, elders = rng.sample(_LETTERS, 3)
    elder = rng.choice(("mother", "mother", "father"))
    return People(
        complainant=f"{title} {mine}",
        pronouns=_PRONOUNS.get(title, _HER),
        child=childs,
        kin=rng.choice(("son", "daughter")),
        relative=f"{'Mr' if elder == 'father' else 'Mrs'} {elders}",
        elder=elder,
    )
