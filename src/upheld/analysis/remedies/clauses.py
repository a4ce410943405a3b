"""What one sentence or list item says was done, agreed or asked for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from upheld.analysis.remedies.acts import Act, Lead, find_acts, find_framed_acts
from upheld.analysis.remedies.deadlines import Deadline, find_deadlines
from upheld.analysis.remedies.evidence import is_evidence
from upheld.analysis.remedies.found import Found, merge
from upheld.analysis.remedies.frames import Mood, find_frames
from upheld.analysis.remedies.gates import gated, holds
from upheld.analysis.remedies.kinds import kind_of, whom_for
from upheld.analysis.remedies.money import find_sums
from upheld.analysis.remedies.nouns import find_nouns
from upheld.analysis.remedies.passives import find_passives
from upheld.analysis.remedies.paying import is_money
from upheld.analysis.remedies.payments import is_ancillary, read_payments
from upheld.analysis.remedies.words import AFTER_WRITING, GIVING, WRITING
from upheld.analysis.remedy import Kind

_NOTHING = re.compile(
    r"^[\s,.;:()]*(?:out )?(?:the |these |those )?following\b(?:\s\w+){0,3}[\s:.,;()]*$|"
    r"^[\s,.;:()]*(?:out\b\s*)?(?:(?:this|that|it|so|these|them|the following|following|and|as follows|the above"
    r"|to)\b[\s,.;:()]*)*"
    r"(?:(?:satisfactory|suitable|appropriate|reasonable|sufficient|some|all|any|further|necessary|other|agreed"
    r"|recommended|required) )*(?:actions?|steps|payments?|measures|remed(?:y|ies)"
    r"|recommendations?)?[\s,.;:()]*(?:within .*)?[\s:.]*$"
)
_GIVES_SOMEBODY = re.compile(
    r"^\s*(?:(?:mr|mrs|ms|miss|mx|dr) |the |him\b|her\b|them\b|each\b|both\b|[a-z] )[^,;.\u00a3]{0,50}?\bwith\s*:?\s*$"
)
_WROTE_ONLY = re.compile(
    r"^\s*(?:\w+ )??to [^,;:]{1,60}[\s,;:]*(?:(?:and|to)\s*)*$|^\s*(?:the |mr |mrs |ms "
    r"|miss )?[\w' ]{1,40}(?:\band|\bto)?\s*$"
)
_TELLING = frozenset("provide send give tell show inform notify update advise supply".split())
_NEEDS_NO_OBJECT = frozenset(("apologise", "apologize", "refund", "reimburse", "compensate", "rehouse", "move"))
_LEADS_ON = re.compile(
    r"(?:[\s,;(]|\b(?:and|but|or|will|should|has|have|also|now|it|they|the council|then|agreed|to|by"
    r"|in addition)\b){1,12}$"
)
_PAID_ALREADY = gated(
    r"\u00a3[\d,.]+ (?:(?:that|which) )?(?:it|they|the \w+) (?:has |have )?already (?:paid|made|given)", "\u00a3"
)
_APOLOGY_BESIDE = re.compile(
    r"\s*(?:as well as|in addition to|along with|alongside|besides|on top of)\s(?:an?|the|its|this|that|issuing|making"
    r"|giving|providing)\s[^,.;\u00a3]{0,40}?\bapolog(?:y|ies)\b(?P<rest>[^,;.]*),"
)
_MADE = re.compile(r"\b(?:already|has|have|had|made|given|provided|offered)\b")
_THEM = re.compile(r"\s*(?:(?:to|what|any \w+|the \w+) )?(?:them|they|their)\b")
_PRONOUN_ONLY = re.compile(
    r"^\s*(?:this|that|it|them|these|so)\b(?:\s+(?:in|on|by|within|since|already|when|after)\b.*)?[\s.,;]*$"
)
_PAYS_IT = frozenset(("make", "pay", "send", "issue"))
_THE_PAYMENT = re.compile(
    r"\s*(?:the|this|that|these|both) (?:payment|sum|amount|money)s?\b"
    r"(?!\s*(?:of|to (?:recogni|reflect|acknowledg)|for))"
)
_NO = re.compile(r"\s*no\b(?! (?:less|more|later|fewer|longer))")
_PASSED_ON = re.compile(r"\s*(?:it|this|that|them|these)\s+(?:with|to)\b")
_TO_SOMEBODY = re.compile(
    r"^\s*(?:to )?(?:mr|mrs|ms|miss|mx|dr|the|him|her|them|each|both|his|a payment)\b[^\u00a3.;]{0,50}:\s*$"
)
_WORKS = re.compile(r"^\W*works?\b")
_ADDED = re.compile(r"\b(?:also|in addition|additionally|a further|furthermore|as well)\b")
_ON_ITS_WAY = re.compile(
    r"[\s,]*(?:(?:the \w+|it|they) )?(?:(?:will|should|to|also|now|then|also|has agreed to|formally) ?)*$"
)
_PASSIVE = gated(
    r"(?P<what>\b(?:an?|the|\u00a3|further|any|payments?|compensation)\b[^.;:]{3,140}?"
    r"|\u00a3[\d,.]+[^.;:]{0,60}?)\s(?:(?P<agreed>(?:is|are|has been|have been|was|were) (?:now )?agreed)|"
    r"(?P<asked>(?:should|must|is to|are to|needs? to) (?:also |now )?be (?:\w+ly )?(?:made|paid|issued|provided"
    r"|given|sent|offered|arranged|refunded|waived|reimbursed|written off|repaid|cancelled|backdated))|"
    r"(?P<will>will (?:also |now )?be (?:\w+ly )?(?:made|paid|issued|provided|given|sent|offered|arranged|refunded"
    r"|waived|reimbursed|written off|repaid|cancelled|backdated)))\b",
    "agreed|be ",
    "agreed|made|paid|issued|provided|given|sent|offered|arranged|refunded|waived|reimbursed|written off|cancelled"
    "|backdated",
)
_SUITED = (
    "suitable", "appropriate", "satisfactory", "adequate", "sufficient", "proportionate", "fair", "reasonable",
    "enough", "right", "remedy", "injustice",
)  # fmt: skip
_SUITABLE = re.compile(
    r"(?P<whose>'s?|\bthis|\bthe|\ban?)\s(?P<what>(?:(?!\bsays?\b|\bfor\b)[^.;:]){3,110}?)\s(?:is|are|was|were|represents?"
    r"|provides?|puts?|remed(?:y|ies)|amounts? to)\s(?:(?:an?|the|also|therefore|already|now)\s)*(?:suitable|"
    r"appropriate|satisfactory|adequate|sufficient|proportionate|fair|reasonable|enough|right|remedy|injustice)\b"
)
_CALLED_SO = re.compile(
    r"\s(?:is|are|was|were|represents?|provides?|puts?|remed(?:y|ies)|amounts? to|be)\s"
    r"(?:(?:an?|the|also|therefore|already|now)\s)*(?:suitable|appropriate|satisfactory|adequate|sufficient|proportionate"
    r"|fair|reasonable|enough|right|remedy|injustice)\b"
)
"""How either ends: looked for first, because it begins with words that are seldom there."""
_DOUBTED = re.compile(r"\b(?:not|whether|if|no|cannot)\b")
_SUITABLE_LIST = re.compile(
    r"\s*(?:(?:overall|therefore|in (?:my|our) view|(?:i|we) (?:consider|think|am satisfied|are satisfied)"
    r"(?: that)?),? )?(?P<what>an? (?:(?:written|full|further|symbolic|small|formal|modest|suitable) )*(?:apolog"
    r"|payment|refund|reminder|review)(?!.*\b(?:already|offered|not)\b)[^.;:]{0,300}?)\s(?:is|are|will be|would be)\s"
    r"(?:an? |the )?(?:suitable|appropriate|satisfactory|proportionate|sufficient|adequate|fair|reasonable|enough"
    r"|right)\b"
)
_NOT_MADE = re.compile(
    r"\b(?:i|we)\b[^.;]{0,30}?\b(?:do not|don't|did not|have not|would not|will not|cannot|decided not to"
    r"|decided against|not)\b"
    r"(?P<what>[^.;]{0,110})"
)
_NOT_MADE_WHAT = re.compile(
    r"^\s*(?:(?:also|therefore|think|consider|believe|recommend|recommended|recommending|ask|asked|propose"
    r"|proposed|intend|find|see|that|to|it|is|appropriate|necessary|"
    r"need|for|the|council|should|pay|make|made|any|a|an|as|well|would|be|warranted|justified|proportionate|reason"
    r"|reasons|or)\s+)*?"
    r"(?P<noun>(?:financial |symbolic |monetary )(?:remedy|payment|redress|award)|payments?|compensation"
    r"|apology)\b(?P<after>[^.;]{0,80})"
)
_NOT_RECOMMENDED = gated(
    r"\b(?:i|we)\b[^.;,]{0,30}?\b(?:do|did|have|will|would)\s+not\s+(?:therefore |also |think it should "
    r"|propose to )?(?:recommend|propose|ask)\w*\s+"
    r"(?:that )?(?:(?:the \w+|it) )?(?:should |to )?(?:(?P<verb>pays?|refunds?|reimburses?|repays?|waives?|meets?"
    r"|covers?)\b|an? (?:refund|reimbursement|waiver)\b)(?P<what>[^.;]*)",
    "not",
    "recommend|propos|ask",
)
_MIGHT_BE_MADE = ("remedy", "payment", "redress", "award", "compensation", "apology")
_NOT_REALLY = re.compile(
    r"\b(?:enough|sufficient|adequate|suitable|reflects?|further|more|additional|offered|fully|too)\b"
)
_REFUSING = re.compile(r"\b(?:recommend|think|consider|believe|propose|ask)\w*")


def read_clauses(text: str, lead: Lead | None = None) -> list[Found]:
    """What the lower-case sentence says; acts of one kind in it are one, payments aside."""
    acts = find_acts(text, lead)
    found = [one for act, following in _pairs(acts) for one in _read_act(act, following, acts, text)] if acts else []
    if not found:
        named = _passive(text) or _suitable(text) or [*_in_prelude(text, None)]
        return merge([*named, *_in_passive(text), *_not_made(text)])
    found += [(acts[0], one) for one in _in_prelude(text[: acts[0].start], acts[0].mood)]
    return merge([*_for_the_same(_with_deadlines(found, acts, text)), *_in_passive(text), *_not_made(text)])


def _in_passive(text: str) -> Iterator[Found]:
    for kind, mood in find_passives(text):
        yield Found(kind, mood, None, None, "service", None, dated=mood == "done", added=True)


def _for_the_same(found: list[Found]) -> list[Found]:
    """`write to the others and refund them`: what is done for `them` is done for those named before."""
    for place, one in enumerate(found):
        if one.theirs and place and found[place - 1].for_ == "others" and one.for_ == "complainant":
            found[place] = replace(one, for_="others")
    return found


def lead_of(text: str) -> tuple[Mood | None, str]:
    """The mood that a lower-case sentence hands on to the list after it, and the verb that it ends with."""
    frames = find_frames(text)
    acts = find_framed_acts(text, frames)
    moods = [frame.mood for frame in frames if frame.mood != "none"]
    last = acts[-1] if acts else None
    what = text[last.after : last.end] if last else ""
    verb = (
        last.verb if last and (_NOTHING.match(what) or (_TO_SOMEBODY.match(what) and is_money(last.verb, what))) else ""
    )
    if last and re.search(r"\bpayments?\b[^.;]{0,40}:?\s*$", text[last.after :]):
        verb = "pay"
    known = [mood for mood in moods if mood != "by"]
    mood = known[-1] if known else acts[-1].mood if acts else moods[-1] if moods else None
    return mood, verb


def _pairs(acts: Sequence[Act]) -> Iterator[tuple[Act, Act | None]]:
    return zip(acts, [*acts, None][1:], strict=True)


def _read_act(act: Act, following: Act | None, acts: Sequence[Act], text: str) -> list[tuple[Act, Found]]:
    what = _object(act, text)
    if act.nouns:
        named: Iterable[Found] = () if _WORKS.match(what) else _nouns(act, what, text)
    elif _says_nothing(act, what, following):
        named = ()
    else:
        named = _of_verb(act, what, text, text[: acts[0].start])
    return [(act, one) for one in named]


def _of_verb(act: Act, what: str, text: str, before: str) -> Iterable[Found]:
    """What a verb and its object say: payments, the things of a list, or one act."""
    nouns = find_nouns(what) if act.verb in GIVING or act.verb == "write" else []
    listed = len(nouns) > 1
    if listed and not nouns[0].money:
        return _nouns(act, what, text)
    if is_money(act.verb, what):
        return _payments(act, what, before)
    if listed:
        return _nouns(act, what, text)
    kind = kind_of(act.verb, what)
    return (_found(kind, act, what),) if kind and not (act.unknown and kind == "other") else ()


def _says_nothing(act: Act, what: str, following: Act | None) -> bool:
    """Whether the object is empty, or says no act: `take the following action`, `send us evidence`, `write to her`."""
    if what.rstrip().endswith(":") and is_money(act.verb, what) and _TO_SOMEBODY.match(what):
        return True
    if act.verb not in _NEEDS_NO_OBJECT and (_NOTHING.match(what) or _is_shown_to_us(act, what)):
        return True
    if (act.verb in GIVING and _GIVES_SOMEBODY.match(what)) or (act.form == "past" and _PRONOUN_ONLY.match(what)):
        return True
    if act.verb in _PAYS_IT and _THE_PAYMENT.match(what):
        return True
    if _NO.match(what) or (act.verb in GIVING and _PASSED_ON.match(what)):
        return True
    writes_on = act.verb in WRITING and following is not None and _goes_on_writing(following)
    return writes_on and bool(_WROTE_ONLY.match(what)) and "apolog" not in what


def _is_shown_to_us(act: Act, what: str) -> bool:
    return is_evidence(what) or (act.verb in _TELLING and is_evidence(f"{act.verb}{what}"))


def _goes_on_writing(following: Act) -> bool:
    return following.form == "ing" or following.verb in AFTER_WRITING


def _object(act: Act, text: str) -> str:
    """What a verb governs, without the words that lead to the next."""
    what = text[act.after : act.end]
    for deadline in find_deadlines(what):
        what = what[: deadline.start] + " " * (deadline.end - deadline.start) + what[deadline.end :]
    return what if act.end == len(text) else _LEADS_ON.sub("", what)


def _found(kind: Kind, act: Act, what: str) -> Found:
    whom = whom_for(kind, f"{act.verb} {what}")
    return Found(kind, act.mood, None, None, whom, None, dated=False, theirs=bool(_THEM.match(what)))


def _payments(act: Act, what: str, before: str) -> Iterator[Found]:
    whom = whom_for("symbolic-payment", what)
    for one in read_payments(act.verb, what, before):
        mood: Mood = "done" if one.paid else act.mood
        yield Found(
            one.kind,
            mood,
            one.pence,
            one.per,
            whom,
            None,
            dated=False,
            theirs=bool(_THEM.match(what)),
            added=one.pence is None and is_ancillary(act.verb, what),
        )
    for noun in find_nouns(what):
        beside = noun.kind in ("apology", "training") or what.startswith("service improvement", noun.start)
        if not noun.money and noun.kind and beside and noun.start > 20:
            yield _found(noun.kind, act, what[noun.start :])


def _in_prelude(before: str, mood: Mood | None) -> Iterator[Found]:
    """`In addition to the apology and the £150 it has already paid, the Council will …`."""
    if "apolog" in before and (apology := _APOLOGY_BESIDE.match(before)):
        made: Mood | None = "done" if _MADE.search(apology["rest"]) else mood
        if made:
            yield Found("apology", made, None, None, "complainant", None, dated=False)
    if match := _PAID_ALREADY.search(before):
        for one in find_sums(match.group()):
            yield Found("symbolic-payment", "done", one.pence, one.per, "complainant", None, dated=True)


def _nouns(act: Act, what: str, text: str) -> Iterator[Found]:
    nouns = find_nouns(what)
    money_to = -1
    for noun, following in zip(nouns, [*nouns, None][1:], strict=True):
        end = following.start if following else len(what)
        if noun.money:
            if noun.start < money_to:
                continue
            later = [other.start for other in nouns if other.start > noun.start and not other.money]
            money_to = later[0] if later else len(what)
            verb = "refund" if re.match(r"refund|reimburs|waiv|removal|cancel|write-off", what[noun.start :]) else "pay"
            yield from _payments(replace(act, verb=verb), what[noun.start : money_to], text[: act.start])
        elif noun.kind:
            yield _found(noun.kind, act, what[noun.start : end])


def _with_deadlines(found: Sequence[tuple[Act, Found]], acts: Sequence[Act], text: str) -> list[Found]:
    deadlines = find_deadlines(text)
    if not deadlines:
        return [one for _, one in found]
    given = {act: _deadline_of(act, acts, deadlines, text) for act in acts}
    return [_dated(one, given.get(act)) for act, one in found]


def _dated(one: Found, deadline: Deadline | None) -> Found:
    if deadline is None or one.mood == "done":
        return one
    return replace(one, days=deadline.days, dated=True)


def _deadline_of(act: Act, acts: Sequence[Act], deadlines: Sequence[Deadline], text: str) -> Deadline | None:
    place = list(acts).index(act)
    own = [one for one in deadlines if act.start <= one.start < act.end and not _is_for_next(one, place, acts, text)]
    if own:
        return own[0]
    before = [one for one in deadlines if one.start < act.start]
    if before:
        return before[-1]
    last = deadlines[-1]
    return last if text[last.end :].strip(" .,;:)") == "" or len(text) - last.end < 40 else None


def _is_for_next(deadline: Deadline, place: int, acts: Sequence[Act], text: str) -> bool:
    if place + 1 >= len(acts) or acts[place + 1].start < deadline.end:
        return False
    return bool(_ON_ITS_WAY.fullmatch(text, deadline.end, acts[place + 1].start))


def _passive(text: str) -> list[Found]:
    match = _PASSIVE.search(text)
    if not match or re.search(r"\b(?:complain|says|said|wants?|not)\b", match["what"]):
        return []
    mood: Mood = "agreed" if match["agreed"] else "asked" if match["asked"] else "will"
    act = Act("", mood, match.start("what"), match.start("what"), match.end("what"), nouns=True)
    return list(_nouns(act, match["what"], text))


def _suitable(text: str) -> list[Found]:
    if not holds(text, _SUITED) or not _CALLED_SO.search(text):
        return []
    if listed := _SUITABLE_LIST.match(text):
        act = Act("", "agreed", listed.start("what"), 0, 0, nouns=True)
        return list(_nouns(act, listed["what"], text))
    match = _SUITABLE.search(text)
    if (
        not match
        or (match["whose"] == "a" and _DOUBTED.search(text))
        or re.search(r"\bnot\b", text[match.start() : match.end()])
    ):
        return []
    if re.fullmatch(r"(?:payment|sum|amount)s?", match["what"]):  # of the sentence before
        return []
    what = re.sub(r"^(?:\w+ ){0,4}?(?:offers?|proposals?) (?:of|to) ", "", match["what"])
    new = (
        what != match["what"]
        or "offer" in match["what"]
        or (match["whose"] in ("a", "an") and not _DOUBTED.search(text))
    )
    mood: Mood = "agreed" if new else "past"
    return list(_nouns(Act("", mood, match.start("what"), 0, 0, nouns=True), what, text))


def _not_recommended(text: str) -> list[Found]:
    """`I do not recommend that the Council pays her costs of £300`: with the sum."""
    match = _NOT_RECOMMENDED.search(text)
    if not match:
        return []
    payments = read_payments(match["verb"].rstrip("s") if match["verb"] else "refund", match["what"], text)
    return [Found(one.kind, None, one.pence, one.per, "complainant", None, dated=False) for one in payments[:1]]


def _not_made(text: str) -> list[Found]:
    if found := _not_recommended(text):
        return found
    if not holds(text, _MIGHT_BE_MADE):
        return []
    for match in _NOT_MADE.finditer(text):
        noun = _NOT_MADE_WHAT.match(match["what"])
        if not noun or not _REFUSING.search(match.group()) or _NOT_REALLY.search(match["what"]):
            continue
        kind: Kind = "apology" if "apolog" in noun["noun"] else "symbolic-payment"
        return [Found(kind, None, None, None, "complainant", None, dated=False)]
    return []


def is_added(text: str) -> bool:
    """Whether a later sentence of an item adds an act of its own, and does not only say more of the first."""
    return bool(_ADDED.search(text[:80]))
