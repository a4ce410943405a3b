"""What stands beside a word and says that it is a person."""

import re
from dataclasses import dataclass

RELATIONS = (
    "son|daughter|child|baby|boy|girl|mother|father|mum|dad|mam|parent|brother|sister|twin|husband|wife|partner|"
    "fianc[eé]e?|"
    "grandson|granddaughter|grandmother|grandfather|grandchild|nan|nana|gran|grandma|grandad|granddad|aunt|auntie|"
    "uncle|"
    "niece|nephew|cousin|friend|neighbour|colleague|carer|foster carer|foster mother|nephew|stepson|stepdaughter|"
    "stepfather|"
    "stepmother|boyfriend|girlfriend|ex-husband|ex-wife|ex-partner|ex|lodger|tenant|landlord|landlady|client|"
    "resident|patient|"
    "pupil|student|witness|complainant|applicant|appellant|social worker|officer|manager|worker|teacher|headteacher|"
    "head teacher|"
    "nurse|doctor|surgeon|solicitor|barrister|surveyor|inspector|advocate|councillor|caseworker|investigator|"
    "consultant|key ?worker|"
    "therapist|psychologist|paediatrician|tutor|coach|driver|caretaker|warden|assistant|secretary|director|leader|"
    "owner|"
    "builder|architect|agent|relative|son-in-law|daughter-in-law|mother-in-law|father-in-law|brother-in-law|"
    "sister-in-law|"
    "woman|man|lady|gentleman|toddler|teenager|youngster|sibling|siblings|sons|daughters|children|twins|brothers|"
    "sisters|"
    "parents|neighbours|friends|carers|dog|cat|chair|chairman|chairwoman|clerk|vicar|bailiff|midwife|dentist|optician"
)
_NAMED = (
    r"called|named|known as|nicknamed|christened|baptised|renamed|name is|name was|names are|names were|name of|"
    r"names of|"
    r"name:|names:|name|named as|identified as|addressed to|signed by|dear|hi|hello|regards|sincerely|faithfully|"
    r"thanks|many thanks|thank you|cheers|best wishes|"
    r"contact|"
    r"attention of|fao|c/o|care of|t/a|mr and mrs|and mrs|alias|aka|formerly|née|nee|maiden name|first name|surname|"
    r"forename|"
    r"middle name|last name|family name|given name|full name|real name|cc"
)
_BEFORE = re.compile(rf"\b(?:(?:{RELATIONS})(?:\s?,|:|\s-)?|(?:{_NAMED})[,:]?)[\s'\"(]*\Z", re.IGNORECASE)
_LAST_WORD = re.compile(r"[^\W\d_]+(?=[\s'\"(,:-]*\Z)")
_INTRODUCING = frozenset(
    re.findall(r"[^\W\d_]+", piece.rstrip("?:"))[-1] for piece in f"{RELATIONS}|{_NAMED}".split("|")
) | {"fiance", "fiancee", "fiancé", "fiancée", "keyworker"}
"""The last words of all that introduces a name: far quicker to look up than the patterns are to try."""
_RELATION_BEFORE = re.compile(
    rf"\b(?:my|her|his|their|our|your|the|a|an|eldest|youngest|elder|younger|older|oldest|named|year-old|\d)\s"
    rf"(?:[\w-]+\s){{0,2}}?(?:{RELATIONS})(?:\s?,|:|\s-)?[\s'\"(]*\Z",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(rf"\b(?:{_NAMED})[,:]?[\s'\"(]*\Z", re.IGNORECASE)
STRONG_VERBS = (
    "said|says|told|tells|asked|asks|complained|complains|explained|explains|lives|lived|moved|stayed|stays|wrote|"
    "writes|"
    "phoned|telephoned|emailed|e-mailed|texted|rang|felt|feels|attends|attended|thinks|thought|believes|believed|"
    "wanted|wants|"
    "died|suffers|suffered|cried|slept|sleeps|agreed|refused|replied|responded|claims|claimed|visited|met|spoke|"
    "speaks|"
    "applied|appealed|reported|contacted|received|receives|enjoys|enjoyed|likes|loves|hates|struggles|struggled|"
    "works|worked|"
    "started|left|returned|lost|fell|broke|took|takes|goes|went|came|comes|gave|gives|bought|sold|signed|sent|sends|"
    "saw|sees|"
    "heard|knew|knows|hoped|worried|worries|apologised|admitted|denied|confirmed|decided|declined|arrived|accepted|"
    "helped|"
    "married|separated|divorced|cannot|can't|couldn't|didn't|doesn't|wasn't|isn't|hasn't|hadn't|wouldn't|missed|"
    "misses|"
    "became|becomes|began|remained|remains|used to|tried|tries|walked|walks|drove|drives|ran|runs|sat|sits|ate|eats|"
    "needs|needed|chose|passed away|turned|grew|added|insisted|disagreed|mentioned|stated|states|described|"
    "describes|recalled|"
    "remembers|remembered|understood|expected|noticed|found|showed|raised|brought|paid|pays|made|makes|kept|keeps|"
    "got|gets|put"
)
_STRONG_AFTER = re.compile(
    rf"\s(?:also |then |later |now |still |first |never |always |often |already |again |repeatedly |has |had |was |"
    rf"is )*"
    rf"(?:{STRONG_VERBS})\b"
)
_PREDICATE = (
    r"\s(?:is|was|has been|had been|were|are|be|would be|will be|could be)\s(?:not |never |also |still |very |so |"
    r"too |often )*(?:born|told|seen|"
    r"taken|asked|given|moved|placed|diagnosed|admitted|discharged|assessed|referred|frightened|homeless|upset|ill|"
    r"unwell|unhappy|"
    r"angry|afraid|tired|autistic|disabled|pregnant|at home|excluded|bullied|evicted|arrested|living|staying|"
    r"attending|working|"
    r"struggling|waiting|able|unable|entitled|eligible|happy|sad|late|deaf|blind|hungry|scared|distressed|anxious|"
    r"invited|"
    r"interviewed|aged|\d+ years old|suffering|on the phone|in hospital|in care|in prison|alone|dead|alive|married|"
    r"divorced|the|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen)(?= years old| and |[.,]))\b"
)
_NOT_AFTER = re.compile(
    r"\s(?:did|does|has|had|was|is|could|would|should|will)\s(?:not|never)\b|\s(?:never|himself|herself|nor)\b"
)
_DOES_NOT = re.compile(r"\s(?:(?:did|does|has|had|could|would) (?:not|never)|never|himself|herself)\b")
_PASSES = re.compile(
    r"\s(?:has |had |is |was )?(?:came|come|coming|went|gone|began|begun|begins|starts?|started|ended|ends|arrived|"
    r"passed|past|over|brought|saw)\b"
)
_DID = re.compile(r"\s[a-z]{2,}ed\s(?:to|that|the|a|an|his|her|their|in|on|at|by|with|about|for|us|him|them|and)\b")
_FAMILY_AFTER = re.compile(
    r"\s(?:family|families|household|children|brothers|sisters|boys|girls|twins|siblings|parents|couple|sons|"
    r"daughters|household's|family's)\b"
)
_CASE_AFTER = re.compile(
    r"\s(?:case|assessment|complaint|matter|file|letter|property|land|claim|hearing|referral|interview|notes|papers|"
    r"appeal)\b"
)
_TOWARDS = re.compile(
    r"\b(?:told|asked|letters? to|wrote to|write to|spoke to|view of|according to|met|phoned|visited|words of|case "
    r"of|apologised? to|pay|paid|share it with|"
    r"meet with|met with|reimburse|refund|support|help|care of|(?:daughter|son|wife|husband|mother|father|behalf|"
    r"home|needs) of|removing|assess|and|both|that|from|contacted|believed?|blamed?|\w{3,}ed|"
    r"emailed|interviewed) \Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s(?:\d|[A-Z]\b)")
_ALONE_BEFORE = re.compile(r"(?:\A|[\n\x00])[\s\u2022*-]*(?:\(?\w{1,3}[.)]\s*)?\Z")
_ALONE_AFTER = re.compile(r"\s*[.,;]?\s*(?:\([^)]{1,30}\)[.,;]?\s*)?(?:\Z|[\n\x00])")
_WEAK_AFTER = re.compile(
    r"\s(?:is|was|has|had|did|does|will|would|could|should|and (?:her|his|their|the|I|she|he)|who|whose)\b"
)
_PREDICATE_AFTER = re.compile(_PREDICATE)
_AGE_AFTER = re.compile(
    rf"(?:,| \(|\s-)\s?(?:(?:then |now |is |who is |was )?(?:aged? )?(?:\d{{1,2}}|one|two|three|four|five|six|seven|"
    rf"eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)\b(?![/.:]\d)|who\b|whose\b|(?:my|"
    rf"her|"
    rf"his|their|our|the|a|an)\s"
    rf"(?:[\w-]+\s){{0,3}}(?:{RELATIONS})\b)"
)
_OWN_AFTER = re.compile(
    rf"\s(?:\w+\s){{0,2}}?(?:{RELATIONS}|home|house|school|behaviour|needs|care|room|case|complaint|education|"
    rf"health|family|bedroom|"
    r"medication|anxiety|diagnosis|story|death|funeral|pain|condition|mental|placement|plan|ehc|support|allowance|"
    r"birthday|flat|garden|car|name|phone|account|email|e-mail|letter|money|job|bed|hair|face|leg|arm|foot|hand|"
    r"tablets|"
    r"finances|estate|will|assessment|tutor|illness|injuries|words|view|version|side|fence|dog|savings|stay|time|"
    r"request)\b"
)
_DETERMINER = re.compile(
    r"\b(?:the|a|an|this|these|those|its|any|each|every|some|such|another|new|old|same|other|of the|"
    r"\w+'s?)\s['\"(]?\Z",
    re.IGNORECASE,
)
_TOWARDS_PERSON = re.compile(
    r"\b(?:told|asked|with|met|phoned|emailed|e-mailed|telephoned|contacted|informed|advised|saw|visited|helped|"
    r"thanked|rang|pay|paid|reimburse|refund|"
    r"by|for|to|from|and|against|about|over|that|when|because|if|whether|while|as|where|after|before|until|since|"
    r"but|which|than|"
    r"like|between|or|gave|give|gives|sent|showed|paid|seen|believes|said|says|spoke to|speak to|met with|given|of|"
    r"upon|on behalf of|"
    r"never|ordered that|view of|according to|another, and|left|take|takes|taken|took|taking|let|made|is|was|called|"
    r"collected|"
    r"hurt|hit|supported|moved|placed|assessed)\s['\"(]?\Z"
)
_MONTH_BEFORE = re.compile(
    r"(?:\b(?:in|by|since|until|till|from|late|early|mid|mid-|of|during|before|after|last|next|this|to|and|or|for|"
    r"on|between|\d\w*|through)|[\d,-])\s?\Z",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    r"(?:\s?[,-]?\s?(?:of\s)?\d|\s(?:and|to|or|until|-)\s(?:January|February|March|April|May|June|July|August|"
    r"September|October|November|December|\d)|\sto\s(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December|\d)|'s? \d)"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|at|around|outside|throughout|across|visiting|live in|of nearby)\s\Z", re.IGNORECASE
)
MONTHS = frozenset(
    {"may", "april", "june", "august", "july", "january", "summer", "autumn", "winter", "spring", "sunday", "easter"}
)


@dataclass(frozen=True, slots=True)
class Beside:
    """The text on both sides of a stretch of words."""

    before: str
    after: str
    owns: bool

    @property
    def is_introduced(self) -> bool:
        """`her son …`, `a boy called …`."""
        if not self._may_introduce:
            return False
        return bool(_RELATION_BEFORE.search(self.before) or _NAMED_BEFORE.search(self.before))

    @property
    def follows_relation(self) -> bool:
        """The same without the words before: `Social worker …`."""
        return self._may_introduce and bool(_BEFORE.search(self.before))

    @property
    def _may_introduce(self) -> bool:
        last = _LAST_WORD.search(self.before, max(0, len(self.before) - 25))
        return bool(last and last.group().casefold() in _INTRODUCING)

    @property
    def acts(self) -> bool:
        """`… told`, `…, 9,`, `…'s mother`: as only people do or have."""
        if self.owns:
            return bool(_OWN_AFTER.match(self.after))
        return bool(
            _STRONG_AFTER.match(self.after) or _PREDICATE_AFTER.match(self.after) or _AGE_AFTER.match(self.after)
        )

    @property
    def may_act(self) -> bool:
        """`… was`, `… has`: as people and things do."""
        return bool(_WEAK_AFTER.match(self.after))

    @property
    def may_not(self) -> bool:
        """`… did not`, `… never`: as hardly a thing does at the beginning of a sentence."""
        return bool(_NOT_AFTER.match(self.after))

    @property
    def does_not(self) -> bool:
        """`… does not speak`: as stuff does not."""
        return bool(_DOES_NOT.match(self.after))

    @property
    def passes(self) -> bool:
        """`… came`, `… began`: as seasons and feasts do."""
        return bool(_PASSES.match(self.after))

    @property
    def did(self) -> bool:
        """`… objected`: any verb in the past."""
        return bool(_DID.match(self.after))

    @property
    def is_of_family(self) -> bool:
        """`… family`, `… children`."""
        return bool(_FAMILY_AFTER.match(self.after))

    @property
    def is_of_case(self) -> bool:
        """`… assessment`, `… file`."""
        return bool(_CASE_AFTER.match(self.after))

    @property
    def is_towards(self) -> bool:
        """`told …`, `letter to …`."""
        return bool(_TOWARDS.search(self.before))

    @property
    def is_numbered(self) -> bool:
        """`… 3`, `… B`: as pages and bands are."""
        return bool(_NUMBERED.match(self.after))

    @property
    def stands_alone(self) -> bool:
        """As a whole line, item or cell."""
        return bool(_ALONE_BEFORE.search(self.before) and _ALONE_AFTER.match(self.after))

    @property
    def has_determiner(self) -> bool:
        """`the …`, `this …`."""
        return bool(_DETERMINER.search(self.before))

    @property
    def is_addressed(self) -> bool:
        """`told …`, `by …`, `and …`."""
        return bool(_TOWARDS_PERSON.search(self.before))

    @property
    def is_date(self) -> bool:
        """`in …`, `… 2019`: as months stand."""
        return bool(_MONTH_BEFORE.search(self.before) or _MONTH_AFTER.match(self.after))

    @property
    def is_place(self) -> bool:
        """`in …`, `near …`."""
        return bool(_PLACE_BEFORE.search(self.before))


def beside(text: str, start: int, end: int, *, owns: bool) -> Beside:
    """What stands on both sides of a stretch, within its part."""
    before = text[max(0, start - 60) : start].rpartition("\x00")[2]
    after = text[end : end + 60].partition("\x00")[0]
    return Beside(before, after, owns)
