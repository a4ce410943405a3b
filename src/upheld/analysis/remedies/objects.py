"""What the verbs of remedies govern: the words by which the rules tell one kind from another."""

import re

STAFF = (
    r"(?:staff|officers?|teams?|social workers?|employees|managers?|practitioners?|members of (?:its|the) panel"
    r"|panel members|"
    r"panels?|clerks?|contractors?|schools|case ?workers|care workers|workers|advisers|investigators|"
    r"colleagues|agents|call handlers|handlers|personnel|care homes?|drivers|crews?|relevant people)"
)
SYSTEMS = (
    r"(?:polic(?:y|ies)|procedur\w+|process(?:es)?|practices?|protocols?|templates?|website|web ?pages?|webpages?"
    r"|systems?|"
    r"arrangements?|guidance|guidelines|leaflets?|forms?|scheme|strateg(?:y|ies)|capacity|resourc\w+|staffing"
    r"|backlog|contracts?|"
    r"commissioning|communication|approach|handling|quality|framework|working|mechanisms?|measures?|safeguards?"
    r"|action plan|"
    r"improvement plan|recovery plan|plan of action|monitoring|oversight|tracker|tracking|checklist|controls?|rota"
    r"|out of hours|"
    r"record[- ]keeping|recording|letters|standard letter|correspondence|criteria|service|services|improvements?"
    r"|training|"
    r"recruitment|management|timescales|delays|learning|standards|rules|constitution|working practices|"
    r"decision[- ]making|charter|code|directory|sufficiency|terms|contracts?|waiting lists?|waiting times?|market"
    r"|provision of)"
)
DECIDED = (
    r"(?:decisions?(?![- ]making)|applications?|appeals?|assessments?|reassessments?|care plan|support plan"
    r"|ehc plan|eh?cp?\b|plan\b|"
    r"case\b|banding|bands?\b|priority|needs|eligib\w+|request|claim|award|entitlement|complaints?|contribution"
    r"|charges?|account|"
    r"package|budget|finances|circumstances|care|support|provision|matter|placement|review|refusal|allegations?"
    r"|concerns?|"
    r"stage (?:one|two|three|1|2|3)|mr\b|mrs\b|miss\b|ms\b|his\b|her\b|their\b|evidence|risk|tree|site|outcome"
    r"|status|points)"
)
OTHERS = (
    r"\b(?:(?:any|all|every|the|no)?\s*(?:other|remaining|additional|further \d+|\d+ other"
    r"|wider)\s+(?:\w+\s+){0,2}(?:famil|people|persons?|"
    r"residents?|tenants?|child|complainants?|applicants?|service users|cases|pupils|students|households"
    r"|young people|carers|appeal|"
    r"appellants|landlords|claimants|customers|parents|users|placements|individuals|decisions|similar|patients"
    r"|properties)"
    r"|(?:similarly|also|been|may be|were|was|those|people|anyone|families|others) (?:similarly |adversely "
    r"|potentially )?affected|anyone else|"
    r"(?:all |to )those\b(?! (?:decisions?|views?|conclusions?|findings|payments|sums|actions|records|plans"
    r"|steps))|\d+ (?:other )?(?:people|households|families)|others (?:who|may|were|have|in|lost|are"
    r"|could|might|waiting)|(?:cases?|complaints?) of (?:every|all)|every child|all (?:cases|those|children|"
    r"families|young people|residents|applicants|tenants|carers|service users|current|open|pupils)|each of the \d+"
    r"|\d+ residents|"
    r"remaining families|identify (?:any |whether )|same (?:position|situation)|a sample of|"
    r"each of the others|(?:all|every|each of) (?:the |those )?(?:\w+ ){1,3}?(?:who|whose|(?:it|that) (?:has"
    r"|have|had|was|were|may))\b|(?:anyone|everyone|anybody|everybody) (?:who|else|it|whose|with)|(?:people|residents"
    r"|tenants|families|parents|carers|those) (?:who|whose|it|that|of any|in the same)\b|"
    r"(?:the )?(?:parents?|carers?|famil(?:y|ies)) of (?:any|all|every|other|each)|any (?:child(?:ren)?|person"
    r"|people|family|families|household|applicants?|residents?|service users?) (?:who|whose|it|that|affected"
    r"|missing|waiting|in))"
)
PERSONAL = re.compile(
    r"\b(?:mr|mrs|ms|miss|mx|dr) [a-z]\b|\b(?:his|her|him|she|he)\b|\bthe (?:works?|man|woman|family|girl|boy|couple"
    r"|young (?:man|woman|person)|"
    r"child|mother|father|complainant|tenancy)\b|\b[a-z]'s\b|\bin place\b|\b[a-z] (?:receives|has|gets|can)\b"
)
SUPPORT = re.compile(
    r"\b(?:priority|registration|band(?:ing)?|application|housing register|effective date|tenancy|status)\b"
)
