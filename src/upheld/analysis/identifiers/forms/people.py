"""Who is known without being named: by a role, by an age and an illness, by words that a search finds."""

import re

from upheld.analysis.identifiers.candidate import DIGITS, Near, Rule, after, before, near_words
from upheld.analysis.identifiers.names.lexicon import Sort, sorts_of

_ROLES = (
    "head ?teacher|headmaster|headmistress|deputy head(?:teacher)?|principal|vicar|rector|curate|parish priest|"
    "priest|imam|rabbi|pastor|minister|"
    "mayor|mayoress|MP|member of parliament|chair of governors|chair|chairman|chairwoman|postmaster|postmistress|"
    "publican|landlord|landlady|"
    "matron|registered manager|manager|caretaker|owner|proprietor|captain|lollipop (?:lady|man)|GP|doctor|dentist|"
    "vet|pharmacist|"
    "coroner|sheriff|lord lieutenant|clerk|leader|chief executive|monitoring officer|head of [a-z]+(?: [a-z]+)?|"
    "director of [a-z']+(?: [a-z]+)?|director|warden|town crier|"
    "organist|coach|(?:station|harbour|quarter)[- ]?master|(?:high |deputy )?sheriff|bishop|archdeacon|dean|provost|"
    "ward sister|scoutmaster|bandmaster"
)
_CONDITIONS = (
    "prader[- ]?willi|angelman|rett'?s? syndrome|batten'?s?|duchenne|huntington'?s|cystic fibrosis|tay[- ]sachs|"
    "marfan|ehlers[- ]danlos|"
    "noonan|sotos|williams syndrome|wolf[- ]hirschhorn|cri[- ]du[- ]chat|edwards'?|patau'?s?|fragile x|dravet|"
    "lennox[- ]gastaut|"
    "phenylketonuria|pku|haemophilia|sickle cell|thalass[ae]+mia|spina bifida|hydrocephalus|osteogenesis imperfecta|"
    "brittle bone|"
    "muscular dystrophy|spinal muscular atrophy|motor neurone|motor neuron|friedreich'?s|achondroplasia|dwarfism|"
    "progeria|"
    "albinism|epidermolysis bullosa|ichthyosis|xeroderma|locked[- ]in|guillain[- ]barr[eé]|myasthenia|narcolepsy|"
    "kleine[- ]levin|"
    "kawasaki|leukodystrophy|adrenoleukodystrophy|mucopolysaccharidosis|hunter syndrome|hurler|sanfilippo|gaucher|"
    "fabry|pompe|"
    "niemann[- ]pick|mitochondrial|leigh syndrome|tuberous sclerosis|neurofibromatosis|sturge[- ]weber|moebius|"
    "möbius|treacher|"
    "di ?george|22q11|turner syndrome|klinefelter|trisomy|chromosome|rare (?:genetic|condition|disease|disorder|"
    "syndrome|form)|"
    "creutzfeldt|cjd|wilson'?s disease|addison'?s|cushing'?s|systemic lupus|scleroderma|ataxia|dystonia|charcot|"
    "syringomyelia|"
    "arthrogryposis|gastroschisis|hirschsprung'?s|biliary atresia|short bowel|transplant|conjoined|leuk[ae]+mia|"
    "neuroblastoma|"
    "retinoblastoma|osteosarcoma|glioma|mesothelioma|smith[- ]magenis|cornelia de lange|kabuki|coffin[- ]lowry|"
    "cockayne|"
    "pitt[- ]hopkins|phelan|rubinstein|joubert|usher syndrome|alström|bardet|one of (?:only )?(?:a few|a handful|"
    "\\d+|two|three|four|five|six) (?:people|children|cases)"
)
_AGE = (
    r"(?:\b(?:aged?|age of)\s(?:just |only )?(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen)\b|\b\d{1,3}[- ]years?[- ]old\b|\b\d{1,2}[- ]months?[- ]old\b|"
    r"\bturned \d{1,3}\b|"
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|"
    r"eighteen|nineteen)[- ]years?[- ]old\b|\bage \d{1,3}\b|\b(?:boy|girl|child|son|daughter|baby|toddler|man|woman|"
    r"pupil|twins?)s? of (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|"
    r"fifteen|sixteen|seventeen|eighteen)\b|\bin (?:her|his) (?:\w+ )?(?:teens|twenties|thirties|"
    r"forties|fifties|sixties|seventies|"
    r"eighties|nineties)\b)"
)
_ILLNESS = r"[\w'-]*(?: [a-z]+){0,2}? (?:syndrome|disease|dystrophy|disorder|anaemia)"
_GAP = r"[^.!?\x00\n]{0,90}?"
_PERSONAL_WORDS = re.compile(
    r"\b(?:wrote|writes|writing|e-?mails?|e-?mailed|posted|posts?|tweet(?:ed|s)?|text(?:ed)?|messages?|letters?|"
    r"facebook|review|said|says|saying|told|"
    r"blog|comments?|commented|stated|diary|note|noted|replied|reply|complained|described|screamed|shouted|"
    r"voicemail|statement|whatsapp|petition|newspaper|"
    r"interview|article|explained|recalled|added|quoted?|post)\b"
)
_OFFICIAL_WORDS = re.compile(
    r"\b(?:guidance|act|regulations?|policy|section|procedure|code|statute|law|guidelines?|framework|standards?|"
    r"legislation|paragraph|"
    r"ombudsman|strategy|contract|leaflet|website|ofsted|convention|court|judge|judgment|terms|"
    r"condition|definition|means|"
    r"defined|schedule|scheme|manual|handbook|principles|minutes)\b"
)


def _rare_illness(found: re.Match[str]) -> float:
    return 0 if sorts_of(found["illness"]) & Sort.ENGLISH else 0.7


def _quotation(found: re.Match[str]) -> float:
    """A person's own words: with I and my in them, or said to be somebody's. Law and guidance are public."""
    words = found["it"].split()
    around = before(found, 110) + " " + re.split(r"[.!?]", after(found, 40))[0]
    if len(words) < 10 or _OFFICIAL_WORDS.search(around):
        return 0
    own = bool(_OWN_WORDS.search(found["it"]))
    said = bool(_PERSONAL_WORDS.search(around))
    if not own and not (said and len(words) >= 15 and "report" not in around):
        return 0
    return 0.7 if own and said else 0.5


_OWN_WORDS = re.compile(r"\b(?:I|I've|I'm|I'd|me|my|My|mine|she|She|he|He|her|Her|his|His|mum|dad|We|we|our|us)\b")


def _role(found: re.Match[str]) -> float:
    place = found["place"]
    words = place.split()
    if len(words[0]) < 2 or _NO_PLACE.match(place) or all(one.casefold() in _DEPARTMENT for one in words):
        return 0
    return 0.5 if _BODY.search(place) else 0.75


_NO_PLACE = re.compile(
    r"(?:The|A|Council|Children|Adult|Education|Social|Planning|Housing|Services?|Home|House|School|Care|Ward|"
    r"Unit)\b(?! [A-Z][a-z])"
)
_DEPARTMENT = frozenset(
    "adult adults children children's social care services service education housing planning legal finance public "
    "health environment highways transport community communities the of and provider council trust authority board "
    "resources corporate customer regeneration law democratic governance learning skills families young people".split()
)
"""A department is no place: every council has it."""
_BODY = re.compile(
    r"\b(?:Councils?|Borough|County|NHS|Department|Services?|Trust|Board|Authority|Education|Commission|Planning|"
    r"Housing|Legal|Finance|Care)\b"
)


_AGED = near_words(
    "aged Aged age Age old turned turns twins twin boy girl toddler baby teens twenties thirties forties fifties "
    "sixties seventies eighties nineties",
    130,
    130,
)
_ONE = "Only one person has this role; whoever knows the place knows the person."
_ILL = "Few people of one age have this condition, so it leads to a person."

RULES = (
    Rule(
        "role",
        re.compile(
            rf"\b(?P<it>(?i:the|our|their|its)\s(?:(?:then|former|current|new|acting|deputy|only|local|village|"
            rf"long-serving)\s){{0,2}}"
            rf"(?i:{_ROLES})\s(?:(?:of|to|for) the (?:[a-z]+ ){1, 3})?(?:of|at|for|in|"
            rf"to)\s(?:the\s)?(?P<place>[A-Z][\w'-]+(?:\s(?:of\s|and\s|"
            rf"the\s)?[A-Z][\w'-]+){{0,4}}))"
        ),
        _ONE,
        "a member of staff",
        check=_role,
        near=Near(re.compile(r"\b(?:of|at|for|in|to) (?:the )?[A-Z]"), 80, 70),
    ),
    Rule(
        "role",
        re.compile(
            rf"\b(?P<it>(?i:the|its|their)\s(?:only|sole|first|last remaining)\s(?:[a-z-]+\s){{0,3}}?(?i:{_ROLES}|"
            rf"councillor|teacher|nurse|officer|"
            r"paediatrician|psychologist|surgeon|consultant|woman|person|family|child|resident|driver|taxi driver|"
            r"midwife|tenant|pupil|wheelchair user|student)"
            r"\s(?:in|at|of|on|to|with|from|who)\s(?:the\s)?(?:[\w'-]+)(?:\s[A-Z][\w'-]+)*)"
        ),
        _ONE,
        "a member of staff",
        0.65,
        near=near_words("only sole first remaining", 30, 110),
    ),
    Rule(
        "role",
        re.compile(
            r"\b(?P<it>(?:[Tt]he|[Ii]ts|[Aa]) (?:Council|Trust|school|parish|village|town|hospital|home|authority|"
            r"nursery|academy|college|surgery|church)'s? "
            r"(?:only (?:[a-z-]+ ){0,2}[a-z]+|(?i:chief executive|monitoring officer|leader|director of [a-z]+(?: "
            r"[a-z]+)?|head of [a-z]+(?: [a-z]+)?|head ?teacher|section "
            r"151 officer|data protection officer|mayor|"
            r"registered manager|matron|chair of governors|vicar|rector|caretaker)))\b(?! (?:team|office|department|"
            r"service)s?\b)"
        ),
        _ONE,
        "a member of staff",
        0.5,
        near=near_words(
            "only Director director Chief chief Monitoring monitoring Leader leader Head head Section Data Mayor "
            "mayor Registered "
            "registered Matron matron Chair chair Vicar vicar Rector rector Caretaker caretaker",
            40,
            60,
        ),
    ),
    Rule(
        "role",
        re.compile(
            rf"\b(?:is|was|became|as|been|being)\s(?P<it>(?i:{_ROLES})\s(?:of|at|for)\s"
            rf"(?P<place>[A-Z][\w'-]+(?:\s(?:of\s|and\s)?[A-Z][\w'-]+){{0,4}}))"
        ),
        _ONE,
        "a member of staff",
        check=_role,
        near=Near(re.compile(r"\b(?:of|at|for) [A-Z]"), 60, 70),
    ),
    Rule(
        "role",
        re.compile(
            r"\b(?P<it>(?:MP|MSP|Member of Parliament|councillor|Councillor) for (?:the )?[A-Z][\w'-]+(?:\s(?:and |"
            r"East|West|North|South|[A-Z][\w'-]+)){0,3})"
        ),
        _ONE,
        "an MP, a councillor",
        0.75,
        near=Near(re.compile(r" for (?:the )?[A-Z]"), 40, 60),
    ),
    Rule(
        "age-and-condition",
        re.compile(rf"(?P<it>{_AGE}{_GAP}\b(?:{_CONDITIONS})(?:{_ILLNESS})?)", re.IGNORECASE),
        _ILL,
        "leave out the age",
        0.8,
        near=_AGED,
    ),
    Rule(
        "age-and-condition",
        re.compile(rf"\b(?P<it>(?:{_CONDITIONS}){_GAP}{_AGE})", re.IGNORECASE),
        _ILL,
        "leave out the age",
        0.8,
        near=_AGED,
    ),
    Rule(
        "age-and-condition",
        re.compile(rf"(?P<it>{_AGE}{_GAP}\b[A-Z][\w-]+(?:'s)?(?:[- ][A-Z][\w-]+)?\s(?:[Ss]yndrome|[Dd]isease))\b"),
        _ILL,
        "leave out the age",
        0.6,
        near=near_words("syndrome Syndrome disease Disease", 130, 20),
    ),
    Rule(
        "age-and-condition",
        re.compile(
            rf"(?P<it>{_AGE}{_GAP}\b(?P<illness>[a-z]{{4,}}(?:osis|opathy|[ae]mia|plasia|trophy|oma|itis|ectomy|"
            rf"uria|penia|plegia)))\b",
            re.IGNORECASE,
        ),
        _ILL,
        "leave out the age",
        check=_rare_illness,
        near=_AGED,
    ),
    Rule(
        "age-and-condition",
        re.compile(
            rf"(?P<it>(?:(?<=, )\d{{1,2}}(?=,)|(?<=\()\d{{1,2}}(?=\))|\b(?:is|was|man of|"
            rf"woman of) \d{{1,2}}(?= (?:and|with)\b))"
            rf"{_GAP}\b(?:{_CONDITIONS})(?:{_ILLNESS})?)",
            re.IGNORECASE,
        ),
        _ILL,
        "leave out the age",
        0.75,
        near=DIGITS,
    ),
    Rule(
        "quotation",
        re.compile(r"(?<![\w])[\"](?P<it>[^\"\x00]{40,600})[\"]"),
        "A search for these words may find who wrote them.",
        "say it in other words",
        check=_quotation,
        near=Near(re.compile(r"\""), 0, 620),
    ),
    Rule(
        "quotation",
        re.compile(r"(?<![\w'])'(?P<it>(?:[^'\x00]|(?<=\w)'(?=\w)){40,600})'(?!\w)"),
        "A search for these words may find who wrote them.",
        "say it in other words",
        check=_quotation,
        near=Near(re.compile(r"(?<!\w)'"), 0, 620),
    ),
)
