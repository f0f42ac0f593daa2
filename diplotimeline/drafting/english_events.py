"""What happens in English: verbs and nouns for each type of event, and the words that decide what is no event.

Verbs stand in the infinitive; their head is the first word. A sign after a phrase is part of it. Entries are
separated by `|`. Forms that English makes irregularly stand in `FORMS`: past, participle.
"""

VERBS = {
    "meeting": (
        "meet|host|receive|convene|confer|hold talks|hold a meeting|hold consultations|hold meetings|hold discussions|"
        "hold a round|hold a session|hold a second round|hold an exchange|hold its|have a meeting|have talks|visit|"
        "pay a visit|travel to|reconvene|gather|brief|attend|consult with|sit down with|welcome to"
    ),
    "call": (
        "speak by telephone|speak by phone|speak on the phone|speak over the phone|telephone|"
        "hold a telephone conversation|"
        "have a telephone conversation|have a trilateral conversation|have a conversation|hold a call|"
        "hold a video conference|"
        "have a phone call|have a call|hold a trilateral call|have a telephone call|talk by telephone|"
        "talk by phone|hold a videoconference|"
        "speak via video link|speak by video link"
    ),
    "statement": (
        "say|state|declare|announce|warn|condemn|accuse|speak|address|tell|deny|claim|confirm|acknowledge|protest|"
        "deliver a statement|issue a statement|make a statement|issue a warning|denounce|apologise|apologize|threaten|"
        "lodge a protest|submit a protest|summon|notify|inform|report to"
    ),
    "agreement": (
        "undertake|pledge|promise|vow|sign|agree|conclude|initial|ratify|accede to|reach|enter into force|"
        "come into force|take effect|come into effect|"
        "seal|exchange letters|exchange instruments|settle"
    ),
    "decision": (
        "decide|adopt|approve|vote|extend|appoint|elect|establish|impose|lift|suspend|ban|recall|expel|dissolve|"
        "rule|order|"
        "nominate|authorise|authorize|recognise|recognize|sever|strike down|annul|repeal|cancel|postpone|"
        "terminate|abolish|"
        "declare closed|close|reopen|renew|prolong|freeze|revoke|pass a law|pass|enact|convict|sentence|acquit|pardon|"
        "halt|sign the order|sign an order|sign a decree|sign the decree|sign a law|sign the law|sign into law|"
        "dismiss|grant|reject|designate|introduce|restore|promulgate|overturn|uphold|quash|denounce the treaty"
    ),
    "request": (
        "request|ask|call on|call upon|call for|appeal to|appeal for|urge|invite|demand|apply|lodge|file|petition|"
        "submit|invoke|"
        "seek"
    ),
    "hostilities": (
        "block|seal off|obstruct|attack|shell|bomb|strike|fire|shoot down|shoot at|shoot|bring down|launch|clash|"
        "invade|seize|capture|advance|kill|"
        "wound|injure|storm|raid|besiege|break out|escalate|resume fire|exchange fire|exchange warning shots|"
        "open fire|intercept|"
        "down|destroy|target|ambush|fight|cross into|occupy|bombard|sink|damage|hit|ram|board|tow|detain the vessel|"
        "come under|overrun|loot|lob|encircle|pound|assault|burn down|set fire to|set ablaze|erupt|flare up|sabotage|"
        "mortar|infiltrate|impound|blockade|land on|fly over|overfly|exchange artillery fire|drop"
    ),
    "ceasefire-violation": (
        "violate the ceasefire|violate the truce|breach the ceasefire|violate|breach|break the ceasefire|"
        "break the truce"
    ),
    "explosion": "explode|detonate|blow up|go off|step on a mine|hit a mine|strike a mine|drive over a mine",
    "abuse": (
        "execute|torture|detain|abduct|arrest|rape|kidnap|deport|beat|mistreat|ill-treat|assassinate|murder|harass|"
        "take hostage|imprison|interrogate|forcibly displace|evict|transfer|prevent|desecrate|take prisoner|deny entry|"
        "deny access|poison|confiscate|stab|disperse|raze|vandalise|vandalize"
    ),
    "prisoner-release": (
        "release|free|repatriate|hand over|return|exchange prisoners|swap|exchange the remains|set free|exchange"
    ),
    "withdrawal": (
        "withdraw|pull back|pull out|vacate|leave|retreat|evacuate|pull|redeploy|dismantle|remove|recall troops"
    ),
    "deployment": (
        "deploy|station|send|dispatch|mobilise|mobilize|arrive|reinforce|move troops|take up|rotate|install|erect|"
        "set up"
    ),
    "investigation": (
        "investigate|open an investigation|launch an investigation|open a criminal case|open an inquiry|"
        "launch an inquiry|"
        "initiate|inspect|initiate an investigation|open criminal proceedings|begin an investigation|open proceedings|"
        "start an investigation|examine|interview|exhume|open a probe|open a case|charge|verify|discover|record|"
        "observe|"
        "document|count|identify|find|locate|institute proceedings|indict|inspect the site|monitor"
    ),
    "publication": "publish|post|circulate|issue|broadcast|surface|appear|leak|release a report|air|emerge",
    "other": (
        "displace|last|see|begin|start|end|cease|open|deliver|flee|resign|die|take place|occur|happen|cross|tour|"
        "bring|take|come|go|give|"
        "make|lose|win|become|fall|break|carry|put|run|stand down|be held|be off the air|be inaugurated|hear|rise|"
        "set off|set|hold|drive|cut|build|steal|burn|undergo|leave for|fly|lead|be set|catch|buy|sell|throw|tear|"
        "forbid|withhold|spend"
    ),
}
FORMS = {
    "meet": "met,met", "hold": "held,held", "speak": "spoke,spoken", "say": "said,said", "tell": "told,told",
    "have": "had,had",
    "come": "came,come", "take": "took,taken", "strike": "struck,struck", "shoot": "shot,shot",
    "bring": "brought,brought",
    "break": "broke,broken", "fight": "fought,fought", "sink": "sank,sunk", "hit": "hit,hit", "set": "set,set",
    "blow": "blew,blown",
    "go": "went,gone", "beat": "beat,beaten", "withdraw": "withdrew,withdrawn", "leave": "left,left",
    "send": "sent,sent",
    "begin": "began,begun", "flee": "fled,fled", "give": "gave,given", "make": "made,made", "lose": "lost,lost",
    "win": "won,won",
    "become": "became,become", "fall": "fell,fallen", "put": "put,put", "run": "ran,run", "stand": "stood,stood",
    "hear": "heard,heard",
    "rise": "rose,risen", "pay": "paid,paid", "seek": "sought,sought", "swap": "swapped,swapped",
    "step": "stepped,stepped",
    "drive": "drove,driven", "free": "freed,freed", "agree": "agreed,agreed", "overrun": "overran,overrun",
    "be": "was,been",
    "stop": "stopped,stopped", "find": "found,found", "overturn": "overturned,overturned",
    "uphold": "upheld,upheld", "sit": "sat,sat",
    "confer": "conferred,conferred", "ram": "rammed,rammed", "ban": "banned,banned", "stab": "stabbed,stabbed",
    "drop": "dropped,dropped",
    "expel": "expelled,expelled", "annul": "annulled,annulled", "fly": "flew,flown",
    "overfly": "overflew,overflown", "cut": "cut,cut",
    "build": "built,built", "steal": "stole,stolen", "burn": "burned,burnt", "undergo": "underwent,undergone",
    "lead": "led,led",
    "swim": "swam,swum", "catch": "caught,caught", "buy": "bought,bought", "sell": "sold,sold",
    "throw": "threw,thrown", "lob": "lobbed,lobbed",
    "tear": "tore,torn", "forbid": "forbade,forbidden", "withhold": "withheld,withheld", "spend": "spent,spent",
    "lie": "lay,lain",
    "travel": "travelled,traveled", "cancel": "cancelled,canceled", "refer": "referred,referred",
    "submit": "submitted,submitted",
    "undertake": "undertook,undertaken", "see": "saw,seen",
    "commit": "committed,committed", "plan": "planned,planned",
    "kidnap": "kidnapped,kidnapped",
    "regret": "regretted,regretted", "patrol": "patrolled,patrolled", "rebel": "rebelled,rebelled",
    "trap": "trapped,trapped",
    "rob": "robbed,robbed", "plot": "plotted,plotted", "strip": "stripped,stripped", "grab": "grabbed,grabbed",
    "permit": "permitted,permitted", "admit": "admitted,admitted", "transfer": "transferred,transferred",
    "occur": "occurred,occurred",
    "shell": "shelled,shelled", "detain the vessel": "detained,detained", "put out": "put,put",
    "interview": "interviewed,interviewed",
}  # fmt: skip
NOUNS = {
    "meeting": (
        "briefing|briefings|debate|roundtable|round table|reception|trilateral meeting|bilateral meeting|"
        "meeting|meetings|talks|summit|visit|consultations|round of talks|round of negotiations|"
        "round of consultations|session|"
        "conference|negotiations|encounter|seminar|hearing|workshop|ministerial"
    ),
    "call": "telephone conversation|phone call|telephone call|trilateral call|video conference|videoconference",
    "statement": "announcement|speech|protest note|warning|threat|threats|declaration by|remarks",
    "agreement": "signing|signature|conclusion|ratification|truce|entry into force|ceasefire agreement|initialling",
    "decision": (
        "repeal|annulment|amnesty|pardon|conviction|acquittal|dismissal|swearing-in|by-election|by-elections|polls|"
        "adoption|vote|election|elections|referendum|appointment|closure|reopening|ruling|verdict|sentencing|"
        "expulsion|recall|suspension|"
        "inauguration|imposition|dissolution|extension|decision|blockade|opening|postponement"
    ),
    "request": "request|requests",
    "hostilities": (
        "annexation|coup|coup attempt|mutiny|siege|rebellion|uprising|riot|riots|firefight|shoot-out|sniper fire|"
        "mortar fire|"
        "air raid|air raids|hostage-taking|hijacking|cyber attack|cyberattack|cyberattacks|gun battle|"
        "rocket attack|mortar attack|"
        "drone attack|drone attacks|drone strikes|missile strikes|bomb attack|terrorist attack|suicide attack|"
        "attack|attacks|shelling|strike|strikes|clash|clashes|outbreak of hostilities|outbreak of violence|"
        "outbreak of fighting|violence|unrest|hostilities|fighting|offensive|incident|"
        "incidents|bombardment|airstrike|airstrikes|air strike|air strikes|exchange of fire|exchanges of fire|"
        "incursion|raid|ambush|"
        "assault|boarding|seizure|burning|shooting|sabotage|bombing|downing|skirmish|skirmishes|aggression|"
        "invasion|killing|killings|"
        "gunfire|artillery fire|escalation|overflight|overflights|sinking|ramming|capture|landing|drone strike|"
        "missile strike|"
        "firing|destruction|torching|arson|arson attack|collision|interception|provocation|provocations"
    ),
    "ceasefire-violation": (
        "ceasefire violation|ceasefire violations|violation of the ceasefire|violations of the ceasefire|"
        "breach of the ceasefire|"
        "breaches of the ceasefire|violation of the truce|violations of the truce|breach of the truce|"
        "cease-fire violations"
    ),
    "explosion": (
        "explosion|explosions|blast|blasts|detonation|deaths from landmines|mine incident|landmine incident|"
        "car bomb|mine explosion"
    ),
    "abuse": (
        "demolition|demolitions|forced displacement|expulsion of civilians|attack on journalists|"
        "raid on the offices|rape|lynching|"
        "execution|executions|detention|arrest|arrests|abduction|abductions|torture|massacre|murder|assassination|"
        "eviction|disappearance|"
        "deportation|kidnapping|beating|ill-treatment|crackdown|deaths|death|poisoning|desecration|looting"
    ),
    "prisoner-release": (
        "release|repatriation|handover|exchange of prisoners|prisoner exchange|prisoner swap|"
        "exchange of detainees|liberation|"
        "transfer of the remains|return"
    ),
    "withdrawal": "withdrawal|pull-back|pullback|evacuation|departure|pullout",
    "deployment": (
        "deployment|arrival|mobilisation|mobilization|dispatch|military exercise|military exercises|exercises|exercise"
    ),
    "investigation": "investigation|inquiry|inspection|exhumation|indictment|fact-finding visit|probe|autopsy",
    "publication": "video|footage|publication|broadcast|photographs|photos|recording|images|video footage|report",
    "other": (
        "outage|blackout|stampede|shipwreck|landslide|wildfire|storm|strike action|sit-in|march on|vigil|funeral|"
        "burial|"
        "crossing|delivery|accident|ceremony|flood|earthquake|resignation|rally|demonstration|demonstrations|"
        "protest|protests|convoy|event|events|"
        "commemoration|anniversary|tragedy|patrol|crash|power cut"
    ),
}
MARKS = {
    "demand": (
        "call on|calls on|call upon|calls upon|urge|urges|demand|demands|must|should|need to|needs to|appeal to|"
        "appeals to|appeal for|"
        "encourage|encourages|invite|invites|ought to|let us|it is time|it is imperative|it is essential|"
        "it is vital|it is crucial|"
        "request that|requests that|insist|insists|ask|asks|call for|calls for|calling on|calling for|urging|"
        "our call|our appeal|"
        "we request|strongly advise|has to|have to|it is incumbent|remind|reminds|is required to|exhort|press for|"
        "expects|we expect|"
        "it is high time|implore|needs urgently to|a call to|is urgently needed|is needed|are needed|"
        "is long overdue|recommend|recommends|"
        "recommended that|would ask|would urge|would like to see|impress upon"
    ),
    "wish": (
        "hope|hopes|hopeful|wish|wishes|look forward|looks forward|trust that|we trust|pray|may this|"
        "would welcome|would be glad|"
        "aspire|we would like|would like|hoping|wishing|looking forward|propose|proposes|suggest that|"
        "suggests that|is keen to|"
        "are keen to|are confident that|is confident that"
    ),
    "conditional": (
        "if|unless|were to|in the event|in case|provided that|as long as|would have|would be|would|could|might|"
        "whether|otherwise|"
        "hypothetically|assuming|even if|as if|lest|had it not"
    ),
    "negation": (
        "not|no|never|nor|neither|cannot|nobody|none|nothing|without any|n't|refrained from|failed to|fails to|"
        "has yet to|have yet to|"
        "had yet to|yet to|did not|refused to|declined to|nowhere|no one|nor did|no longer|did n't|unable to|"
        "stopped short of"
    ),
    "total": (
        "so far|to date|more than half of|bringing the number|brings the number|"
        "bringing the total|brings the total|the number of|death toll|the toll|the total|per day|per week|per month"
    ),
    "sum": "in total|a total of|altogether|overall|in all|all told|cumulatively|on average|a daily average",
    "habit": (
        "every|always|usually|each year|regularly|traditionally|routinely|annually|on a daily basis|repeatedly|"
        "time and again|annual|constantly|"
        "continuously|consistently|continues to|continue to|continued to|tirelessly|for decades|for centuries|"
        "for years|each week|"
        "each month|each spring|each summer|each autumn|each winter|twice a year|once a year|on mondays|"
        "on sundays|weekly|"
        "on several occasions|whenever"
    ),
    "factive": (
        "welcome|welcomes|welcomed|condemn|condemns|deplore|deplores|regret|regrets|take note of|takes note of|"
        "note|notes|commend|"
        "commends|recall|recalls|highlighting|highlight|grateful for|gratitude for|thank|thanks|mourn|mourns|"
        "praise|noting|welcoming|"
        "following|condemning|acknowledge|acknowledges|applaud|applauds|appreciate|appreciates|pay tribute|"
        "shocked by|concerned by|"
        "alarmed by|saddened by|appalled by|took note of|expressed gratitude for|as a result of|thanks to|noted|"
        "commended|in the wake of|"
        "deploring|regretting|congratulate|congratulates|encouraged by|outraged by|dismayed by|rejoice at|hails|"
        "hail|hailed|greets"
    ),
    "alleged": (
        "reportedly|allegedly|purportedly|supposedly|appear to|appears to|appeared to|appearing to|alleged|"
        "reported to have|said to have|"
        "believed to have|is reported|are reported|was reported|were reported|apparently|presumably|suspected of|"
        "seemingly|"
        "are said|is said|was said to|were said to|unconfirmed|is alleged|are alleged|claims that|claimed that|"
        "thought to have|"
        "accused of|rumoured|so-called|seems to have|seem to have|purported|claim that|allegation that|"
        "allegations that|accusation that|is believed|are believed|unverified|"
        "claims to have|claim to have|"
        "claimed to have|it is claimed|alleges that|alleged that|allege that"
    ),
    "according": "according to|in the words of|as reported by|reported by|as stated by|as claimed by",
    "future": (
        "will|shall|is scheduled|are scheduled|was scheduled|is due|are due|is to be|are to be|is to|are to|"
        "is planned|are planned|plans to|plan to|"
        "intends to|intend to|is set to|are set to|is expected|are expected|was expected|is anticipated|"
        "is foreseen|are foreseen|undertook to|agreement to|decision to|scheduled|slated|planned for|due to|"
        "undertakes to|"
        "is obliged to|are obliged to|has undertaken to|have undertaken to|have agreed to|has agreed to|"
        "has pledged to|have pledged to|"
        "is committed to|are committed to|committed to|has committed to|have committed to|is going to|"
        "are going to|forthcoming|expires on|expire on|'ll"
    ),
    "definite": "the|this|these|those|that|our|their|its|his|her|my|your|'s|such|s|yesterday|both|'",
    "indefinite": (
        "a|an|any|no|further|new|another|some|future|possible|potential|fresh|additional|all|renewed|more|immediate"
    ),
    "determiner": (
        "the|this|these|those|our|their|its|his|her|my|your|a|an|any|some|all|of|in|for|with|from|as|by|under|"
        "between|both|many|"
        "several|most|more|other|no|towards|toward|against|per|such|into|on|at|each|every|remaining|these|illegally|'s"
    ),
    "reference": "anniversary|anniversaries|commemoration of|in memory of|remembrance|commemorate|commemorates",
    "speech": (
        "speak at|spoke at|addressed|delivered a statement|made a statement|delivered the following|speaking at|"
        "took the floor|told the permanent council"
    ),
    "showing": (
        "showing|shows|show|showed|depicting|depicts|appearing to show|purporting to show|purportedly showing|"
        "which shows|that shows"
    ),
    "document": (
        "resolution|resolutions|document|decision|letter|report|paragraph|article|articles|convention|protocol|"
        "rule|decree no|law|"
        "agreement|statement|treaty|declaration|memorandum|accord|charter|communiqué|agenda|mandate|truce|"
        "ceasefire|cease-fire|armistice|arrangement|"
        "arrangements|understanding|understandings|commitments|principles|roadmap|provisions|terms|measures|"
        "note verbale|joint statement|act|order no"
    ),
    "place": (
        "in|at|near|outside|off|around|towards|toward|into|on the outskirts of|in the vicinity of|close to|"
        "east of|west of|north of|south of"
    ),
    "person": "he|she|they|it|we|who|which|i",
    "by": "by",
    "condition": (
        "been present|in detention|in pre-trial detention|in custody|in prison|under siege|under blockade|"
        "under house arrest|"
        "off the air|cut off|without electricity|without water|without gas|on hunger strike|under occupation|"
        "in force|in place|"
        "closed|blocked|offline|out of service|in hiding|on strike"
    ),
    "term": "deadline|time limit|cut-off date|due date",
    "origin": "born|dating back to|dating from|dates back to|date back to|founded",
    "mines": "landmine|landmines|mine|mines|explosive device|unexploded ordnance|explosion|blast|booby trap",
    "thank": "thank|thanks|grateful|express our appreciation",
    "link": "and|or|of|the|for|to|de",
}
AUXILIARIES = {
    "h": "has|have|had|having|ve",
    "w": "was|were|got",
    "p": "is|are|am",
    "b": "be",
    "n": "been",
    "g": "being",
    "f": "will|shall|ll",
    "m": "would|could|can|must|should|ought|cannot|may|might",
    "t": "to",
    "d": "did|do|does",
}
"""The kinds of auxiliary that `predicates` explains."""
STATES = (
    "remain|continue|deteriorate|improve|worsen|increase|decrease|support|stress|underline|emphasise|emphasize|"
    "reiterate|"
    "reaffirm|expect|need|base|relate|hope|wish|believe|consider|seem|contribute|constitute|represent|demonstrate|"
    "show|prove|"
    "enjoy|deserve|require|entitle|oblige|concern|commit|intend|involve|affect|gain|exist|belong|depend|live|serve|"
    "love|regard|perceive|view|exceed|encourage|express|note|welcome|commend|thank|aim|want|stem|cause|lead to|"
    "allow|enable|"
    "follow|include|contain|face|suffer|share|respect|comply|attach|value|maintain|keep|stand|know|think|feel|mean|"
    "understand|hold responsible|make clear|make progress|play|help|work|pay attention|rest|amount|number|total|"
    "appear to|"
    "take note|take into account|lie|own|rely|refer|link|connect|span|cover|deplore|regret|mark"
)
"""Verbs of which nothing happens: a clause with one of them is no event."""
ADJECTIVES = (
    "united armed unarmed indeed need speed hundred red feed seed breed sacred hatred naked wicked concerned "
    "interested dedicated determined convinced prepared pleased limited mixed bed wed unwanted "
    "unprecedented aged beloved talented disputed internationally entrenched detailed sustained continued alleged "
    "building buildings dated related based entitled recognised recognized"
)
PASTS = (
    "arose awoke bade bent bit bled bore bred built burst clung crept dealt dug drank drew drove dwelt fed fled flung "
    "forbade forgave forgot froze grew hung hid knelt laid leapt lit lost overthrew overtook paid quit rode rang "
    "rose sang "
    "sank sat sent shone shook shrank shut slew slept slid sold sought spat sped spent sprang stole stood stuck strode "
    "strove swam swept swore swung taught threw thrust tore trod undid woke won wore wove wrote withstood chose knew "
    "blew flew took gave saw did made fell held kept sent found wore drew began"
)
PARTICIPLES = (
    "shaken chosen frozen stolen written driven risen ridden hidden given eaten fallen worn sworn borne drawn "
    "grown known "
    "shown overthrown sung shrunk rung drunk gone done forgotten forbidden bitten laid paid awoken arisen overtaken "
    "forsaken slain swollen woven withheld thrown"
)
"""Past tenses that no table of verbs has."""
ADVERBS = (
    "not n't also still again then now just once twice already recently since subsequently yet first together "
    "even both "
    "all never ever however thus therefore in fact once more later soon instead next unilaterally t"
)
DETERMINERS = (
    "the this these those our their its his her my your a an any some all both many several most more other no "
    "such each every s "
    "remaining new further few recent last first second"
)
OFFICES = (
    "President Minister Secretary Ambassador Advisor Adviser General Colonel Captain Major Lieutenant Admiral "
    "Commander Envoy "
    "Representative Commissioner Chancellor Spokesperson Spokesman Spokeswoman Chairperson Chairman Chairwoman "
    "Speaker King Queen "
    "Prince Princess Sheikh Judge Justice Ombudsman Defender Prosecutor Director Chief Deputy Governor Mayor "
    "Senator Premier "
    "Mr Mrs Ms Dr Gen Col Lt Maj Capt Adm Amb Prof Sir Dame Lord State Affairs Leader Delegate Head Coordinator "
    "Rapporteur "
    "Counterpart Colleague Brigadier Sergeant Marshal Archbishop Bishop Patriarch Imam Professor Doctor "
    "Journalist Activist Staff"
)
WEAK = (
    "reached agreed recorded observed documented counted identified found verified monitored discovered located "
    "examined ordered "
    "ruled granted established introduced hit targeted landed dropped left pulled removed sent prevented appeared "
    "emerged fallen "
    "advanced escalated transferred extended recognised recognized designated rejected blocked halted brought "
    "taken struck "
    "adopted approved decided restored renewed destroyed wounded injured damaged launched settled concluded "
    "denied elected"
)
"""Past tenses that tell no event without a date."""
BOUNDARIES = (
    "that which who whom whose where when while whereas because although though if unless but as until after "
    "before what how"
)
"""Words that begin a clause."""
PREPOSITIONS = (
    "to of in for with from as by under between into on at against towards toward per within without through "
    "during over across "
    "along since near inside outside about than despite like upon"
)
ABBREVIATIONS = (
    "mr mrs ms dr prof gen col lt maj capt sgt cmdr adm st sr jr hon rev gov sen rep amb no nos art arts para "
    "paras pp p vol cf approx ca vs inc ltd "
    "co corp jan feb mar apr jun jul aug sep sept oct nov dec e.g i.e al fig sec ch ed eds dept brig h.e lt.-gen "
    "u.s u.n u.k e.u messrs mme op a.m p.m"
)
TITLES = (
    "mr mrs ms dr prof gen col lt maj capt sgt cmdr adm st hon rev gov sen amb no nos art arts para paras brig "
    "messrs mme h.e"
)
OPENERS = (
    "The On In At He She It They We This These That Those A An But And However According After Before During "
    "Since For From By As "
    "Our Their His Her Its There When While Although Two Three Four Last Yesterday Earlier Later Both All No "
    "Under With Over Following Several Such If I "
    "Meanwhile Moreover Finally Also Between Until Today"
)
