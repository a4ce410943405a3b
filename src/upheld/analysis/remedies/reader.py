"""Reads the paragraphs and lists of one section, or of the summary."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from upheld.analysis.document import Block
from upheld.analysis.remedies.acts import Lead
from upheld.analysis.remedies.clauses import is_added, lead_of, read_clauses
from upheld.analysis.remedies.deadlines import find_deadlines
from upheld.analysis.remedies.found import Found, merge
from upheld.analysis.remedies.gates import gated, holds
from upheld.analysis.remedies.payments import read_payments
from upheld.analysis.remedies.places import Place
from upheld.analysis.remedies.sentences import plain, split_sentences
from upheld.analysis.remedies.signs import may_act
from upheld.analysis.remedies.standing import is_done_since, is_dropped, status_of
from upheld.analysis.remedies.totals import without_total
from upheld.analysis.remedies.words import FORMS
from upheld.analysis.remedies.worth import DURING, TOLD_DURING, WORTH_READING, may_say
from upheld.analysis.remedy import Remedy

STRONG = (Place.AGREED, Place.ASKED)
_COMPLAINING = re.compile(
    r"^(?:in (?:summary|short), )?(?:(?:mr|mrs|ms|miss|mx|dr|professor) \w+(?: and (?:mr|mrs|ms|miss|mx"
    r"|dr) \w+)?(?:'s? \w+)?|he|she|they both|the (?:complainant|family|families|couple|"
    r"woman|man|mother|father|parents|complainants|solicitor)|a (?:man|woman|couple|family"
    r"|solicitor))(?:'s \w+)? (?:also |then |now |has |have |is |are |was |therefore |still |both )*"
    r"(?:complain|say|said|want|ask|feel|felt|believ|consider|claim|would like|unhappy|disagree|sought|seek|state"
    r"|told|wish|think|"
    r"argu|alleg|explain|request|hop|expect|agree|appeal|report|receiv|paid|pay|refus|disput|spent|owe|submitt"
    r"|appl|contact|wrote)"
)
_BOILERPLATE = gated(
    r"^at the end of (?:this|my) (?:statement|decision)\b|"
    r"^(?:under |in |according to )?(?:our|the ombudsman's|the) (?:\w+ )?guidance\b|published guidance"
    r"|consider the report (?:at|and)|remains responsible|"
    r"(?:evidence|confirm\w*|confirmation|proof|copies|a copy|report back|update).{0,60}\b(?:us|ombudsman"
    r"|me)\b.{0,80}\b(?:complied|completed|actions?|this|these|above|done|apology|payment|outcome|review|"
    r"steps|taken)\b|section 3[01](?:\(|a)|we will require evidence|(?:we|i) (?:may|can|could) (?:recommend"
    r"|suggest|ask)",
    "at the end of|guidance|consider the report|remains responsible|section 3|evidence|confirm|proof|cop|report back"
    "|update|recommend|suggest|ask",
)
_ACTS_BEFORE = re.compile(r"\b(?:apologise|pay|make a|refund|remind|review|train|waive|issue)\b")
_GUIDANCE = "guidance"
_AS_GUIDANCE_SAYS = re.compile(
    r",?\s*\(?(?:in line with|in accordance with|in keeping with|based on|following|taking account of"
    r"|having regard to|as set out in|which (?:is|are) in line with|that (?:is|are) in line with|using)\s"
    r"(?:(?:our|my|the|ombudsman's|published|its|statutory|government|relevant|national|current)\s){0,3}guidance\b(?:\s(?:on|for|about)\s[^,;.:\u00a3]{0,60})?\)?"
)
"""An apology made so is an apology; guidance itself tells of none."""
ON_GUIDANCE = gated(r"\bguidance on (?:remedies|making an effective)|\bconsider (?:this|the|our) guidance", _GUIDANCE)
_NOT_THAT = re.compile(
    r"(?:however,? |but |therefore,? )?(?:i|we) (?:do|did|have|will|am|are) not (?:therefore "
    r"|going to )?(?:recommend|propos|support)\w* (?:this|that|it|so|any of this)\b"
)
_ASKED_FOR = re.compile(
    r"(?:however, |initially, |in my draft decision,? )?(?:i|we) (?:also |then |first |had |have |therefore "
    r"|initially ){0,2}(?:asked|recommended|suggested|proposed|invited)\b"
)
_REFUSES_THAT = re.compile(
    r"(?:however,? |but )?(?:the \w+|it|they) (?:has |have )?(?:refused|declined|rejected|(?:did|does|do|would|has"
    r"|have|was|is) not (?:agree|accept|willing|prepared|want))\w*\b(?!\s+to\b)"
)
_USUAL = re.compile(
    r"^(?:the )?(?:law|guidance|act|code|regulations|statutory guidance|our guidance|government guidance)\b"
    r"|\bcouncils (?:must|should|can|may)\b"
)
_GOES_ON = re.compile(
    r"^(?:this|that|it|the (?:sum|payment|total|figure|amount))\s+(?:is|was|comprises?|includes?|consists?"
    r"|equates?|represents?|has been|should be|amounts?|reflects?|will be)\b[^.]{0,120}\u00a3"
)
_TIME_FIRST = re.compile(
    r"^within [^,:;.\u00a3]{3,60}?(?:decision|report|statement|weeks?|months?"
    r"|days?),?\s+(?!of\b)"
)
_DO_ALL_THIS = gated(
    r"\b(?:will|should|must|agreed to)\s+(?:also )?(?:do|complete|carry out|take|implement"
    r"|make)\s+(?:all )?(?:of )?(?:this|these|so|the above|those|both)\b",
    "will|should|must|agreed to",
    "this|these|so|the above|those|both",
)
_PUT_RIGHT = re.compile(
    r"\bremed|\bput right|\bsuitable|\bsatisf|\balready\b|\bcompleted\b|\b(?:has|have) (?:now|since)\b"
)
_SAYS_MORE = re.compile(
    r"^(?:it|they|in doing (?:so|this)|as part of this|the council|this)\b.{0,40}?\b(?:should|must|needs?)\b"
)
_OPENS = re.compile(
    r"(?:(?:\bthe following|\bas follows|\b(?:set out|listed) below|\bthese (?:steps|actions))(?:\s(?:actions?"
    r"|steps|recommendations?|things|remed\w+))?\b[^.:;]{0,60}[.:]?"
    r"|:|\b(?:to|will|should|must))\s*$"
)
_OPENINGS = ("following", "as follows", "below", "these steps", "these actions")
_OPEN_ENDS = (":", "to", "will", "should", "must")
_MARKER = re.compile(r"\s*\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)")
"""The printed number of an item that stands as a paragraph of its own: `(ii) pay her £200`."""
_JUDGES = re.compile(
    r"(?:(?:overall|therefore|however|in my view|on balance),? )?(?:(?:i|we) (?:am|are|consider|think|find|welcome"
    r"|also consider|do not (?:consider|think))|this (?:is|was|provides|remedies)|these (?:are|were|actions|steps)|"
    r"that (?:is|was)|the council's (?:actions|apology|offer|payment)|it was (?:right|appropriate))\b"
)
"""A paragraph that judges what was done in the one before it."""
_COMPRISES = re.compile(
    r"(?:this|these|it|they|the (?:agreed )?(?:remed(?:y|ies)|actions?|recommendations?))\s(?:will |would )?"
    r"(?:compris|includ|consist)(?:es?|ed|s)?(?: of)?:?\s(?=\S)"
)
_TO_COMPRISE = re.compile(r"\b(?P<agreed>agreed|accepted|accepts|agrees)\b|\brecommend")
_ENDS_OPEN = re.compile(
    r"(?:\b(?:to|will|should|has|by|and|must|also|following|steps|actions?|below|that|then)|[a-z]*[;,])\s*:?\s*$"
)
_PARTS_FOLLOW = re.compile(r"\u00a3|\bpay|\bpayment")


@dataclass(slots=True)
class Reader:
    """Reads the paragraphs of one place; `lead` is handed on from a paragraph that ends with a colon."""

    place: Place | None
    accepted: bool
    address: str = ""
    lead: Lead | None = None
    days: int | None = None
    dated: bool = False
    following: str = ""
    settled: bool = False
    found: list[Remedy] = field(default_factory=list)

    def read_block(self, block: Block) -> None:
        """Reads a paragraph and the list under it."""
        if not self._is_worth(block):
            return
        text = _MARKER.sub("", block.text, count=1) if _MARKER.match(block.text) else block.text
        lead = self.lead or self._default()
        loose = lead if lead and _begins_with_act(text) else None
        before = len(self.found)
        self._read_text(text, loose, as_item=loose is not None)
        if block.items:
            whole = len(self.found)
            self._read_list(block, self.lead, self.days, dated=self.dated)
            self.found[before:] = without_total(self.found[before:whole], self.found[whole:])

    def _is_worth(self, block: Block) -> bool:
        if self.place in STRONG:
            return True
        lowered = plain(block.text)
        return bool(block.items) or holds(lowered, WORTH_READING) or bool(DURING.match(lowered))

    def _read_list(self, block: Block, lead: Lead | None, days: int | None, *, dated: bool) -> None:
        for item in block.items:
            self.lead, self.days, self.dated = lead, days, dated
            if isinstance(item, str):
                self._read_text(item, lead or self._default(), as_item=True)
            else:
                self._read_item(item, lead or self._default())
        self.lead, self.days, self.dated = lead, days, dated

    def _default(self) -> Lead | None:
        return Lead("asked") if self.place in STRONG else None

    def _read_item(self, item: Block, lead: Lead | None) -> None:
        if not item.items:
            return self._read_text(item.text, lead, as_item=True)
        parts = [part if isinstance(part, str) else part.text for part in item.items]
        if _PARTS_FOLLOW.search(item.text.lower()) and any("\u00a3" in part for part in parts):
            return self._read_text(f"{item.text} {'; '.join(parts)}", lead, as_item=True)
        before = len(self.found)
        self._read_text(item.text, lead, as_item=True)
        if len(self.found) == before or _ENDS_OPEN.search(plain(item.text).rstrip(":")):
            self._read_list(item, self.lead or lead, self.days, dated=self.dated)
        return None

    def _read_text(self, text: str, lead: Lead | None, *, as_item: bool) -> None:
        """Reads a paragraph or an item: its sentences, and what they hand on."""
        sentences = split_sentences(text)
        lowered = [plain(sentence) for sentence in sentences]
        money = "\u00a3" in text
        mine: list[tuple[Found, str]] = []
        for place, sentence in enumerate(lowered):
            if place and (comprised := self._read_comprised(lowered[place - 1], sentence)):
                mine += [(one, sentences[place]) for one in comprised]
                continue
            if place and money and _GOES_ON.match(sentence):
                continue
            if mine and is_done_since(sentence):
                mine = [(replace(one, mood="done", days=None, dated=True), said) for one, said in mine]
                continue
            self._give_time(sentence)
            mine = [(_given(one, sentence), said) for one, said in mine]
            joined = sentence
            if money and place + 1 < len(lowered) and _GOES_ON.match(lowered[place + 1]):
                joined = f"{sentence.rstrip('. ')} {lowered[place + 1]}"
            first = place == 0
            if declined := self._declined(lowered, place) if place else []:
                mine = [one for one in mine if one[1] != sentences[place - 1]]
                mine += [(one, sentences[place - 1]) for one in declined]
                continue
            found = self._read_sentence(joined, lead if first else None)
            if as_item and not first and lead is not None:
                found = [replace(one, mood=lead.mood) if one.mood == "asked" else one for one in found]
            if found and mine and not first:
                found = _without_more_of_the_same(found, [one for one, _ in mine], sentence, as_item=as_item)
            mine += [(one, text if as_item else sentences[place]) for one in found]
        self._hand_on(lowered[-1] if lowered else "", lowered[-2] if len(lowered) > 1 else "", as_item=as_item)
        merged = merge([one for one, _ in mine]) if as_item else [one for one, _ in mine]
        whole = self._whole(lowered) if merged else ""
        for one, said in ((one, said) for one, said in mine if any(one is kept for kept in merged)):
            self._keep(one, said, whole)

    def _whole(self, lowered: Sequence[str]) -> str:
        """What decides whether an act in the sentences stands: they, and what the next paragraph says of them."""
        following = plain(self.following[:400])
        settled = self.settled or any(map(TOLD_DURING.search, lowered))
        return " ".join([*lowered, following if _JUDGES.match(following) else "", *(["already"] if settled else [])])

    def _declined(self, lowered: Sequence[str], place: int) -> list[Found]:
        """What a sentence asks for and the next, at the place, turns down: we ourselves, or the body and we let it."""
        before, sentence = lowered[place - 1], lowered[place]
        if _NOT_THAT.match(sentence):
            return _asked_by_them(before)
        if _REFUSES_THAT.match(sentence) and _ASKED_FOR.match(before) and is_dropped(self._whole(lowered)):
            return [replace(one, mood=None, days=None, dated=False) for one in read_clauses(before)]
        return []

    def _give_time(self, sentence: str) -> None:
        """`It will do this within four weeks`: that is the time for what was read before it."""
        if self.found and _DO_ALL_THIS.search(sentence) and (deadlines := find_deadlines(sentence)):
            self.found = [
                one.model_copy(update={"within_days": deadlines[0].days})
                if one.within_days is None and one.status in ("agreed", "recommended") else one
                for one in self.found
            ]  # fmt: skip

    def _read_comprised(self, before: str, sentence: str) -> list[Found]:
        """`This comprises an apology and a payment`, after a sentence that says only that something was agreed."""
        found = _COMPRISES.match(sentence)
        said = _TO_COMPRISE.search(before) if found else None
        if not found or not said or read_clauses(before):
            return []
        return self._read_sentence(sentence[found.end() :], Lead("agreed" if said["agreed"] else "asked"))

    def _read_sentence(self, sentence: str, lead: Lead | None) -> list[Found]:
        if lead is None and not (may_act(sentence) and (self.place in STRONG or may_say(sentence))):
            return []
        if _GUIDANCE in sentence:
            sentence = _AS_GUIDANCE_SAYS.sub(_blank, sentence)
        usual = _BOILERPLATE.search(sentence)
        if usual and _ACTS_BEFORE.search(sentence, 0, usual.start()):
            sentence, usual = sentence[: usual.start()], None
        if usual or ON_GUIDANCE.search(sentence) or (lead is None and _COMPLAINING.match(sentence)):
            return []
        found = read_clauses(sentence, lead)
        if not found:
            return []
        if (";" in sentence or "(" in sentence) and is_done_since(re.split(r"[;(]", sentence.rstrip(" ;.,"))[-1]):
            found = [replace(one, mood="done", days=None, dated=True) for one in found if one.mood != "done"]
        if _puts_right(found) or TOLD_DURING.search(sentence):
            return [one for one in found if one.kind != "other"]
        found = [one for one in found if not _is_only_past(one, sentence)]
        if self.place not in STRONG:
            found = [one for one in found if self._may_stand(one, sentence)]
        return found

    def _may_stand(self, one: Found, sentence: str) -> bool:
        """Outside the sections for it, `should` is mostly what the law asks, and `has` what happened."""
        if _USUAL.search(sentence):
            return False
        if self.place is Place.FINDINGS and one.mood == "asked":
            return bool(re.search(r"\b(?:i|we) recommend|\bremedy\b|\binjustice\b", sentence))
        if self.place is Place.FINDINGS and one.mood == "will":
            return bool(re.search(r"\b(?:now|says|said|told|confirmed|agreed)\b", sentence))
        if one.mood in ("done", "past") and one.kind in (
            "information",
            "services",
            "other",
            "records",
            "reconsideration",
        ):
            return one.kind != "other" and bool(
                re.search(
                    r"\bremed|\bput right|\bsuitable|\bsatisfactory|\balready\b|\bcompleted\b|\bnow done\b", sentence
                )
            )
        return True

    def _keep(self, one: Found, said: str, whole: str) -> None:
        status = status_of(one.kind, one.mood, self.place, whole, accepted=self.accepted)
        if status is None:
            return
        days = one.days if one.dated else self.days if self.dated else None
        values = {
            "kind": one.kind,
            "status": status,
            "pence": one.pence,
            "per": one.per,
            "for": one.for_,
            "within_days": days if status in ("agreed", "recommended") else None,
            "text": said,
            "read": True,
            "at": self.address,
        }
        self.found.append(Remedy.model_validate(values))

    def _hand_on(self, last: str, before: str, *, as_item: bool) -> None:
        """What the last sentence says of the list after it, when one may follow."""
        if not _opens(last):
            if not as_item:
                self.lead, self.days, self.dated = None, None, False
            return
        mood, verb = lead_of(last)
        if mood is None and as_item:
            return
        deadlines = find_deadlines(last) or (find_deadlines(before) if "following" in before else [])
        self.lead = Lead(mood or "asked", verb) if mood or self.place in STRONG else None
        self.days, self.dated = (deadlines[0].days, True) if deadlines else (None, False)


def _opens(text: str) -> bool:
    """Whether the lower-case sentence leads to a list: `It should:`, `The Council has agreed to the following.`"""
    may = text.rstrip().endswith(_OPEN_ENDS) or holds(text, _OPENINGS)
    return may and _OPENS.search(text) is not None


def _blank(found: re.Match[str]) -> str:
    """As many spaces: places in the sentence stay what they were."""
    return " " * len(found.group())


def _without_more_of_the_same(
    found: Sequence[Found], before: Sequence[Found], sentence: str, *, as_item: bool
) -> list[Found]:
    """A later sentence that says more of an act before it adds none."""
    if is_added(sentence) or not (as_item or _SAYS_MORE.match(sentence)):
        return list(found)
    kinds = {one.kind for one in before}
    if as_item:
        return [one for one in found if one.is_money or (one.kind == "apology" and one.kind not in kinds)]
    return [one for one in found if one.is_money or one.kind not in kinds]


def _given(one: Found, sentence: str) -> Found:
    """An act with the time that the sentence after it gives."""
    deadlines = find_deadlines(sentence) if not one.dated and _DO_ALL_THIS.search(sentence) else []
    return replace(one, days=deadlines[0].days, dated=True) if deadlines else one


def _asked_by_them(sentence: str) -> list[Found]:
    """The payment that the complainant would like, when the next sentence says that none is recommended."""
    payment = re.search(r"\b(?:pay|refund|reimburse|compensate)\b(?P<what>.*)", sentence)
    if not payment or not re.search(
        r"\b(?:would like|wants?|wanted|asks?|asked|seeks?|sought"
        r"|suggest\w+)\b",
        sentence,
    ):
        return []
    first = read_payments("pay", payment["what"], sentence)[0]
    return [Found(first.kind, None, first.pence, first.per, "complainant", None, dated=False)]


def _puts_right(found: Sequence[Found]) -> bool:
    """Whether an apology or a payment made stands among several acts: then all of them were to put things right."""
    made = [one for one in found if one.mood in ("done", "past", "offered")]
    return len(made) == len(found) > 1 and any(one.kind == "apology" or one.is_money for one in made)


def _is_only_past(one: Found, sentence: str) -> bool:
    """`The Council has considered …` tells what happened; only what was done to put things right counts."""
    if one.mood not in ("done", "past") or one.kind in ("apology", "training", "procedure") or one.is_money:
        return False
    return one.kind == "other" or not _PUT_RIGHT.search(sentence)


def _begins_with_act(text: str) -> bool:
    word = re.search(r"[a-z-]+", _TIME_FIRST.sub("", plain(text[:160])))
    return word is not None and (word.group() in FORMS or text[:1].islower() or text.startswith("\u00a3"))
