"""Words that, after a name, make it the name of something else: a body, a law, a street, a thing."""

TITLES = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Rev Revd Reverend Cllr Councillor Sgt Sergeant PC DC "
    "PS DS DI DCI Insp Constable Fr Messrs Mssrs Madam Madame Monsieur Mme Señor Herr Frau Aunt Auntie Uncle "
    "Grandma Grandad Granny Captain Capt Major Colonel Col Rabbi Imam Sheikh Pastor Nurse Doctor Detective "
    "Inspector Judge Alderman Master MR MRS MS MISS DR Matron WPC PCSO Hon Mesdames Sister Brother Father".split()
)
SOFT_TITLES = frozenset(
    "Sister Brother Father Master Judge Inspector Nurse Doctor Major Captain Constable Lord Lady".split()
)
"""Titles that are ordinary words too: only a name of its own may follow."""

BODIES = frozenset(
    "council councils borough county district city parish authority authorities trust trusts nhs hospital "
    "hospitals clinic surgery ltd limited plc llp llc inc group holdings company co corporation agency agencies "
    "association associations society societies federation foundation charity union partnership partnerships "
    "partners consortium alliance network board committee commission commissioner commissioners office offices "
    "department departments directorate ministry service services solutions systems homes housing care support "
    "police constabulary fire ombudsman tribunal court courts university universities institute academy college "
    "school schools bank insurance solicitors llp chambers advocates consulting consultants consultancy "
    "contractors builders construction properties property estates lettings recruitment transport buses coaches "
    "taxis cars parking energy water gas electricity telecom telecommunications media press news times gazette "
    "herald post mail guardian centre center centres hub project projects programme programmes forum team teams "
    "unit units panel cabinet assembly parliament government kingdom combined collaborative healthcare medical "
    "dental pharmacy opticians church mosque temple synagogue cathedral chapel ministries diocese archdiocese "
    "club clubs fc stadium arena theatre museum gallery library libraries airport station railway rail port dock "
    "docks park parks hotel hotels inn pub restaurant cafe shop shops store stores supermarket market markets "
    "enterprises industries engineering technologies technology software digital data brothers & son sons".split()
)
LAW = frozenset(
    "act acts regulations regulation order orders rules code guidance guidelines convention protocol directive "
    "bill charter treaty policy policies procedure strategy plan plans scheme schemes framework standard "
    "standards principle principles test case judgment inquiry report review award awards fund funds grant "
    "allowance benefit credit payment payments tax levy syndrome disease disorder palsy scale score index method "
    "model approach therapy assessment form forms certificate card badge pass permit licence notice day days week "
    "weeks month months year years term weekend bank holiday monday tuesday wednesday thursday friday saturday "
    "sunday week's january february march april may june july august september october november december "
    "amendment duty rating".split()
)
STREETS = frozenset(
    "street st road rd avenue ave lane ln drive dr close crescent cres terrace place pl court ct gardens gdns "
    "grove way walk row hill square sq mews green park rise view parade vale path mount embankment boulevard "
    "broadway highway bypass alley passage yard wharf quay wynd gate meadow meadows fields field croft bank brow "
    "chase dene end fold garth heights approach circus common crossing ring roundabout bridge estate cottage "
    "cottages house lodge villa villas farm barn manor grange rectory vicarage mill hall bungalow tower towers "
    "mansions apartments flats building buildings".split()
)
"""After one of these the words before are looked at as an address."""

HOMES = frozenset(
    "school academy college nursery nurseries preschool pre-school playgroup kindergarten hospital hospice "
    "surgery infirmary sanatorium sixth primary secondary junior infant infants high grammar special montessori".split()
)

HEADS = frozenset(
    "royal university court bank hmp raf lake mount river saint st port upper lower great greater little north "
    "south east west".split()
)
"""Before one of these words a name is that of a place or a body."""

FUNCTION = frozenset(
    "and the of for to in on at by is was has had if it its as be or but not no we he she they you your our their "
    "his her my me us this that these those when where while who what which how why with from after before "
    "because although however there then so do did does can could should would must shall have been are were an "
    "any all both each same such more most some said also complaint council ombudsman against about".split()
)
"""Words that only hold a sentence together."""

NEVER = FUNCTION | frozenset(
    "st saint company put over edit reason unique unknown unnamed pleas job line link press media loan server "
    "forum author lawyer doctor general infant female male baby admiral".split()
)
"""Words that are in lists of names and are never meant as one."""

THINGS = frozenset(
    "justice charity general art star sky lane comfort honour honor happy peace gift house case field fields park "
    "street bridge church tower towers court lodge hall hill hills close garden yard "
    "wood woods lake pool mill town parish ward page key price plant mate stock stocks power powers post spark "
    "speed table game world child neighbour reader major clerk mayor vicar usher warden gardener driver painter "
    "officer judge bishop priest chaplain deacon sergeant sailor farmer baker butcher cook porter tailor north "
    "south east west spring summer winter day night noon monday sunday may march small large short long good new "
    "young younger early late low high white black green brown gray grey red french english welsh world chapel "
    "castle cottage orchard meadows land way light lock law key middle kitchen stamp stable sign bond box ball "
    "cash chance change share shares place treasure trust union guild forum grant bill elder best real right".split()
)
"""Surnames that are also what decisions speak of with a capital: more must say that they are people."""

STUFF = frozenset(
    "salt snow frost rain cotton wood stone steel glass gold ham bacon grain fish silver light power speed law "
    "love hope trust cash stock rust sleep waste wine coal clay sand sands storm thunder moss grass".split()
)
"""Words that begin a sentence without an article."""

ROLES = frozenset(
    "officer child person worker investigator assessor inspector complainant resident tenant applicant speaker "
    "president chairman".split()
)
"""After a title one of these is a role, not a name."""

FESTIVALS = frozenset(
    "easter ramadan christmas diwali eid lent passover ascension trinity michaelmas hilary advent noel".split()
)
"""Given names that begin, end and come, as people do."""
