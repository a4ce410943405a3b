"""The acts in a sentence: each verb that stands where an act may begin, with all it governs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from upheld.analysis.remedies.frames import ADVERB, Frame, Mood, find_frames
from upheld.analysis.remedies.nouns import MONEY_NOUN
from upheld.analysis.remedies.words import (
    AFTER_WRITING,
    ALWAYS_OWN,
    FORMS,
    NOT_A_VERB_HERE,
    NOUNS_TOO,
    ORDERING,
    WRITING,
    Form,
)

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_TIME = r"(?:(?:within|by|no later than|in the next|as soon as|before|over the next)\b[^:;.\u00a3]{1,90}?[,:]?\s+)?"
_ASIDE = (
    r"(?:,?\s*(?:\([^)]{1,80}\)|(?:within|by|in|at|on|as|for|through|with|where|if|once|when|should|using|following|upon"
    r"|subject)\b[^,;.\u00a3]{2,120}),\s*)?"
)
_FIRST = re.compile(rf"^[\s:,-]*{_ASIDE}(?:to\s+)?{_TIME}(?:{ADVERB},?\s+)*$")
_NEXT = re.compile(
    rf"(?P<link>[;:]|[,(\u2013\u2014-]\s|\b(?:and|then|plus|or|but|to|by|as well as|including)\b|\b(?:also"
    rf"|and/or)\b|\([a-z0-9]{{1,4}}\)|\b[a-z0-9]\))\s*"
    rf"(?P<more>(?:(?:and|then|also|that|by|to|or|including|but|it|they|will|should|has"
    rf"|have)\b,?\s*)*){_ASIDE}{_TIME}(?:{ADVERB},?\s+)*$"
)
_NO_VERB = (
    "that|which|where|when|if|once|as|and|or|but|all|both|each|within|by|from|in|on|of|for|with|without|into|about"
    "|after|before|until|during|"
    "not|no|only|also|including|following|because|since|while|it|they|he|she|we|who|what|how|why|should|must|will"
    "|can|may|has|have|is|are|was|"
    "were|be|does|do|did|had|would|could|to|the|a|an|this|these|those|at|per|than|up|out|over|under|between|upon"
    "|subject|given|any|such|"
    "apology|payment|refund|training|guidance|evidence|details|half|despite|whether|unless|though|although|so|then|now"
)
_UNKNOWN = re.compile(
    rf"(?:.{{0,80}}?,\s)?\s*(?:(?:to|also"
    rf"|then)\s)*(?P<verb>(?!(?:{_NO_VERB})\b)[a-z]{{3,}}(?:-[a-z]+)?(?<!ing)(?<!ed)(?<![a-rt-z]s))\s+"
    r"(?:the|an?|any|all|its|his|her|their|this|these|those|each|both|mr|mrs|ms|miss|mx|dr|\d+|him|them|every|itself|themselves)\b"
)
_PURPOSES = frozenset(
    "reflect acknowledge ensure help prevent avoid reduce improve address show bring see identify "
    "demonstrate support allow establish determine highlight evidence facilitate".split()
)
_STAFFISH = re.compile(r"\b(?:to|that|how|when|they|it|is|are|does)\b")
_LEFT_OPEN = re.compile(r"\b(?:whether|if|how|what|consider\w*|ways|options)\b")
_SURE = ALWAYS_OWN | frozenset("improve review carry arrange share update amend provide issue".split())


_BARE_WORD = re.compile(rf"(?:\s+{ADVERB},?)*\s+(?P<verb>[a-z]+(?:-[a-z]+)?)\b(?=\s)")
_NO_ACTS = frozenset(
    "be have not need continue usually normally a an the it they this that these those its their our my all any no "
    "mean know seek want like remain depend benefit in on at by within if to of from for with and or as so which "
    "who".split()
)


@dataclass(frozen=True, slots=True)
class Act:
    """A verb at `start`, and what it governs: from `after` to `end`. An act that a noun names has no verb."""

    verb: str
    mood: Mood
    start: int
    after: int
    end: int
    form: Form = "bare"
    nouns: bool = False
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a list item: `The Council has agreed to:`."""

    mood: Mood
    verb: str = ""


def find_acts(text: str, lead: Lead | None = None) -> list[Act]:
    """The acts of a lower-case sentence in order; `lead` is what its list begins with."""
    if lead and lead.verb == "ensure" and not _begins_with_verb(text):
        return [Act("ensure", lead.mood, 0, 0, len(text))]
    return find_framed_acts(text, find_frames(text), lead)


def find_framed_acts(text: str, frames: list[Frame], lead: Lead | None = None) -> list[Act]:
    """The same, of a sentence whose frames are known."""
    found: list[Act] = []
    if not frames and not lead:
        return found
    if lead and (opening := _opening(text, lead, frames)):
        frames = [opening, *(frame for frame in frames if frame.start > 0)]
    mood: Mood = lead.mood if lead else "none"
    for frame, following in zip(frames, [*frames, None][1:], strict=True):
        stop = following.start if following else len(text)
        inherited = _by(frame, mood, text)
        if found and _is_an_order(frame, found[-1], text):
            continue
        asked = frame if frame.mood == inherited else replace(frame, mood=inherited)
        found += list(_acts_after(asked, text, stop)) or list(_after_unknown(asked, text, stop))
        if inherited == "none" and found:
            found += _after_aside(frame, found[-1], text, stop)
        mood = inherited if inherited != "none" else mood
    if lead and lead.mood not in ("none", "past", "done") and all(act.nouns for act in found):
        found = [*_unknown(text, lead, frames)] or found
    return _with_ends(found, text)


def _unknown(text: str, lead: Lead, frames: Sequence[Frame]) -> Iterator[Act]:
    """An item that begins with a word which must be a verb, although it is in no list: `dip-sample 50 cases`."""
    found = _UNKNOWN.match(text)
    if found and _FIRST.match(text[: found.start("verb")]):
        stop = next((frame.start for frame in frames if frame.start > found.end("verb")), len(text))
        first = Act(found["verb"], lead.mood, found.start("verb"), found.end("verb"), stop)
        yield first
        yield from _acts_after(Frame(0, first.after, lead.mood, ("bare",)), text, stop, first)


def _after_unknown(frame: Frame, text: str, stop: int) -> Iterator[Act]:
    """What follows a word that must be a verb because of where it stands: `should repeat its tests and pay £200`."""
    found = _BARE_WORD.match(text, frame.end) if frame.forms == ("bare",) and not frame.nouns else None
    if found and found["verb"] not in _NO_ACTS and found.end() <= stop:
        first = Act(found["verb"], frame.mood, found.start("verb"), found.end("verb"), stop, unknown=True)
        yield first
        yield from _acts_after(Frame(0, first.after, frame.mood, ("bare",)), text, stop, first)


def _after_aside(frame: Frame, last: Act, text: str, stop: int) -> list[Act]:
    """What goes on after a clause of somebody else: `say what he can pay, refund £85 and review its policy`."""
    if frame.forms or last.nouns or last.form != "bare" or _LEFT_OPEN.search(text, last.after, frame.start):
        return []
    after = Frame(0, frame.end, last.mood, ("bare",))
    return [act for act in _acts_after(after, text, stop, last) if act.verb in _SURE]


def _is_an_order(frame: Frame, last: Act, text: str) -> bool:
    """Whether the frame says what others are reminded to do: `remind staff that they must respond`."""
    between = text[last.after : frame.start]
    return (
        frame.mood in ("asked", "will")
        and last.verb in ORDERING
        and not re.search(r"[;.]|\band\s+(?:it|they|the \w+)?\s*$", between)
        and "also" not in text[frame.start : frame.end]
    )


def _by(frame: Frame, before: Mood, text: str) -> Mood:
    """What `by` goes on with: an agreement before it, else something already done."""
    if frame.mood != "by":
        return frame.mood
    lead = text[max(0, frame.start - 60) : frame.end]
    if re.search(
        r"\b(?:already|has (?:since |now )?(?:remedied|put|provided|taken|resolved)|have (?:already )?(?:remedied"
        r"|taken|put)|had)\b",
        lead,
    ):
        return "done"
    return before if before in ("agreed", "asked", "will", "done", "offered") else "past"


def _begins_with_verb(text: str) -> tuple[Form, ...]:
    """The forms of the verb that begins the text; none where no verb does."""
    for word in list(_WORD.finditer(text[:160]))[:40]:
        forms = FORMS.get(word.group(), {})
        if (
            forms
            and _FIRST.match(text[: word.start()])
            and not (word.group() in NOUNS_TOO and NOT_A_VERB_HERE.match(text, word.end()))
        ):
            return tuple(forms)
    return ()


def _opening(text: str, lead: Lead, frames: Sequence[Frame]) -> Frame | None:
    """The frame that a list item inherits from its lead, when it begins with an act."""
    if forms := _begins_with_verb(text):
        return Frame(0, 0, lead.mood, forms)
    if frames and frames[0].start < 60 and frames[0].mood != "done":
        return None
    if (
        lead.verb
        or MONEY_NOUN.match(
            re.sub(
                r"^\W*(?:(?:a|an|the|further|symbolic|additional|one-off|letter of|written|full|formal)\s+)*",
                "",
                text[:80],
            )
        )
        or "apolog" in text[:40]
    ):
        return Frame(0, 0, lead.mood, (), nouns=True)
    return Frame(0, 0, lead.mood, (), nouns=True)


def _acts_after(frame: Frame, text: str, stop: int, last: Act | None = None) -> Iterator[Act]:
    if frame.mood == "none":
        return
    if frame.nouns and not _first_verb(frame, text, stop):
        last = Act("", frame.mood, frame.end, frame.end, stop, (frame.forms or ("bare",))[0], nouns=True)
        yield last
    for word in _WORD.finditer(text, frame.end, stop):
        forms = FORMS.get(word.group())
        if not forms:
            continue
        form = next((one for one in _wanted(frame, last) if one in forms), None)
        if form and _begins_an_act(word, text, frame, last, form):
            last = Act(forms[form], frame.mood, word.start(), word.end(), stop, form)
            yield last


def _first_verb(frame: Frame, text: str, stop: int) -> bool:
    """Whether a verb begins what follows the frame."""
    for word in _WORD.finditer(text, frame.end, stop):
        forms = FORMS.get(word.group(), {})
        if any(form in forms for form in frame.forms) and _begins_an_act(word, text, frame, None, "bare"):
            return True
    return False


def _wanted(frame: Frame, last: Act | None) -> tuple[Form, ...]:
    """The forms in which a further act may stand: all alike, or `write to her, apologising`."""
    if last is None:
        return frame.forms
    if last.verb in WRITING:
        return (last.form, "ing", "bare")
    return (last.form, "ing") if last.form == "ing" else (last.form,)


def _begins_an_act(word: re.Match[str], text: str, frame: Frame, last: Act | None, form: Form) -> bool:
    if word.group() in NOUNS_TOO and NOT_A_VERB_HERE.match(text, word.end()):
        return False
    before = text[max(frame.end, word.start() - 170) : word.start()]
    if last is None:
        return bool(_FIRST.match(text[frame.end : word.start()]))
    found = _NEXT.search(before)
    if found and not frame.end and _is_purpose(found, text[: last.start]):
        return False
    return found is not None and _is_linked(found, word.group(), last, form, text[last.after : word.start()])


def _is_purpose(found: re.Match[str], before: str) -> bool:
    """Whether `to` says what for, not what next: in `set up a panel, to meet monthly` none stands before `set up`."""
    return found["link"].strip() == "," and found["more"].split()[:1] == ["to"] and not before.rstrip().endswith(" to")


def _is_linked(found: re.Match[str], word: str, last: Act, form: Form, between: str) -> bool:
    link, more = found["link"].strip(), found["more"]
    if link == "to" and not more:
        return last.verb in WRITING and word in AFTER_WRITING
    if not _goes_on(link, more, word, by=last.nouns and form == "ing"):
        return False
    if last.verb in WRITING and form == "ing" and last.form != "ing":
        return True
    if last.verb in ORDERING and word not in ALWAYS_OWN and link != ";":
        return not _STAFFISH.search(between)
    return True


def _goes_on(link: str, more: str, word: str, *, by: bool) -> bool:
    """Whether the link leads to a further act, not to a choice, a means or a purpose."""
    if link == "or" or (link == "by" and not by) or (link == "but" and "also" not in more):
        return False
    return not ("to" in more.split() and link in (",", "and") and word in _PURPOSES)


def _with_ends(acts: Sequence[Act], text: str) -> list[Act]:
    ends = [*(act.start for act in acts[1:]), len(text)][: len(acts)]
    return [act if act.end == end else replace(act, end=end) for act, end in zip(acts, ends, strict=True)]
