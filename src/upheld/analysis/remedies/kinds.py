"""What kind of remedy an act is: by its verb and what the verb governs. The first rule that fits decides."""

import re

from upheld.analysis.remedies.objects import DECIDED, OTHERS, PERSONAL, STAFF, SUPPORT, SYSTEMS
from upheld.analysis.remedies.particulars import PARTICULARS
from upheld.analysis.remedies.rule import Rule, index_by_verb
from upheld.analysis.remedies.rule import rule as _rule
from upheld.analysis.remedy import Kind, Whom

_GIVE = "provide issue give offer send make supply arrange deliver organise include share secure"
_DO = (
    "carry undertake conduct complete hold arrange commission start begin commence convene progress "
    "offer provide make take do perform"
)
_REVIEW = (
    "review revisit reconsider re-consider re-examine evaluate examine look consider explore analyse "
    "audit check assess reassess re-assess reflect"
)
_TELL = (
    "explain inform tell advise clarify confirm notify update signpost contact respond reply write set "
    "refer ask consult show highlight"
)
_NEAR = r"^.{0,70}?"
_NP = (
    r"^\s*(?:out |again |up |at |into )?(?:(?!\b(?:to|of|for|in|on|with|so|about|regarding|by|within|that"
    r"|when|after|from|whether)\b)[^,;.(]){0,60}?\b"
)

RULES: tuple[Rule, ...] = (
    _rule(
        "records",
        "put place add make record keep",
        r"^\s*(?:an? )?(?:\w+ )?(?:note|marker|flag|alert|warning)\b.{0,40}\b(?:systems?|files?|records?"
        r"|accounts?|case)\b",
    ),
    _rule(
        "procedure",
        "carry undertake conduct complete do",
        r"^\s*(?:out )?(?:an? |some |regular |its )*(?:\w+ )?checks?\b",
    ),
    _rule(
        "information",
        "provide give send",
        r"^.{0,40}?\b(?:with )?(?:an? |the |its )(?:\w+ )?(?:list|schedule|timetable|date|breakdown|summary"
        r"|explanation|timescale)\b(?! of (?:accommodation|visits))",
    ),
    _rule(
        "reconsideration",
        "arrange",
        r"^[\s,]*for an? (?:independent|different|senior|new|fresh) (?:person|investigat|officer|manager|panel"
        r"|reviewer|social worker)",
    ),
    _rule(
        "procedure",
        "carry undertake conduct complete do",
        r"^\s*(?:out )?(?:an? |some |regular |random |its |\d+ )*(?:sample|sampling|dip[- ]sampl\w+|spot|random)\b",
    ),
    _rule("procedure", "audit sample dip-sample satisfy assure", ""),
    _rule(
        "training",
        "speak talk",
        r"^\s*(?:to|with) (?:the |its |all |those )*(?:\w+ )?(?:staff|officers?|teams?|crews?|drivers?|workers?"
        r"|managers?)\b",
    ),
    _rule(
        "procedure",
        "consider review look explore identify",
        r"^\s*(?:at )?what (?:it|they|more|further|else|steps|action|lessons|changes|the council)\b",
    ),
    _rule(
        "services",
        "make offer",
        r"^.{0,30}?\boffer of\b.{0,40}\b(?:accommodation|property|home|tenancy|flat|house|place|placement)\b",
    ),
    _rule(None, "accept acknowledge"),
    _rule("reconsideration", "repeat redo rewrite", _NEAR + DECIDED),
    _rule(
        "records",
        "place put add",
        r"^\s*a copy of (?:this|the|our|my) (?:decision|statement"
        r"|report)\b(?!.*\bwebsite)",
    ),
    _rule(
        "records",
        "amend update correct change",
        r"^\s*(?:mr|mrs|ms|miss|dr) \w+'s (?:\w+ ){0,3}?(?:records?|files?|notes)\b",
    ),
    _rule("information", "keep", r"\b(?:informed|updated|up to date)\b"),
    _rule(
        "procedure",
        "produce create publish develop design",
        r"^\s*an? (?:\w+ ){0,2}?(?:leaflet|factsheet|fact sheet|web ?page|guide)\b",
    ),
    _rule(None, "check see", r"^\s*(?:if|whether|that) (?:she|he|they|mr|mrs|ms|miss|mx)\b"),
    _rule(
        "procedure",
        "set establish create introduce",
        r"^\s*(?:up )?(?:an? |its |the )?(?:(?!stage\b|appeal|review\b|payment|repayment)[\w-]+ ){0,3}?(?:panel"
        r"|working group|group|board|forum|team|task ?force|system|process|procedure|protocol|mechanism|tracker"
        r"|register|rota)\b(?! (?:hearing|meeting|to (?:hear|consider|look)))(?!.*\b(?:mr|mrs|ms|miss|mx) \w)",
    ),
    _rule(
        "procedure",
        "bring report take present refer escalate",
        r"\b(?:scrutiny|committee|cabinet|full council|members|governors)\b",
    ),
    _rule("training", "present bring share take", r"\b(?:learning|staff|officers|teams?|lessons)\b"),
    _rule("information", "let", r"\bknow\b"),
    _rule(
        None,
        "resolve settle remedy",
        r"^\s*(?:it|this|(?:the|this|\w+'s) (?:complaint|matter|case|dispute|injustice))\b|\bremedy for\b",
    ),
    _rule(
        "services",
        "find secure source acquire",
        r"\b(?:accommodation|homes?|school|place|placement|property|tutor|provider|carers?|propert(?:y|ies)|house)\b",
    ),
    _rule("services", "get obtain"),
    _rule(None, "put set", r"^\s*(?:(?:things|matters|it|this|that|people|him|her|them) )?(?:right|back)\b"),
    _rule(
        "services",
        "ask instruct contact",
        r"^\s*(?:(?:its|the|their) )?(?:\w+ ){0,2}?(?:contractors?|landlord|school|hospital|supplier"
        r"|developer)s? (?:to|and)\b",
    ),
    _rule(
        "reconsideration",
        "respond reply deal progress escalate provide issue send complete accept",
        r"\bstage (?:one|two|three|1|2|3)\b",
    ),
    _rule(
        "services",
        "meet hold arrange offer attend",
        r"^\s*(?:to meet|with\b|(?:[\w'-]+ ){0,4}?(?:meeting|mediation|appointment|visit)\b)(?!.{0,40}\b(?:staff"
        r"|officers)\b)",
    ),
    _rule("services", "backdate", r"^\s*(?:it|this|that)\b"),
    _rule("apology", "apologise apologize"),
    _rule("apology", f"{_GIVE} write say acknowledge repeat reiterate", rf"{_NEAR}(?:\bapolog|\bsorry)"),
    _rule("training", "remind train retrain brief instruct refresh"),
    _rule(
        "training",
        f"{_TELL} ensure make raise discuss circulate disseminate work",
        rf"^\s*(?:out |sure |that |this |the |all |its |any |relevant |"
        rf"appropriate |front ?line |with |decision |to |learning |lessons |complaint |findings |case |a |of "
        rf"|from |issues |issue |outcome |about |matter |these |it "
        rf"|faults? ){{0,7}}?(?:\w+ )?(?:\w+ )?{STAFF}\b(?!'| (?:plan|will|policy|number|name))",
    ),
    _rule(
        "training",
        "share circulate discuss disseminate learn highlight cascade",
        r"\b(?:staff|officers?|lessons|learning|decision|teams?|ward|managers|findings|social workers|statement"
        r"|departments?)\b",
    ),
    _rule(
        "training",
        f"{_GIVE} develop create produce prepare draw put run implement include circulate complete hold introduce"
        f" commission carry undertake",
        r"^(?:(?!\bpolicy|\bprocedure|\bpayment|\baudit|\breview|\baction plan)[^\u00a3]){0,60}?\b(?:training"
        r"|reminders?|refresher|"
        r"briefings?|briefing note|toolbox talk|(?:guidance|advice|instructions?|information|notes?|memo"
        r"|bulletin)\b[^.;]{0,40}?\b(?:to|for|on|its|all|the|with|among|reminding) (?:all |its |relevant |the "
        r"|\w+ )*(?:staff|officers?|teams?|social workers|managers|caseworkers|practitioners|schools|when|how)"
        r"|written guidance|staff guidance|guidance)\b",
    ),
    _rule(
        "records",
        "correct amend remove delete destroy add place put note record annotate attach update rectify redact keep"
        " make set",
        r"^(?!.*\b(?:policy|procedure|template|website)\b).{0,80}?\b(?:on|in|to|from)?\s*"
        r"\b(?:(?:its|his|her|their|the|case|council|social care|housing|council's|our) (?:\w+ ){0,2}?(?:records?"
        r"|files?|minutes|case notes)|minutes|case notes?|(?:on|to|in|from) (?:[\w']+ ){0,4}(?:file|records?"
        r"|system|database)|marker|flag\b|inaccura\w+|factual errors?|errors in|rebuttal|entry|entries)",
    ),
    _rule("records", "correct rectify annotate redact"),
    _rule(
        "services",
        "rehouse install repair clear clean fit build replace plant inspect liaise work move allocate appoint"
        " assign resume recommence reinstate restore lift prioritise fund buy purchase maintain resolve facilitate"
        " collect transfer extend grant approve renew help",
    ),
    _rule(
        "services",
        _DO,
        r"^\s*(?:out )?(?:[\w-]+ ){0,4}?(?:repairs?|works?|adaptations?|clearance|installation|inspections?"
        r"|surveys?)\b(?! with)",
    ),
    _rule("services", "backdate award place put add give offer", SUPPORT.pattern),
    _rule("services", "monitor check", r"\b(?:collections?|bins?|site|noise|his|her|their|street|works?|visits)\b"),
    _rule(
        "procedure",
        f"{_REVIEW} identify find consider",
        rf"^.{{0,90}}?{OTHERS}.{{0,60}}?\b(?:affected|correct procedure|lost|same|whether|if|ensure|to see"
        rf"|identify|for|who)|^\s*(?:whether |if )?(?:any |the )?other|^\s*whether (?:\w+ ){{0,3}}others?\b"
        rf"|^\s*(?:the )?(?:cases?) of|^\s*cases\b",
    ),
    _rule(
        "procedure",
        f"{_DO}",
        r"^\s*(?:out )?(?:an? |its |the |own |internal |full |regular |random )*(?:\w+ )?(?:audit|(?:management"
        r"|independent|service|thematic|lessons learned|learning) review|spot checks?|(?:lessons|learning) )",
    ),
    _rule(
        "reconsideration",
        f"{_DO} invite",
        r"^(?:(?!\b(?:polic|procedur|process|practice|arrangements|how it|how its|systems?|use|work"
        r"|services?)).){0,80}?\b(?:(?:new|fresh|further|updated?|up-to-date|second|another|re-?run|early|urgent"
        r"|interim|emergency) (?:\w+ ){0,3}?(?:appeals?|panel|hearing|review|assessment|reassessment|"
        r"decisions?|consideration|investigation|application|annual review|offer of accommodation)"
        r"|re-?assessments?|assessments?|reconsideration|appeal (?:hearing|panel)|appeals?|hearing|investigation"
        r"|annual review|stage (?:two|2|three|3|one|1)|panel|review (?:of )?(?:the |its decision|its refusal"
        r"|its charges|his |her |mr|mrs|ms|miss|mx|whether|decision|\w+'s|(?:\w+ )?(?:care|case|charges|banding)))\b",
    ),
    _rule("procedure", f"{_DO}", rf"^.{{0,30}}?\breview\b.{{0,80}}?{SYSTEMS}"),
    _rule(
        "procedure",
        f"{_DO}",
        r"^.{0,30}?\breview of (?:the |all )?(?:cases|decisions|complaints|applications|how|files)",
    ),
    _rule(
        "reconsideration",
        f"{_DO}",
        r"^\s*(?:out |a |an |the |its |new |this |that |school |transport |proper |formal )*(?:\w+ )?(?:decisions?"
        r"|review|determination|judgment)\b",
    ),
    _rule(
        "procedure",
        _REVIEW,
        r"^\s*(?:at |again at )?(?:carefully )?(?:how|the way|whether (?:it|its|staff|to (?:change|amend|introduce"
        r"|revise|produce))|(?:making|making a|any|introducing|if any) change)",
    ),
    _rule("procedure", _REVIEW, rf"{_NP}{SYSTEMS}\b"),
    _rule(
        "procedure",
        _REVIEW,
        r"^\s*(?:at )?(?:its|their)\b(?! (?:\w+ )?(?:decisions?|assessments?|refusal|calculations?|charges?|offer"
        r"|response|view|"
        r"consideration|valuation|position|findings|investigation|records? of)\b(?![- ]making| (?:policy|procedure"
        r"|process)))",
    ),
    _rule(
        "reconsideration",
        f"{_REVIEW} decide determine investigate recalculate calculate re-run rerun rehear retake remake reopen"
        f" re-open process re-evaluate",
        _NEAR + DECIDED,
    ),
    _rule(
        "reconsideration",
        "reconsider re-consider reassess re-assess recalculate rehear retake remake rerun re-run reopen re-open"
        " decide determine investigate revisit look calculate assess consider process",
    ),
    _rule("reconsideration", "hold convene", r"^.{0,40}\b(?:again|appeal|hearing|panel)\b"),
    _rule("procedure", "review", _NEAR + SYSTEMS),
    _rule("reconsideration", "review", ""),
    _rule(
        "services",
        "ensure make arrange",
        rf"^(?:\s*sure\b|(?!.*\b(?:policy|procedure|process|system)s?\b)).{{0,60}}?(?:{PERSONAL.pattern})",
    ),
    _rule(
        "procedure",
        "ensure make",
        r"^\s*(?:sure\b|that\b|it\b|its\b|all\b|there\b|in future|future|any\b|complaints|no\b|proper\b"
        r"|(?:improve|change|amend)\w+)",
    ),
    _rule(
        "services",
        "make carry",
        r"^\s*(?:out )?(?:at least |up to |an? |further |regular )*(?:\w+ ){0,2}(?:visits?|contact|adjustments"
        r"|arrangements (?:for|with) (?:mr|mrs|ms|miss|mx|him|her|them))\b",
    ),
    _rule(
        "procedure",
        "ensure",
        r"\w",
    ),
    _rule(
        "services",
        "put",
        r"\bin(?:to)? place\b.{0,30}\b(?:support|provision|care|package|tutor|respite|plan\b|transport|therapy"
        r"|adaptations?)",
    ),
    _rule(
        "services",
        "issue finalise conclude complete produce draw prepare amend update provide send implement deliver",
        r"\b(?:(?:ehc|care|support|pathway|transition|education,? health and care|housing|contact|final|amended"
        r"|child protection|personal(?:ised)? housing|safety|statement of special|tenancy)(?:,? \w+)? (?:plan"
        r"|agreement)s?|ehcp?s?|works?|repairs?)\b",
    ),
    _rule(
        "procedure",
        "amend change improve strengthen revise introduce implement develop establish adopt design formulate"
        " devise create produce prepare draw put set update monitor identify evaluate audit publish act increase"
        " reduce include add maintain recruit reword redraft rewrite demonstrate keep deliver make take provide"
        " report commission raise explore seek",
        rf"{SYSTEMS}|\bchanges?\b|\bso (?:that|it|people)|\bplan\b|\b(?:prevent|stop|avoid|recurr|happen again"
        rf"|improve)\b|\bcabinet\b|\bcommittee\b",
    ),
    _rule(
        "reconsideration",
        "issue give send provide",
        r"^(?!.*\b(?:copy|this decision|plan)\b).{0,40}?\b(?:new |fresh |formal |written |appeal "
        r"|review )?decision\b",
    ),
    _rule("information", f"{_TELL} share"),
    _rule(
        "information",
        f"{_GIVE} publish produce prepare get",
        r"\b(?:explanation|information|breakdown|cop(?:y|ies)|details|update|advice|timetable|timescales?|response"
        r"|reply|letter|reasons?|report|statement|account of|chance|access|name of|contact|schedule|appointment"
        r"|point of contact|written|answer)\b",
    ),
    _rule(
        "services",
        "meet hold arrange invite take make",
        r"\b(?:meet\w*|mediation|contact|arrangements|appointment|visits?|part in|referral|available|adjustments?"
        r"|with)\b",
    ),
    _rule("services", "meet"),
    _rule(
        "procedure",
        "monitor audit identify introduce develop improve strengthen revise change implement adopt establish"
        " create design publish evaluate formulate draw produce demonstrate set amend update act keep report seek"
        " reduce maintain raise check include stop",
        "",
    ),
    _rule(
        "services",
        "provide offer arrange deliver secure complete issue give put carry undertake make allow let start begin"
        " commence process progress take support consult supply conclude visit send award hold add invite place"
        " return register accept withdraw remove lift finalise",
    ),
)
"""In this order."""


_BY_VERB = index_by_verb((*PARTICULARS, *RULES))


def kind_of(verb: str, text: str) -> Kind | None:
    """The kind of an act that moves no money; None where it is none that puts something right."""
    return next((rule.kind for rule in _BY_VERB.get(verb, ()) if rule.governs.search(text)), "other")


_OTHERS_AFFECTED = re.compile(OTHERS)
_PUBLIC = re.compile(r"\b(?:website|public|leaflet|residents of|publish)\b")


_OWN_WAYS = re.compile(
    r"\S+\s+(?:out a review of |at |sure (?:that )?|that )?"
    r"(?:its|their|the council's|how it|the way it|the arrangements|the process)\b"
)


def whom_for(kind: Kind, text: str) -> Whom:
    """Whom the act is for, by what it says."""
    if kind == "training":
        return "service"
    if kind == "procedure" and _OWN_WAYS.match(text):
        return "service"
    if _OTHERS_AFFECTED.search(text) and not re.search(r"\b(?:correct procedures?|in future)\b", text):
        return "others"
    if kind == "procedure" or (kind in ("information", "other") and _PUBLIC.search(text)):
        return "service"
    return "complainant"
