"""What only shows the Ombudsman what was done, or names no act at all."""

import re

from upheld.analysis.remedies.gates import gated

_EVIDENCE = gated(
    r"(?<!agreed )(?<!agree )\b(?:to|with|provide|send|give|tell|show|inform|notify|update|satisfy|advise|supply"
    r"|assure) (?:us|me|the (?:local "
    r"government (?:and social care )?)?ombudsm[ae]n|lgsco)\b(?!\s+(?:agreed|recommended|(?:on |about |of )?"
    r"(?:what|how) .{0,30}?\b(?:will|intends?|plans?|proposes?)\b))"
    r"|\bevidence\b.{0,60}\b(?:compli|complet|done|"
    r"actions|above|carried out|payment|this|these|recommend|remed|happened)|\b(?:actions|recommendations"
    r"|remed(?:y|ies)) (?:above|it has "
    r"taken|set out|in (?:this|the|our|my))|full compliance|compl(?:y|ied|iance) with (?:the|our|my|these|all"
    r"|its)? ?(?:full )?"
    r"(?:recommend|actions|remed|above|report|requirement)|\b(?:accepts?|accepted) (?:the|our|my|these|all"
    r"|it)\b[^.]{0,20}\b(?:recommend|finding|fault|action|remed)",
    " us| me|ombudsm|lgsco|evidence|actions|recommendations|remed|compl|accept",
)
_EVIDENCE_FIRST = re.compile(
    r"\s*to (?:put|remedy|resolve|address)\b|\s*(?:is|are"
    r"|was|were|would|set out|as (?:set|described|listed)|in (?:paragraph|this))\b|\s*(?:out )?(?:this|these|the"
    r"|our|my|all|each of|any)? ?(?:of )?(?:the |our |these )?"
    r"(?:\w+ )?(?:recommend\w+|actions? (?:listed|set|within|above|below|to put|to remedy|i have|we have)"
    r"|guidance (?:in|when|on)|"
    r"remed(?:y|ies|ying) (?:the|for|to|this|any|as)|report (?:and|at|to))|\s*the (?:following )?(?:actions?"
    r"|steps) (?:within|to remedy|"
    r"set)|\s*(?:the )?(?:following )?(?:actions?|steps)(?: (?:to (?:remedy|put)|within|by)|:|$)|\s*(?:a|an|the"
    r"|this|suitable|appropriate|satisfactory|fair|proportionate|full|further|\s)*"
    r"remed(?:y|ies)\b(?! .*\u00a3)"
)
_EVIDENCE_ONLY = re.compile(
    r"^\s*(?:(?:us|me) with )?(?:written |further )?(?:evidence|proof|confirmation)(?: to us)?\s*(?:that"
    r"|of)?(?:\s+(?:it|they|the \w+) (?:has|have))?\s*:?\s*$"
)


def is_evidence(text: str) -> bool:
    """Whether the object says only that somebody is to be shown what was done, or names no act at all."""
    return bool(_EVIDENCE_FIRST.match(text) or _EVIDENCE.search(text) or _EVIDENCE_ONLY.match(text))
