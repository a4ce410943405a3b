"""How the words of a name come to be written: in lower case, in capitals, split by tags, misread by a scanner."""

from collections.abc import Callable, Sequence

Spelling = Callable[[Sequence[str]], tuple[str, list[tuple[int, int]]]]
"""Writes words and says where each of them stands in what is written."""

_MISREAD = (("o", "0"), ("l", "1"), ("i", "1"), ("e", "c"), ("s", "5"), ("u", "v"), ("m", "rn"), ("h", "li"))


def _written(change: Callable[[str], str], between: str = " ") -> Spelling:
    def spell(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
        text, places = "", []
        for word in words:
            text += between if text else ""
            places.append((len(text), len(text) + len(change(word))))
            text += change(word)
        return text, places

    return spell


def _once(change: Callable[[str], str], between: str = " ") -> Spelling:
    """A scanner seldom errs twice in one name: only the longest word is changed."""

    def spell(words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
        longest = max(words, key=len)
        return _written(lambda word: change(word) if word == longest else word, between)(words)

    return spell


def _same(word: str) -> str:
    return word


def _parted_by(mark: str) -> Callable[[str], str]:
    return lambda word: f"{word[: len(word) // 2]}{mark}{word[len(word) // 2 :]}"


def _tagged(word: str) -> str:
    return f"<b>{word[: len(word) // 2]}</b>{word[len(word) // 2 :]}"


def _misread(choice: int) -> Callable[[str], str]:
    """One letter read as another; the first of those that are in the word, from the one chosen."""

    def change(word: str) -> str:
        for old, new in _MISREAD[choice:] + _MISREAD[:choice]:
            if old in word[1:]:
                return word[0] + word[1:].replace(old, new, 1)
        return word

    return change


plain = _written(_same)

_SPELLINGS: dict[str, tuple[Spelling, ...]] = {
    "plain": (plain,),
    "lower": (_written(str.lower),),
    "capitals": (_written(str.upper),),
    "split": (
        _written(_same, "\u00a0"),
        _written(_same, "\n"),
        _written(_parted_by("\u00ad")),
        _written(_parted_by("\u200b")),
        _once(_parted_by(" ")),
        _once(_tagged),
        _written(_same, " \n    "),
        _once(_parted_by("-\n")),
        _written(_same, "</span> <span>"),
        _written(_same, "\u2009"),
        _written(_same, "\t"),
    ),
    "ocr": (
        _once(_misread(0)),
        _once(_misread(1)),
        _once(_misread(3)),
        _written(lambda word: " ".join(word.upper()), "  "),
        _once(lambda word: f"{word[0]} {word[1:]}"),
        _once(_parted_by(" ")),
        _written(_same, ""),
        _written(" ".join, "   "),
        _once(_parted_by(".")),
        _once(_misread(4)),
        _once(_misread(6)),
    ),
}


def spellings(name: str) -> tuple[Spelling, ...]:
    """The ways of one group, to be taken in turn."""
    return _SPELLINGS[name]
