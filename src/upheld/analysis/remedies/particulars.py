"""Acts whose words settle their kind before the general rules are asked: the turns that decisions are full of."""

from upheld.analysis.remedies.rule import Rule, rule

_SOMEBODY = r"(?:mr|mrs|ms|miss|mx|dr|him|her|them|the (?:family|complainant|couple|parents))\b"
_ALL = r"(?:in future|children|people|residents|applicants|staff|officers|service users|all|everyone|complaints)"

PARTICULARS: tuple[Rule, ...] = (
    rule(
        "reconsideration",
        "provide issue give offer send grant allow",
        r"^(?!.*\b(?:information|explain\w*|details|policy|policies|procedures?|templates?|future|staff)\b)"
        r".{0,60}?\brights? (?:of|to) (?:an? )?(?:review|appeal)\b",
    ),
    rule("reconsideration", "offer arrange hold carry complete", r"^.{0,50}?\b(?:case|suitability|banding) review\b"),
    rule("reconsideration", "offer", r"^\s*to (?:re-?)?(?:consider|review|assess|investigate|hear)\b"),
    rule("reconsideration", "appoint commission", r"\b(?:investigat\w+|independent (?:person|assessment))\b"),
    rule("reconsideration", "fund arrange commission pay", r"^\s*(?:for )?an? (?:\w+ )*?assessment\b"),
    rule(
        "services",
        "draw agree produce develop create prepare put make",
        rf"\bplan\b.{{0,15}}\b(?:with|for) (?:mr|mrs|ms|miss|mx|him|her|them|{_SOMEBODY})",
    ),
    rule(
        "services",
        "provide give offer allocate assign appoint identify",
        r"^.{0,30}?\b(?:(?:named|single|dedicated|designated|specific|main|key|new)\s(?:\w+ ){0,2}(?:officer|contact"
        r"|worker|person|social worker|caseworker)|(?:single |main )?point of contact)\b",
    ),
    rule(
        "information",
        "send issue provide give",
        r"^(?!.*\b(?:refund|plan)\b).{0,30}?\b(?:amended |revised |new |corrected |accurate |updated |final |clear )?"
        r"(?:bills?|invoices?|statements? of account|account statement|rent statement)\b",
    ),
    rule(
        "records",
        "amend update correct revise add change",
        r"^.{0,50}?\b(?:assessments?|reports?|minutes|chronology|case notes?|statement)\b.{0,40}\b(?:to (?:include"
        r"|reflect|show|say|record)|comments|views|accura\w+|inaccura\w+)",
    ),
    rule(
        "services",
        "ensure make secure check",
        rf"^(?!.*\b{_ALL}\b).{{0,40}}?\b(?:provision|support|package|care|tuition|therapy|adjustments|works?|repairs"
        r"|adaptations?)\b.{0,50}?\b(?:is|are|be|being|been)\s(?:now |fully |being )?(?:delivered|provided|in place"
        r"|put in place|made|met|completed|carried out|done|finished)\b",
    ),
    rule(
        "procedure",
        "carry complete conduct undertake make",
        r"\b(?:quality|monitoring|contract|unannounced|assurance)\s(?:\w+ ){0,2}(?:visits?|inspections?|checks?"
        r"|review)\b",
    ),
    rule("services", "put", rf"^\s*in place (?:\w+ ){{0,2}}?monitoring of (?:his|her|their|{_SOMEBODY})"),
    rule("services", "contact", r"\bto (?:arrange|agree|discuss)\b"),
    rule(
        "procedure",
        "take implement identify put",
        rf"^(?!.*\b{_SOMEBODY})\s*(?:any |further |appropriate |immediate |the |necessary |some |all )*(?:actions?"
        r"|steps|measures) (?:\w+ ){0,3}?to (?:prevent|improve|address|ensure|avoid|reduce|make sure|stop|tackle"
        r"|minimise)\b",
    ),
    rule("procedure", "review consider look examine learn reflect", r"^\s*(?:at |on |from )?what (?:happened|went)\b"),
    rule(
        "procedure",
        "tell explain show update inform write report set",
        r"^.{0,20}?\b(?:us|me|ombudsm[ae]n)\b.{0,30}?\b(?:what|how)\b.{0,30}?\b(?:will|intends?|plans?|proposes?|is"
        r" going)\b",
    ),
    rule("procedure", "employ hire recruit engage", r"\w"),
    rule("procedure", "tighten standardise embed streamline formalise trial pilot automate digitise", ""),
    rule(
        "services",
        "ask instruct",
        r"^(?!.*\b(?:remind|train))\s*(?:the |its |both )?(?:care home|care provider|home|provider|contractor|school"
        r"|landlord|agency|enforcement agents?|bailiffs?) (?:to|not to)\b",
    ),
    rule("reconsideration", "overturn rescind annul nullify quash", ""),
    rule("reconsideration", "deal", r"\b(?:application|appeal|request|complaint|claim|review)\b"),
    rule(
        "services",
        "treat deal relocate accommodate fix mend redecorate enable locate expedite fast-track trace retrieve",
        "",
    ),
    rule("information", "outline describe reassure restate communicate compile", ""),
    rule("training", "coach teach feed", ""),
)
"""In this order."""
