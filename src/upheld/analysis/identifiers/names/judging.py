"""How sure it is that words with a capital name a person, and by what sign."""

import re

from upheld.analysis.identifiers.names.context import MONTHS, Beside
from upheld.analysis.identifiers.names.lexicon import Sort, villages
from upheld.analysis.identifiers.names.scene import Scene
from upheld.analysis.identifiers.names.tails import FESTIVALS, STUFF, THINGS
from upheld.analysis.identifiers.names.words import Run, Word

NAME = Sort.GIVEN | Sort.SURNAME
COULD_BE = NAME | Sort.NAME_WORD | Sort.SURNAME_WORD
COMMON = Sort.ENGLISH | Sort.PLACE | Sort.PROPER

Verdict = tuple[float, str]
_MEDICINE = re.compile(
    r"[a-z]{2}(?:pezil|azepam|azolam|statin|prazole|conazole|sartan|olol|pril|cillin|mycin|cycline|oxetine|traline|"
    r"peridone|apine|azine|caine|profen|triptan|gliptin|gliflozin|formin|parin|xaban|dronate|dronic|setron|thiazide|"
    r"semide|lukast|terol|prednisolone|barbital|bapentin|gabalin|afil|zolamide|coccus|bacter|bacillus|virus)\Z"
)
_NOBODY: Verdict = (0, "")
_LISTED = "It is a name of people, and no ordinary word."
_UNSEEN = "It has a capital, is no ordinary word, and no published decision has it."
_STANDS = "It is a word, but stands here as a name does."
_ACTS = "It is a word, but acts here as a person does."
_CAPITAL = "It is a word, but has a capital where no capital is due."


def judge(scene: Scene, run: Run, words: Run, context: Beside) -> Verdict:
    """How sure it is that these words, side by side, name a person; 0 if nothing says so."""
    if len(words) > 1:
        if not any(word.is_any(Sort.GIVEN) for word in words) and any(scene.is_body(word.text) for word in words):
            return _NOBODY
        return _judge_many(run, words, context)
    word = words[0]
    if word.is_any(COMMON):
        return _judge_ordinary(run, word, context)
    if not context.is_introduced and scene.is_body(word.text):
        return _NOBODY
    seen = scene.known.has_seen(word.text)
    return _judge_listed(word, context, seen=seen) if word.is_any(NAME) else _judge_unknown(word, context, seen=seen)


def _judge_many(run: Run, words: Run, context: Beside) -> Verdict:
    rest = [word for word in words if not word.is_initial]
    given = any(word.is_any(Sort.GIVEN) for word in rest)
    if len(rest) < len(words):
        return _judge_initials(words, rest)
    if " ".join(word.plain_word for word in words) in villages() and context.is_place:
        return _NOBODY
    if all(word.is_any(COMMON) for word in rest):
        return _judge_ordinary_pair(run, rest, context)
    if given:
        return 0.97, "It is a given name with another name beside it."
    if all(word.is_any(COMMON) for word in rest[:-1]) and not rest[0].is_any(Sort.NAME_WORD) and rest[0].begins:
        return 0.6, _UNSEEN
    return 0.85, "It is no ordinary word, and stands like a full name."


def _judge_initials(words: Run, rest: Run) -> Verdict:
    why = "It is a surname with an initial."
    if len(rest) > 1:
        return 0.97, "It is a full name with an initial."
    if not rest[0].is_any(COMMON):
        return 0.93, why
    if not rest[0].is_any(COULD_BE) or (words[0] is rest[0] and (rest[0].plain_word in THINGS or rest[0].begins)):
        return _NOBODY
    dotted = words[0].is_initial and words[1].start - words[0].end >= 2
    return (0.85 if dotted else 0.65), why


def _judge_ordinary_pair(run: Run, words: Run, context: Beside) -> Verdict:
    """Two words of which each is a word or a place as well: `Rose Young`, `Florence Bolton`."""
    if context.is_introduced or context.acts:
        return 0.8, _STANDS
    first, last = words[0], words[-1]
    if first.is_any(Sort.GIVEN) and last.is_any(COULD_BE):
        return 0.7, _STANDS
    if not first.is_any(Sort.NAME_WORD) or not last.is_any(Sort.SURNAME_WORD | NAME | Sort.NAME_WORD):
        return _NOBODY
    if context.has_determiner or (first.plain_word in MONTHS and last.plain_word in MONTHS | {"day"}):
        return _NOBODY
    if first.is_any(Sort.WEAK_NAME_WORD):
        alone = len(run) == len(words) and last.is_any(Sort.SURNAME_WORD)
        return (0.6 if first.begins or first.shouts else 0.7, _STANDS) if alone else _NOBODY
    return (0.6 if first.shouts else 0.85), "A given name and a surname that are also words."


def _judge_listed(word: Word, context: Beside, *, seen: bool) -> Verdict:
    person = context.acts or context.is_introduced or context.is_addressed
    if word.shouts and len(word.text) < 5 and not (context.acts or context.is_introduced):
        return _NOBODY
    if word.is_any(Sort.VILLAGE) and context.is_place:
        return _NOBODY
    if seen and not person:
        return (0.5, _LISTED) if word.is_any(Sort.GIVEN) else _NOBODY
    if word.is_any(Sort.GIVEN):
        return (0.93 if person else 0.9), _LISTED
    return (0.9 if person else 0.75 if word.begins else 0.85), _LISTED


def _judge_unknown(word: Word, context: Beside, *, seen: bool) -> Verdict:
    if len(word.text) < 3 or (word.is_any(Sort.VILLAGE) and context.is_place):
        return _NOBODY
    if _MEDICINE.search(word.text) and not context.is_introduced:
        return _NOBODY
    if word.shouts:
        return (0.5, _UNSEEN) if len(word.text) > 7 and not seen else _NOBODY
    if context.is_introduced or context.acts:
        return (0.6 if seen else 0.9), _UNSEEN
    sure = 0.55 if context.is_place else 0.6 if word.begins or context.has_determiner else 0.75
    return _NOBODY if seen else (sure, _UNSEEN)


def _judge_ordinary(run: Run, word: Word, context: Beside) -> Verdict:
    if not word.is_any(COULD_BE) or (word.shouts and not context.is_introduced):
        return _NOBODY
    if _is_time(word, context) or (word.owns and word.is_any(Sort.PROPER)):
        return _NOBODY
    related = context.follows_relation and word.is_any(Sort.NAME_WORD) and not context.has_determiner
    if context.is_introduced or (related and len(run) == 1):
        return 0.85, _STANDS
    if context.has_determiner:
        return _of_family(word, context)
    if context.acts and (len(run) == 1 or run[-1] is word or word.owns):
        return _of_acting(word)
    return _of_standing(word, context) if len(run) == 1 else _NOBODY


def _is_time(word: Word, context: Beside) -> bool:
    """Whether it is a month, a season or a feast: `in May`, `Easter came`."""
    if word.plain_word not in MONTHS | FESTIVALS:
        return False
    return context.passes or (context.is_date and word.plain_word in MONTHS)


def _of_family(word: Word, context: Beside) -> Verdict:
    """`the Bright family`, `the Bond assessment`."""
    if context.is_of_family and word.is_any(COULD_BE):
        return 0.8, _STANDS
    strong = (
        not word.is_any(Sort.WEAK_NAME_WORD)
        and word.plain_word not in THINGS
        and word.is_any(Sort.NAME_WORD | Sort.SURNAME_WORD)
    )
    return (0.55, _CAPITAL) if strong and context.is_of_case and not word.is_any(Sort.PLACE | Sort.PROPER) else _NOBODY


def _of_acting(word: Word) -> Verdict:
    if word.is_any(Sort.NAME_WORD) or (word.is_any(Sort.GIVEN) and word.plain_word not in FESTIVALS):
        return 0.85, _ACTS
    if word.is_any(Sort.PLACE | Sort.PROPER):
        return (0.6, _ACTS) if word.owns else _NOBODY
    return 0.7, _ACTS


def _of_standing(word: Word, context: Beside) -> Verdict:
    if word.is_any(Sort.PLACE | Sort.PROPER) and not word.is_any(Sort.NAME_WORD):
        told = word.is_any(Sort.GIVEN) and context.is_towards and (context.may_act or word.plain_word in ("jan", "jun"))
        return (0.55, _STANDS) if told else _NOBODY
    weak = word.is_any(Sort.WEAK_NAME_WORD) and not (word.is_any(Sort.SURNAME_WORD) and word.plain_word not in MONTHS)
    if word.begins:
        return _of_beginning(word, context, weak=weak)
    if word.is_any(Sort.NAME_WORD) and not weak:
        return (0, "") if context.is_numbered else (0.8, _CAPITAL)
    return _of_weakness(word, context)


def _of_weakness(word: Word, context: Beside) -> Verdict:
    """Words that often have a capital for other reasons: more has to say that they are names."""
    if context.is_numbered:
        return _NOBODY
    if word.is_any(Sort.WEAK_NAME_WORD):
        return (0.6, _CAPITAL) if context.is_addressed or context.is_towards else _NOBODY
    if word.plain_word in THINGS:
        return (0.55, _CAPITAL) if context.may_act or context.is_towards else _NOBODY
    return (0.65 if context.is_addressed or context.may_act else 0.55), _CAPITAL


def _of_beginning(word: Word, context: Beside, *, weak: bool) -> Verdict:
    """A capital is due here, so only what follows can say that it is a name."""
    if context.stands_alone and word.is_any(Sort.NAME_WORD) and not weak:
        return 0.6, _STANDS
    if context.did and word.plain_word not in THINGS and not word.is_any(Sort.PLACE | Sort.PROPER):
        return 0.6, _ACTS
    if weak and context.may_act and word.plain_word not in THINGS | STUFF | MONTHS:
        return 0.5, _ACTS
    if (word.plain_word in STUFF or weak) and not (context.does_not if word.plain_word in STUFF else context.may_not):
        return _NOBODY
    if context.may_not or context.may_act:
        return (0.75 if word.is_any(Sort.NAME_WORD) else 0.65), _ACTS
    return (0.7, _ACTS) if word.owns and word.is_any(Sort.NAME_WORD) else _NOBODY
