"""Words that, after a name, make it the name of something else: a body, a law, a street, a thing."""

TITLES = frozenset(
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Rev Revd Reverend Cllr Councillor Sgt Sergeant PC DC PS "
    "DS DI DCI "
    "Insp Constable Fr Messrs Mssrs Madam Madame Monsieur Mme Señor Herr Frau Aunt Auntie Uncle Nan Nanny Nana "
    "Grandma Grandad Granny "
    "Captain Capt Major Colonel Col Rabbi Imam Sheikh Pastor Nurse Doctor Detective Inspector Judge Alderman Master "
    "MR MRS MS MISS DR "
    "Matron WPC PCSO Hon Mesdames Sister Brother Father".split()
)
SOFT_TITLES = frozenset(
    "Sister Brother Father Master Judge Inspector Nurse Doctor Major Captain Constable Lord Lady Nan".split()
)
"""Titles that are ordinary words too: only a name of its own may follow."""

BODIES = frozenset(
    "council councils borough county district city parish authority authorities trust trusts nhs hospital hospitals "
    "clinic surgery "
    "ltd limited plc llp llc inc group holdings company co corporation agency agencies association associations "
    "society societies "
    "federation foundation charity union partnership partnerships partners consortium alliance network board "
    "committee commission "
    "commissioner commissioners office offices department departments directorate ministry service services "
    "solutions systems "
    "homes housing care support police constabulary fire ombudsman tribunal court courts university universities "
    "institute academy "
    "college school schools bank insurance solicitors llp chambers advocates consulting consultants consultancy "
    "contractors builders "
    "construction properties property estates lettings recruitment transport buses coaches taxis cars parking "
    "energy water gas "
    "electricity telecom telecommunications media press news times gazette herald post mail guardian centre center "
    "centres hub project projects "
    "programme programmes forum team teams unit units panel cabinet assembly parliament government kingdom combined "
    "collaborative "
    "healthcare medical dental pharmacy opticians church mosque temple synagogue cathedral chapel ministries "
    "diocese archdiocese "
    "club clubs fc stadium arena theatre museum gallery library libraries airport station railway rail port dock "
    "docks park parks "
    "hotel hotels inn pub restaurant cafe shop shops store stores supermarket market markets enterprises industries "
    "engineering "
    "technologies technology software digital data brothers & son sons".split()
)
LAW = frozenset(
    "act acts regulations regulation order orders rules code guidance guidelines convention protocol directive bill "
    "charter treaty "
    "policy policies procedure strategy plan plans scheme schemes framework standard standards principle principles "
    "test case judgment "
    "inquiry report review award awards fund funds grant allowance benefit credit payment payments tax levy "
    "syndrome disease disorder "
    "palsy scale score index method model approach therapy assessment form forms certificate card badge pass permit "
    "licence notice "
    "day days week weeks month months year years term weekend bank holiday monday tuesday wednesday thursday friday "
    "saturday sunday "
    "week's january february march april may june july august september october november december amendment duty rating".split()
)
STREETS = frozenset(
    "street st road rd avenue ave lane ln drive dr close crescent cres terrace place pl court ct gardens gdns grove "
    "way walk row hill square sq "
    "mews green park rise view parade vale path mount embankment boulevard broadway highway bypass alley passage "
    "yard wharf quay "
    "wynd gate meadow meadows fields field croft bank brow chase dene end fold garth heights approach circus common "
    "crossing ring roundabout "
    "bridge estate cottage cottages house lodge villa villas farm barn manor grange rectory vicarage mill hall "
    "bungalow tower "
    "towers mansions apartments flats building buildings".split()
)
"""After one of these the words before are looked at as an address."""

HOMES = frozenset(
    "school academy college nursery nurseries preschool pre-school playgroup kindergarten hospital hospice surgery "
    "infirmary sanatorium "
    "sixth primary secondary junior infant infants high grammar special montessori".split()
)
REGIONS = frozenset(
    "north south east west northern southern eastern western upper lower great greater little new old central mid "
    "royal saint st "
    "northeast northwest inner outer".split()
)
