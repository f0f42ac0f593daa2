"""What happens in English: verbs and nouns for each type of event.

Verbs stand in the infinitive; their head is the first word. A sign after a phrase is part of it. Entries are
separated by `|`. Forms that English makes irregularly stand in `FORMS`: past, participle.
"""

VERBS = {
    "meeting": (
        "meet|host|receive|convene|confer|hold talks|hold a meeting|hold consultations|hold meetings|"
        "hold discussions|hold a round|hold a session|hold a second round|hold an exchange|hold its|have a meeting|"
        "have talks|visit|pay a visit|travel to|reconvene|gather|brief|attend|consult with|sit down with|welcome to"
    ),
    "call": (
        "speak by telephone|speak by phone|speak on the phone|speak over the phone|telephone|"
        "hold a telephone conversation|have a telephone conversation|have a trilateral conversation|"
        "have a conversation|hold a call|hold a video conference|have a phone call|have a call|"
        "hold a trilateral call|have a telephone call|talk by telephone|talk by phone|hold a videoconference|"
        "speak via video link|speak by video link"
    ),
    "statement": (
        "say|state|declare|announce|warn|condemn|accuse|speak|address|tell|deny|claim|confirm|acknowledge|protest|"
        "deliver a statement|issue a statement|make a statement|issue a warning|denounce|apologise|apologize|"
        "threaten|lodge a protest|submit a protest|summon|notify|inform|report to"
    ),
    "agreement": (
        "undertake|pledge|promise|vow|sign|agree|conclude|initial|ratify|accede to|reach|enter into force|"
        "come into force|take effect|come into effect|seal|exchange letters|exchange instruments|settle"
    ),
    "decision": (
        "freeze|proclaim|secede|hand down|issue the order|take the decision|take a decision|decide|adopt|approve|"
        "vote|extend|appoint|elect|establish|impose|lift|suspend|ban|recall|expel|dissolve|rule|order|nominate|"
        "authorise|authorize|recognise|recognize|sever|strike down|annul|repeal|cancel|postpone|terminate|abolish|"
        "declare closed|close|reopen|renew|prolong|revoke|pass a law|pass|enact|convict|sentence|acquit|pardon|"
        "halt|sign the order|sign an order|sign a decree|sign the decree|sign a law|sign the law|sign into law|"
        "dismiss|grant|reject|designate|introduce|restore|promulgate|overturn|uphold|quash|denounce the treaty"
    ),
    "request": (
        "request|ask|call on|call upon|call for|appeal to|appeal for|urge|invite|demand|apply|lodge|file|petition|"
        "submit|invoke|seek"
    ),
    "hostilities": (
        "block|seal off|obstruct|annex|attack|shell|bomb|strike|fire|shoot down|shoot at|shoot|bring down|launch|"
        "clash|invade|seize|capture|advance|kill|wound|injure|storm|raid|besiege|break out|escalate|resume fire|"
        "exchange fire|exchange warning shots|open fire|intercept|down|destroy|target|ambush|fight|cross into|"
        "occupy|bombard|sink|damage|hit|ram|board|tow|detain the vessel|come under|overrun|loot|lob|encircle|pound|"
        "assault|burn down|set fire to|set ablaze|erupt|flare up|sabotage|mortar|infiltrate|impound|blockade|"
        "land on|fly over|overfly|exchange artillery fire|drop"
    ),
    "ceasefire-violation": (
        "violate the ceasefire|violate the truce|breach the ceasefire|violate|breach|break the ceasefire|"
        "break the truce"
    ),
    "explosion": "explode|detonate|blow up|go off|step on a mine|hit a mine|strike a mine|drive over a mine",
    "abuse": (
        "hold without charge|hold incommunicado|hold captive|hold hostage|hold prisoner|execute|torture|detain|"
        "abduct|arrest|rape|kidnap|deport|beat|mistreat|ill-treat|assassinate|murder|harass|take hostage|imprison|"
        "interrogate|forcibly displace|evict|transfer|prevent|desecrate|take prisoner|deny entry|deny access|"
        "poison|confiscate|stab|disperse|raze|vandalise|vandalize"
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
        "launch an inquiry|initiate|inspect|initiate an investigation|open criminal proceedings|"
        "begin an investigation|open proceedings|start an investigation|examine|interview|exhume|open a probe|"
        "open a case|charge|verify|discover|record|observe|document|count|identify|find|locate|"
        "institute proceedings|indict|inspect the site|monitor"
    ),
    "publication": "publish|post|circulate|issue|broadcast|surface|appear|leak|release a report|air|emerge",
    "other": (
        "displace|last|see|begin|start|end|cease|open|deliver|flee|resign|die|take place|occur|happen|cross|tour|"
        "bring|take|come|go|give|make|lose|win|become|fall|break|carry|put|run|stand down|be held|be off the air|"
        "be inaugurated|hear|rise|set off|set|hold|drive|cut|build|steal|burn|undergo|leave for|fly|lead|be set|"
        "catch|buy|sell|throw|tear|forbid|withhold|spend"
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
    "be": "was,been", "cost": "cost,cost", "initial": "initialled,initialed", "freeze": "froze,frozen",
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
        "round|rounds|briefing|briefings|debate|roundtable|round table|reception|trilateral meeting|"
        "bilateral meeting|meeting|meetings|talks|summit|visit|consultations|round of talks|round of negotiations|"
        "round of consultations|session|conference|negotiations|encounter|seminar|hearing|workshop|ministerial"
    ),
    "call": "telephone conversation|phone call|telephone call|trilateral call|video conference|videoconference",
    "statement": "announcement|speech|protest note|warning|threat|threats|declaration by|remarks",
    "agreement": "signing|signature|conclusion|ratification|truce|entry into force|ceasefire agreement|initialling",
    "decision": (
        "repeal|annulment|amnesty|pardon|conviction|acquittal|dismissal|swearing-in|by-election|by-elections|polls|"
        "adoption|vote|election|elections|referendum|appointment|closure|reopening|ruling|verdict|sentencing|"
        "expulsion|recall|suspension|inauguration|imposition|dissolution|extension|decision|blockade|opening|"
        "postponement"
    ),
    "request": "request|requests",
    "hostilities": (
        "annexation|coup|coup attempt|mutiny|siege|rebellion|uprising|riot|riots|firefight|shoot-out|sniper fire|"
        "mortar fire|air raid|air raids|hostage-taking|hijacking|cyber attack|cyberattack|cyberattacks|gun battle|"
        "rocket attack|mortar attack|drone attack|drone attacks|drone strikes|missile strikes|bomb attack|"
        "terrorist attack|suicide attack|attack|attacks|shelling|strike|strikes|clash|clashes|"
        "outbreak of hostilities|outbreak of violence|outbreak of fighting|violence|unrest|hostilities|fighting|"
        "offensive|incident|incidents|bombardment|airstrike|airstrikes|air strike|air strikes|exchange of fire|"
        "exchanges of fire|incursion|raid|ambush|assault|boarding|seizure|burning|shooting|sabotage|bombing|"
        "downing|skirmish|skirmishes|aggression|invasion|killing|killings|gunfire|artillery fire|escalation|"
        "overflight|overflights|sinking|ramming|capture|landing|drone strike|missile strike|firing|destruction|"
        "torching|arson|arson attack|collision|interception|provocation|provocations"
    ),
    "ceasefire-violation": (
        "truce violation|truce violations|armistice violation|violation|violations|ceasefire violation|"
        "ceasefire violations|violation of the ceasefire|violations of the ceasefire|breach of the ceasefire|"
        "breaches of the ceasefire|violation of the truce|violations of the truce|breach of the truce|"
        "cease-fire violations"
    ),
    "explosion": (
        "explosion|explosions|blast|blasts|detonation|deaths from landmines|mine incident|landmine incident|"
        "car bomb|mine explosion"
    ),
    "abuse": (
        "demolition|demolitions|forced displacement|expulsion of civilians|attack on journalists|"
        "raid on the offices|rape|lynching|execution|executions|detention|arrest|arrests|abduction|abductions|"
        "torture|massacre|murder|assassination|eviction|disappearance|deportation|kidnapping|beating|ill-treatment|"
        "crackdown|deaths|death|poisoning|desecration|looting"
    ),
    "prisoner-release": (
        "release|repatriation|handover|exchange of prisoners|prisoner exchange|prisoner swap|exchange of detainees|"
        "liberation|transfer of the remains|return"
    ),
    "withdrawal": "withdrawal|pull-back|pullback|evacuation|departure|pullout",
    "deployment": (
        "deployment|arrival|mobilisation|mobilization|dispatch|military exercise|military exercises|exercises|exercise"
    ),
    "investigation": (
        "criminal case|criminal cases|criminal proceedings|proceedings|investigation|inquiry|inspection|exhumation|"
        "indictment|fact-finding visit|probe|autopsy"
    ),
    "publication": "video|footage|publication|broadcast|photographs|photos|recording|images|video footage|report",
    "other": (
        "outage|blackout|stampede|shipwreck|landslide|wildfire|storm|strike action|sit-in|march on|vigil|funeral|"
        "burial|crossing|delivery|accident|ceremony|flood|earthquake|resignation|rally|demonstration|"
        "demonstrations|protest|protests|convoy|event|events|commemoration|anniversary|tragedy|patrol|crash|"
        "power cut"
    ),
}
STATES = (
    "suppose|cost|remain|continue|deteriorate|improve|worsen|increase|decrease|support|stress|underline|emphasise|emphasize|"
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
