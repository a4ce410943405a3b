"""The verbs of remedies in all their forms."""

import re
from typing import Literal

Form = Literal["bare", "third", "past", "ing"]

_REGULAR = """
accept acknowledge add adopt advise allocate amend analyse annotate apologise apologize appoint approve arrange
ask assess assign attach audit award backdate brief calculate cancel cease change check circulate clarify clean
clear collect commence commission compensate complete conduct confirm consider consult contact contribute
convene correct cover create credit decide deduct delete deliver demonstrate design destroy determine develop
discuss disseminate ensure establish evaluate examine explain explore extend finalise fit formulate fund grant
help highlight honour identify implement improve include increase inform inspect install instruct introduce
investigate invite issue learn liaise lift maintain monitor move notify obtain offer offset pay plan plant
place prepare prioritise process produce progress provide publish purchase pursue raise reallocate reassess
re-assess recalculate recommence reconsider re-consider record redact rectify reduce re-examine refer reflect
refresh refund register rehouse reimburse reinstate reiterate reissue remind remove renew reopen re-open repair
repay replace reply report request resolve respond restore resume return review revise revisit reword seek
secure settle share signpost stop strengthen supply support train transfer restore suspend present recall
dismiss retrain name open pause freeze halt assist nominate designate advertise publicise erect trim prune
resurface empty mark close protect hand enrol restart reverse quash acquire source update visit finish escalate
waive charge recover collect enforce demand redraft conclude facilitate devise address undo evidence
treat employ hire recruit engage overturn rescind annul nullify communicate tighten standardise embed coach locate
trace retrieve relocate accommodate fix mend redecorate formalise streamline trial pilot automate digitise enable
outline describe reassure restate compile expedite fast-track reschedule rearrange reconsult translate transcribe
""".split()
_IRREGULAR = {
    "begin": ("began", "begun"),
    "bring": ("brought",),
    "build": ("built",),
    "buy": ("bought",),
    "carry": ("carried",),
    "draw": ("drew", "drawn"),
    "find": ("found",),
    "get": ("got",),
    "give": ("gave", "given"),
    "hold": ("held",),
    "keep": ("kept",),
    "look": ("looked",),
    "make": ("made",),
    "meet": ("met",),
    "put": ("put",),
    "rehear": ("reheard",),
    "remake": ("remade",),
    "rerun": ("reran",),
    "retake": ("retook",),
    "re-run": ("re-ran",),
    "rewrite": ("rewrote", "rewritten"),
    "say": ("said",),
    "send": ("sent",),
    "set": ("set",),
    "show": ("showed", "shown"),
    "start": ("started",),
    "take": ("took", "taken"),
    "tell": ("told",),
    "undertake": ("undertook", "undertaken"),
    "withdraw": ("withdrew", "withdrawn"),
    "speak": ("spoke", "spoken"),
    "write": ("wrote", "written"),
    "pay": ("paid",),
    "repay": ("repaid",),
    "let": ("let",),
    "act": ("acted",),
    "deal": ("dealt",),
    "teach": ("taught",),
    "feed": ("fed",),
    "run": ("ran", "run"),
}
_DOUBLING = frozenset("stop plan get put set let begin rerun re-run fit offset transfer refer run".split())

NOUNS_TOO = frozenset(
    "review offer update change record place contact repair refund credit move award audit share issue note return "
    "support plan report process visit charge demand request register transfer help address reply check start stop"
    " evidence "
    "address plant supply fund approach present name open mark close pause halt hand source deal run trial pilot "
    "hire fix trace feed coach"
    .split()
)  # fmt: skip
"""Verbs that may be nouns: `a payment and review of his case`."""

NOT_A_VERB_HERE = re.compile(
    r"\s*(?:of\b|and\b|or\b|[,;.)]|$|procedures?\b|process\b|meetings?\b|is\b|was\b|panel\b|between\b|from\b|"
    r"during\b|which\b|since\b|until\b|under\b|services?\b|packages?\b|workers?\b|needs\b|in\b(?! place)|plans?\b)"
)

GIVING = frozenset("provide issue give offer send make supply include share".split())
"""Verbs that say nothing without their object: `provide an apology, a payment and an explanation`."""

WRITING = frozenset(("write", "contact", "meet"))
AFTER_WRITING = frozenset("apologise apologize explain confirm tell inform say".split())

ORDERING = frozenset("remind train ensure advise brief instruct ask tell raise".split())
"""Verbs that tell others what to do: `remind staff to listen and respond` is one act."""

ALWAYS_OWN = frozenset(
    "apologise apologize pay repay refund reimburse waive remind train write reassess reconsider".split()
)
"""Verbs that begin an act of their own even after those."""

FORMS: dict[str, dict[Form, str]] = {}
"""Each form of each verb: which form it may be, and of which verb."""


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("ch", "sh", "s", "x", "ss")) else "s")


def _ing(verb: str) -> str:
    if verb in _DOUBLING:
        return verb + verb[-1] + "ing"
    return (verb.removesuffix("e")) + "ing"


def _past(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return (verb + "d",)
    if verb.endswith("y") and verb[-2] not in "aeo":
        return (verb[:-1] + "ied",)
    return (verb + (verb[-1] if verb in _DOUBLING else "") + "ed",)


def _enter(form: Form, word: str, verb: str) -> None:
    FORMS.setdefault(word, {})[form] = verb


for _verb in (*_REGULAR, *_IRREGULAR):
    _enter("bare", _verb, _verb)
    _enter("third", _third(_verb), _verb)
    _enter("ing", _ing(_verb), _verb)
    for _word in _past(_verb):
        _enter("past", _word, _verb)
_enter("bare", "agree", "agree")
for _word, _verb in {"cancelled": "cancel", "cancelling": "cancel", "reran": "rerun"}.items():
    _enter("past" if _word.endswith("ed") else "ing", _word, _verb)
