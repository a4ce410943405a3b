"""What people say around their matter: how they ask, feel and wait. It tells nothing of what a decision is about."""

from upheld.search.words import fold, is_common

_ASKING = (
    "how long much many often anyone anybody else allow allowed legal right rights sue entitled supposed "
    "sposed meant help helps possible should could would may might must shall get gets getting got gotten do does did "
    "doing done go goes going went gone have having happen happens happened mean means know knew known tell tells "
    "told ask asks asked asking want wants wanted need needs needed find finds think thinks thought say says said "
    "saying see seen saw look looks looking looked try tries trying tried let lets make makes making made give gives "
    "giving gave given take takes taking took taken put puts putting come comes coming came keep keeps keeping kept "
    "turn turns turned turnd turning use uses using used start starts started show explain question"
)
_FEELING = (
    "nobody noone none nothing nowhere anything everything everybody everyone something somebody someone never ever "
    "always again still just really even only ages forever loads lots lot load bit massive absolute absolutely "
    "totally completely literally basically actually honestly seriously joke disgusting disgusted disgrace "
    "disgraceful useless terrible horrible awful fuming angry upset gutted desperate stressed scared worried crying "
    "cry fed hell hate sad sorry please pls plz thanks thank hello hi dear ok okay yes yeah no nope innit lol omg wtf "
    "damn bloody listen listens listened listening bother bothered believe dragged drag fobbed fob messed mess "
    "thing things stuff way ways kind sort sorts sorted problem problems issue issues situation wrong bad worse worst "
    "good better best proper properly fair unfair"
)
_COMPLAINING = "complain complains complained complaining complaint complaints ombudsman ombudsmen"
_SHORTENED = (
    "aint arent cant couldnt didnt doesnt dont hadnt hasnt havent hes id im isnt ive itd itll its shant "
    "shes shouldnt thats theres theyd theyll theyre theyve wasnt weve werent whats whens wheres whos wont wouldnt "
    "youd youll youre youve gonna gotta wanna dunno cos coz cus bcoz bcus bc tho thru til till u ur r n m ya yous wot "
    "wen wat wiv nuffin summat cuz pm am etc x xx"
)
_TIME = (
    "wait waits waited waiting telling now today yesterday tomorrow ago already yet later soon day days week weeks "
    "month months year years time times minute minutes january february march april june july august september "
    "october november december monday tuesday wednesday thursday friday saturday sunday since until while back away "
    "yr yrs mth mths wk wks hr hrs min mins one two three four five six seven eight nine ten once twice first last "
    "next another every each"
)
_FILLER = frozenset(f"{_ASKING} {_FEELING} {_COMPLAINING} {_SHORTENED} {_TIME}".split())


def is_filler(word: str) -> bool:
    """Whether the word says nothing of the matter: a very common one, a bare number, or one of asking and feeling."""
    return is_common(word) or fold(word).isdigit() or fold(word) in _FILLER
