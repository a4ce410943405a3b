"""How a person is reached: telephone, e-mail, web."""

import re
from ipaddress import ip_address

from upheld.analysis.identifiers.candidate import NUMBERS, Near, Rule, before, near_words

_WORD = r"[\w.%+'-]"
_AT = r"(?:\s?[\[({<]\s?at\s?[\])}>]\s?|\s+at\s+)"
_DOT = r"(?:\s?[\[({<]\s?dot\s?[\])}>]\s?|\s+dot\s+|\s?\.\s?)"
_PERSONAL = re.compile(r"\b(?:phone|tel|telephone|mobile|mob|fax|call|called|ring|rang|text|number|contact|cell)\b")
_LAWFUL_SITE = re.compile(
    r"(?:[\w-]+\.)*(?:gov\.uk|gov\.wales|gov\.scot|nhs\.uk|nhs\.wales|police\.uk|parliament\.uk|lgo\.org\.uk|mod\.uk|"
    r"ombudsman\.org\.uk|financial-ombudsman\.org\.uk|housing-ombudsman\.org\.uk|ombudsman\.wales|bailii\.org|"
    r"legislation\.gov\.uk|judiciary\.uk|equalityhumanrights\.com|ico\.org\.uk|ofsted\.gov\.uk|cqc\.org\.uk|"
    r"citizensadvice\.org\.uk|shelter\.org\.uk|nice\.org\.uk|supremecourt\.uk|spso\.org\.uk)",
    re.IGNORECASE,
)
_SOCIAL = re.compile(
    r"(?:www\.|m\.)?(?:facebook|fb|twitter|x|instagram|tiktok|linkedin|youtube|youtu|snapchat|threads|reddit|"
    r"nextdoor|"
    r"pinterest|bsky|mastodon|whatsapp|wa|t|flickr|tumblr|justgiving|gofundme|change)\.(?:com|me|app|org|be|social|"
    r"uk)\b",
    re.IGNORECASE,
)


def _telephone(found: re.Match[str]) -> float:
    digits = re.sub(r"\D", "", found.group().replace("O", "0").replace("o", "0"))
    said = bool(_PERSONAL.search(before(found, 40)))
    if found.group().lstrip("( ").startswith("+") and not digits.startswith("44"):
        return 0.9 if 8 <= len(digits) <= 15 else 0
    national = re.sub(r"^(?:00)?44\D*0?", "0", digits) if re.match(r"\(?(?:\+|00)", found.group()) else digits
    if not re.fullmatch(r"0[1-35789]\d{8,9}", national):
        return 0.8 if said and 6 <= len(digits) <= 15 else 0
    return 0.98 if said or len(national) == 11 else 0.9


def _site(found: re.Match[str]) -> float:
    host, _, rest = re.sub(r"^\w+://", "", found["it"]).partition("/")
    if _SOCIAL.match(host):
        return 0.95 if rest.strip("/") else 0.3
    if _LAWFUL_SITE.fullmatch(host.split(":")[0]):
        return 0
    return 0.7 if rest.strip("/") else 0.5


def _computer(found: re.Match[str]) -> float:
    try:
        ip_address(found.group())
    except ValueError:
        return 0
    if re.search(r"\bip\b|address|computer|server|log", before(found, 40)):
        return 0.97
    return 0.85 if any(int(one) > 60 for one in found.group().split(".") if one.isdigit()) else 0


_AT_SIGN = Near(re.compile("@"), 80, 80)
_DOT_SIGN = near_words("dot DOT Dot at AT com uk org net", 60, 60)
_SITE_SIGN = Near(re.compile(r"://|www\.|\.(?:com|me|app|org|be|social|uk)/", re.IGNORECASE), 40, 300)
_PATH_SIGN = Near(re.compile(r"\.[a-zA-Z]{2,10}/"), 60, 300)
_ACCOUNT_SIGN = Near(re.compile(r":"), 40, 40)
_HANDLE_SIGN = near_words(
    "username user handle handles account profile page name usernames accounts id ID Username Handle Account", 30, 60
)
_COLON_SIGN = Near(re.compile(r"[.:][\da-fA-F]{1,4}[.:][\da-fA-F]"), 10, 50)

_PHONE_WHY = "This is a telephone number."
_MAIL_WHY = "This is an e-mail address."

RULES = (
    Rule(
        "phone",
        re.compile(
            r"(?<![\w£$€/.#-])(?:\(?(?:\+|00)\s?\d{1,3}\)?[\s.()/-]{0,3}(?:\(0\)[\s.-]?)?\d|\(?[0O][1-35789])"
            r"(?:[\s.()/-]{0,2}[\dO]){7,11}(?![\dA-Za-z])(?!/\d)"
        ),
        _PHONE_WHY,
        "[telephone number]",
        check=_telephone,
        near=NUMBERS,
    ),
    Rule(
        "phone",
        re.compile(
            r"\b(?:phone|tel|telephone|mobile|mob|fax|landline|whatsapp)(?:\s?(?:number|no))?(?:\s(?:is|was|on|of|"
            r"at))?"
            r"[\s.:;#-]{1,3}(?P<it>[(+]?\d[\d\s().-]{4,16}\d)(?!\w)",
            re.IGNORECASE,
        ),
        _PHONE_WHY,
        "[telephone number]",
        0.95,
        near=NUMBERS,
    ),
    Rule(
        "email",
        re.compile(rf"{_WORD}+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)*\.\s?[A-Za-z]{{2,12}}\b"),
        _MAIL_WHY,
        "[e-mail address]",
        0.99,
        near=_AT_SIGN,
    ),
    Rule(
        "email",
        re.compile(
            rf"\b[\w+-]+(?:{_DOT}[\w+-]+){{0,3}}{_AT}[\w-]+(?:{_DOT}[\w-]+){{0,2}}"
            r"(?:\s?[\[({<]\s?dot\s?[\])}>]\s?|\s+dot\s+|\.)(?:com|co|org|net|uk|gov|info|io|me|edu|ac|eu|ie|biz|"
            r"example)\b"
            rf"(?:{_DOT}(?:uk|com|au|nz|in)\b)?",
            re.IGNORECASE,
        ),
        "This is an e-mail address, spelled out.",
        "[e-mail address]",
        0.95,
        near=_DOT_SIGN,
    ),
    Rule(
        "web-address",
        re.compile(r"(?<![\w@])(?P<it>(?:https?://|www\.)[^\s<>\"\x00()]*[^\s<>\"\x00().,;:'!?])", re.IGNORECASE),
        "This page may lead to the person.",
        "[web address]",
        check=_site,
        near=_SITE_SIGN,
    ),
    Rule(
        "web-address",
        re.compile(_SOCIAL.pattern + r"/[^\s<>\"\x00()]*[^\s<>\"\x00().,;:'!?]", re.IGNORECASE),
        "This account on a social network leads to a person.",
        "[social media account]",
        0.95,
        near=_SITE_SIGN,
    ),
    Rule(
        "web-address",
        re.compile(
            r"(?<![\w@/.-])(?P<it>(?:[a-z0-9-]+\.)+[a-z]{2,10}/[^\s<>\"\x00()]*[^\s<>\"\x00().,;:'!?])", re.IGNORECASE
        ),
        "This page may lead to the person.",
        "[web address]",
        check=_site,
        near=_PATH_SIGN,
    ),
    Rule(
        "web-address",
        re.compile(
            r"\b(?:snapchat|snap|insta|instagram|tiktok|twitter|fb|facebook|discord|skype|telegram|linkedin|reddit|"
            r"threads|bluesky|mastodon|"
            r"youtube|twitch|steam|xbox|psn|tumblr|tinder|grindr|vinted|ebay|depop|etsy)(?: id| name| "
            r"user(?:name)?)?\s?:\s?(?P<it>@?[\w.]{3,30}\w)",
            re.IGNORECASE,
        ),
        "This is an account on a social network.",
        "[social media account]",
        0.93,
        near=_ACCOUNT_SIGN,
    ),
    Rule(
        "web-address",
        re.compile(r"(?:///|what3words[\s:/]{1,4})[a-z]{3,}\.[a-z]{3,}\.[a-z]{3,}", re.IGNORECASE),
        "These three words are the address of a square of three metres.",
        "[place]",
        0.97,
        near=Near(re.compile(r"///|what3words", re.IGNORECASE), 5, 60),
    ),
    Rule(
        "web-address",
        re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{1,29}(?<!\.)\b(?!\.?\w*@)"),
        "This is an account on a social network.",
        "[social media account]",
        0.92,
        near=_AT_SIGN,
    ),
    Rule(
        "web-address",
        re.compile(
            r"\b(?:twitter|facebook|instagram|tiktok|snapchat|youtube|reddit|discord|skype|x|social media)\s"
            r"(?:user\s?name|handle|account|profile|page|name|user|id)s?[\s:,]{1,3}(?:(?:is|was|called|named|"
            r"of)\s)?['\"]?"
            r"(?P<it>(?!['\"]?(?:the|of|and|to|for|in|on|by|is|was|which|that|or|with|about|set|she|he|they|where)\b)"
            r"[A-Za-z]\w*[\w.]*[\d_.]\w+|[A-Z]\w+[A-Z]\w+)",
            re.IGNORECASE,
        ),
        "This is an account on a social network.",
        "[social media account]",
        0.9,
        near=_HANDLE_SIGN,
    ),
    Rule(
        "web-address",
        re.compile(
            r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w]|\.\d)|(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])"
        ),
        "This is the number of a computer on the internet.",
        "[computer address]",
        check=_computer,
        near=_COLON_SIGN,
    ),
)
