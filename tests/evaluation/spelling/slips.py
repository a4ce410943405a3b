"""Words as people mistype them, each with what is meant. They are words of the demo register."""

_SLIPS = """
accomodation accommodation|acommodation accommodation|accommadation accommodation|adaptions adaptations
addmission admission|adoptoin adoption|alergy allergy|allegaton allegation|alocation allocation
alowance allowance|apeal appeal|apologse apologise|apointment appointment|arears arrears
asessment assessment|assesment assessment|assesments assessments|atendance attendance|baliff bailiff
behavour behaviour|benefitt benefit|benifit benefit|benifits benefits|buisness business
careing caring|chidlren children|choldren children|colection collection|comittee committee
complant complaint|complaynt complaint|contributon contribution|counci council|councill council
coucil council|counsil council|cuoncil council|daugher daughter|decison decision
decission decision|delys delays|develpoment development|dicharge discharge|disabilty disability
disabeld disabled|dissabled disabled|disrepiar disrepair|distres distress|docter doctor
drainige drainage|droped dropped|educaton education|eductaion education|enforcment enforcement
enviroment environment|equipmnet equipment|excluson exclusion|familly family|familys families
fianancial financial|finacial financial|flodding flooding|fostring fostering|garbge garbage
garndmother grandmother|goverment government|gaurdian guardian|guidence guidance|heatng heating
higway highway|homelss homeless|homlessness homelessness|homelesness homelessness|hopsital hospital
hosptial hospital|hous house|housng housing|houseing housing|improvment improvement
inadaquate inadequate|inspecton inspection|intrest interest|invetigation investigation|investigaton investigation
leter letter|libary library|licence licence|maintainance maintenance|maintenence maintenance
medcial medical|meetting meeting|morgage mortgage|neccessary necessary|negligance negligence
neigbour neighbour|nieghbour neighbour|niose noise|noice noise|nusery nursery
occured occurred|offical official|oficer officer|overpayement overpayment|overpaymnet overpayment
parkng parking|parants parents|pathwya pathway|paymant payment|peanlty penalty
penelty penalty|permision permission|permisson permission|planing planning|plannning planning
polcy policy|polution pollution|priorty priority|proceedure procedure|procedur procedure
propery property|provison provision|pschologist psychologist|psycholgist psychologist|reciept receipt
recieved received|recomendation recommendation|recored record|recyling recycling|refund refund
regisration registration|remidy remedy|repiars repairs|repaires repairs|resedential residential
resident resident|respite respite|responce response|reveiw review|safegaurding safeguarding
safegarding safeguarding|safegaurd safeguard|schol school|schoool school|secondry secondary
seperate separate|servise service|sevice service|socail social|socal social
speach speech|statment statement|stautory statutory|suport support|supprot support
tempory temporary|temporay temporary|tenent tenant|tennancy tenancy|tennant tenant
theraphy therapy|transport transport|transprot transport|tranport transport|travle travel
trafic traffic|tribunl tribunal|uncertanty uncertainty|vulnarable vulnerable|wheelchiar wheelchair
carehome care home|counciltax council tax|bluebadge blue badge|schoolbus school bus|parkingpermit parking permit
""".replace("\n", "|")

_PAIRS = [line.partition(" ")[::2] for line in _SLIPS.split("|")]
SLIPS: tuple[tuple[str, str], ...] = tuple((typed, meant) for typed, meant in _PAIRS if meant and typed != meant)
"""What is typed, and what is meant by it."""

MORE_WORDS = (("tax", 60), ("care", 300), ("home", 280), ("carer", 20), ("blue", 12), ("badge", 12), ("bus", 30))
"""Words with the number of decisions they may stand in, besides."""
