"""English words that decide what is an event and what is none, by the name of their mark; separated by `|`."""

MARKS = {
    "demand": (
        "call on|calls on|call upon|calls upon|urge|urges|demand|demands|must|should|need to|needs to|appeal to|"
        "appeals to|appeal for|encourage|encourages|invite|invites|ought to|let us|it is time|it is imperative|"
        "it is essential|it is vital|it is crucial|request that|requests that|insist|insists|ask|asks|call for|"
        "calls for|calling on|calling for|urging|our call|our appeal|we request|strongly advise|has to|have to|"
        "it is incumbent|remind|reminds|is required to|exhort|press for|expects|we expect|it is high time|implore|"
        "needs urgently to|a call to|is urgently needed|is needed|are needed|is long overdue|recommend|recommends|"
        "recommended that|would ask|would urge|would like to see|impress upon"
    ),
    "wish": (
        "hope|hopes|hopeful|wish|wishes|look forward|looks forward|trust that|we trust|pray|may this|would welcome|"
        "would be glad|aspire|we would like|would like|hoping|wishing|looking forward|propose|proposes|"
        "suggest that|suggests that|is keen to|are keen to|are confident that|is confident that"
    ),
    "conditional": (
        "it will take|it would take|it takes|if|unless|were to|in the event|in case|provided that|as long as|"
        "would have|would be|would|could|might|whether|otherwise|hypothetically|assuming|even if|as if|lest|"
        "had it not"
    ),
    "negation": (
        "not|no|never|nor|neither|cannot|nobody|none|nothing|without any|n't|refrained from|failed to|fails to|"
        "has yet to|have yet to|had yet to|yet to|did not|refused to|declined to|nowhere|no one|nor did|no longer|"
        "did n't|unable to|stopped short of"
    ),
    "total": (
        "so far|to date|more than half of|bringing the number|brings the number|bringing the total|"
        "brings the total|the number of|death toll|the toll|the total|per day|per week|per month"
    ),
    "sum": "in total|a total of|altogether|overall|in all|all told|cumulatively|on average|a daily average",
    "habit": (
        "normally|ordinarily|as a rule|in general|all mondays|all sundays|each quarter|each day|each night|mondays|"
        "tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|public holidays|weekdays|around the clock|"
        "twice a day|twice a week|twice a month|once a week|once a month|once a day|in winter|in summer|every day|"
        "every week|every month|every year|every quarter|every morning|every evening|every night|every hour|"
        "every spring|every summer|every autumn|every winter|every time|every other|every monday|every tuesday|"
        "every wednesday|every thursday|every friday|every saturday|every sunday|every weekend|every two|"
        "every three|every four|every five|every six|always|usually|each year|regularly|traditionally|routinely|"
        "annually|on a daily basis|repeatedly|time and again|annual|constantly|continuously|consistently|"
        "continues to|continue to|continued to|tirelessly|for decades|for centuries|for years|each week|each month|"
        "each spring|each summer|each autumn|each winter|twice a year|once a year|on mondays|on sundays|weekly|"
        "on several occasions|whenever"
    ),
    "factive": (
        "welcome|welcomes|welcomed|condemn|condemns|deplore|deplores|regret|regrets|take note of|takes note of|"
        "note|notes|commend|commends|recall|recalls|highlighting|highlight|grateful for|gratitude for|thank|thanks|"
        "mourn|mourns|praise|noting|welcoming|following|condemning|acknowledge|acknowledges|applaud|applauds|"
        "appreciate|appreciates|pay tribute|shocked by|concerned by|alarmed by|saddened by|appalled by|"
        "took note of|expressed gratitude for|as a result of|thanks to|noted|commended|in the wake of|deploring|"
        "regretting|congratulate|congratulates|encouraged by|outraged by|dismayed by|rejoice at|hails|hail|hailed|"
        "greets"
    ),
    "alleged": (
        "reportedly|allegedly|purportedly|supposedly|appear to|appears to|appeared to|appearing to|alleged|"
        "reported to have|said to have|believed to have|is reported|are reported|was reported|were reported|"
        "apparently|presumably|suspected of|seemingly|are said|is said|was said to|were said to|unconfirmed|"
        "is alleged|are alleged|claims that|claimed that|thought to have|accused of|rumoured|so-called|"
        "seems to have|seem to have|purported|claim that|allegation that|allegations that|accusation that|"
        "is believed|are believed|unverified|claims to have|claim to have|claimed to have|it is claimed|"
        "alleges that|alleged that|allege that"
    ),
    "according": "according to|in the words of|as reported by|reported by|as stated by|as claimed by",
    "future": (
        "will|shall|is scheduled|are scheduled|was scheduled|is due|are due|is to be|are to be|is to|are to|"
        "is planned|are planned|plans to|plan to|intends to|intend to|is set to|are set to|is expected|"
        "are expected|was expected|is anticipated|is foreseen|are foreseen|undertook to|agreement to|decision to|"
        "scheduled|slated|planned for|due to|undertakes to|is obliged to|are obliged to|has undertaken to|"
        "have undertaken to|have agreed to|has agreed to|has pledged to|have pledged to|is committed to|"
        "are committed to|committed to|has committed to|have committed to|is going to|are going to|forthcoming|"
        "expires on|expire on|'ll"
    ),
    "definite": "the|this|these|those|that|our|their|its|his|her|my|your|'s|such|s|yesterday|both|'",
    "indefinite": (
        "a|an|any|no|further|new|another|some|future|possible|potential|fresh|additional|all|renewed|more|immediate"
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
        "rule|decree no|law|agreement|statement|treaty|declaration|memorandum|accord|charter|communiqué|agenda|"
        "mandate|truce|ceasefire|cease-fire|armistice|arrangement|arrangements|understanding|understandings|"
        "commitments|principles|roadmap|provisions|terms|measures|note verbale|joint statement|act|order no"
    ),
    "place": (
        "in|at|near|outside|off|around|towards|toward|into|on the outskirts of|in the vicinity of|close to|east of|"
        "west of|north of|south of"
    ),
    "person": "he|she|they|it|we|who|which|i",
    "by": "by",
    "condition": (
        "been present|in detention|in pre-trial detention|in custody|in prison|under siege|under blockade|"
        "under house arrest|off the air|cut off|without electricity|without water|without gas|on hunger strike|"
        "under occupation|in force|in place|closed|blocked|offline|out of service|in hiding|on strike"
    ),
    "term": "deadline|time limit|cut-off date|due date",
    "origin": "born|dating back to|dating from|dates back to|date back to|founded",
    "mines": "landmine|landmines|mine|mines|explosive device|unexploded ordnance|explosion|blast|booby trap",
    "definition": (
        "means|mean|refers to|refer to|denotes|denote|stands for|we understand|we mean|is understood|"
        "are understood|is defined|are defined|covers|cover|designates|designate|shall mean|is meant|are meant|"
        "comprises"
    ),
    "wording": "the term|the terms|the expression|the word|the words|the phrase|for the purposes of",
    "untrue": (
        "it is not true|it is untrue|it is false|it is simply not true|it is not the case|there is no truth|"
        "it was not true|it was untrue|it was false|contrary to|far from"
    ),
    "unproven": (
        "no evidence|no proof|no indication|no indications|no sign|no signs|no reports|no credible reports|"
        "no confirmation|any evidence|any proof|any indication|any sign|little evidence|insufficient evidence"
    ),
    "remembering": (
        "we bow|bow before|in memory of all|we honour|honour today|let us remember|we mark|we remember|"
        "remember all|remember those|bow our heads|honour those|honour the memory|honour the victims|"
        "day of mourning|day of remembrance|years since|years have passed|public holiday|pay homage|lay wreaths|"
        "moment of silence|minute of silence|marks the|mark the"
    ),
    "figure": (
        "million|billion|per cent|percent|tonnes|budget|appropriation|appropriations|expenditure|outlay|revenue|"
        "exports|imports|population|contributions|costs|%"
    ),
    "pledge": (
        "pledge|pledges|promise|promises|obligations|commitment|roadmap|road map|guarantee|guarantees|position|"
        "positions|line|lines|text|one|those|as agreed|as decided|as laid down|as set out|as foreseen|"
        "as stipulated|as provided|rules|constitution|code|status quo"
    ),
    "arranged": (
        "called for|convened|called|supposed to|meant to|due to|planned|scheduled|foreseen|announced|due|set|"
        "agreed|slated|expected"
    ),
    "called off": (
        "banned|forbidden|prohibited|prevented|cancelled|canceled|postponed|called off|called into question|"
        "in doubt|put off|adjourned|shelved"
    ),
    "portion": "of which|of whom|of them|alone",
    "supposed": "suppose that|supposing|assuming|imagine|but for",
    "recall": (
        "recall|recalls|recalling|reaffirm|reaffirms|reaffirming|reiterate|reiterates|remain committed to|"
        "remains committed to|stand by|stands by|adhere to|adheres to|honour|honours"
    ),
    "accordance": (
        "in accordance with|in line with|in keeping with|in conformity with|under the|pursuant to|"
        "in compliance with|as agreed|as decided|as laid down|as set out|as foreseen|as stipulated|as provided|"
        "on the basis of|consistent with"
    ),
    "awaited": "only when|only once|only if|only after|not until|until such time",
    "issued": "decision|report|order|ruling|judgment|decree",
    "fire": (
        "fire|shot|shots|gunfire|mortar rounds|artillery rounds|shell|shells|mortar|rocket|rockets|missile|"
        "missiles|drone|drones|bullets|grenade|artillery"
    ),
    "captives": (
        "prisoner|prisoners|detainee|detainees|hostage|hostages|captive|captives|serviceman|servicemen|soldier|"
        "soldiers|body|bodies|remains|fishermen|sailors|crew|pilot|pilots|civilians|children|men|women|residents|"
        "journalist|journalists|person|persons|people|villagers"
    ),
    "instruments": "instruments|letters|notes|documents of ratification|copies of the treaty",
    "troops": (
        "troops|units|unit|battery|batteries|tanks|armour|armoured|systems|battalion|battalions|brigade|regiment|"
        "artillery|warships|warplanes|howitzers|launchers|soldiers|servicemen|military equipment|heavy weapons|"
        "columns"
    ),
    "ruling": "order|decree|ruling|judgment|decision|verdict",
    "timetable": "public holidays|bank holidays|opening hours|office hours|all mondays|all sundays|on working days",
    "furniture": (
        "for release|for immediate release|embargo|embargoed|check against delivery|next issue|next edition|page"
    ),
    "hearsay": (
        "reports that|reports of|report that|claims that|allegations that|allegation that|accusations that|"
        "accusation that|claim that|rumours that|rumours of|stories that|suggestion that"
    ),
    "refuted": (
        "false|untrue|unfounded|baseless|invented|a lie|lies|fabricated|without foundation|not true|disinformation|"
        "were denied|was denied|been denied|were rejected|was rejected|been rejected|were dismissed|was dismissed|"
        "been dismissed|were refuted|been refuted"
    ),
    "happening": "take place|took place|arrived|arrive|happen|happened|occur|occurred|materialised|reached|held",
    "phone": "telephone|phone|by video link|by videoconference",
}
