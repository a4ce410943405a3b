"""Forms of a verb that share no stem: whoever writes “they built” looks for decisions on who may build.

Not those of which nearly every decision has one for another reason: paid, held, met, written.
"""

from collections.abc import Mapping

_VERBS = (
    "beat beaten|become became|begin began begun|bleed bled|blow blew blown|break broke broken|breed bred|"
    "bring brought|build built|buy bought|catch caught|choose chose chosen|deal dealt|dig dug|draw drew drawn|"
    "drive drove driven|eat ate eaten|fall fell fallen|feed fed|fight fought|flee fled|forget forgot forgotten|"
    "freeze froze frozen|grow grew grown|hang hung|hear heard|hide hid hidden|lead led|leave left|"
    "lend lent|lose lost|mislead misled|overpay overpaid|rebuild rebuilt|ride rode ridden|run ran|"
    "seek sought|sell sold|send sent|shake shook shaken|sit sat|sleep slept|speak spoke spoken|spend spent|"
    "stand stood|steal stole stolen|stick stuck|strike struck|swear swore sworn|sweep swept|swim swam|"
    "take took taken|teach taught|tear tore torn|throw threw thrown|understand understood|wake woke woken|"
    "wear wore worn|withdraw withdrew withdrawn|withhold withheld"
)


def read_verbs() -> Mapping[str, tuple[str, ...]]:
    """The other forms of each form."""
    verbs = [verb.split() for verb in _VERBS.split("|")]
    return {form: tuple(other for other in verb if other != form) for verb in verbs for form in verb}
