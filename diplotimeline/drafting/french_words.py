"""French words of grammar: auxiliaries by their letter, and classes of single words."""

AUXILIARIES = {
    "h": "ait|aient|a|ont|avait|avaient|ai|avons|avions|eut|eurent",
    "w": "était|étaient|fut|furent",
    "p": "soit|soient|est|sont|sommes",
    "b": "être|avoir",
    "n": "été",
    "g": "ayant|étant",
    "f": "aura|auront|sera|seront|va|vont|compte|comptent|entend|entendent|envisage|envisagent|aurons|serons",
    "c": "aurait|auraient|serait|seraient",
    "m": "peut|peuvent|doit|doivent|devrait|devraient|pourrait|pourraient|devons|pouvons|faut",
}
"""The kinds of auxiliary that `tenses` explains."""
ADJECTIVES = ""
PASTS = ""
PARTICIPLES = ""
ADVERBS = (
    "pas plus jamais point également encore déjà ensuite alors aussi toujours bien donc ainsi enfin puis tous "
    "toutes tout "
    "à nouveau de d' récemment depuis notamment désormais unanimement tôt tard une nouvelle fois maintes "
    "plusieurs reprises"
)
DETERMINERS = (
    "le la les l ce cet cette ces son sa ses leur leurs notre nos votre vos un une aucun aucune tout toute "
    "plusieurs quelques "
    "deux trois quatre autre autres chaque"
)
MOVES = (
    "convenu|arrivé|parti|venu|entré|mort|né|tombé|survenu|parvenu|intervenu|resté|devenu|décédé|sorti|rentré|"
    "revenu|allé|"
    "monté|passé"
)
WEAK = (
    "constaté relevé observé documenté recensé établi enregistré signalé touché visé ciblé atteint pris repris "
    "avancé progressé "
    "accepté parvenu convenu adopté approuvé décidé créé instauré proclamé désigné jugé statué renforcé tenu "
    "tenue vérifié"
)
UNREAL = "pu dû permis suffi fallu voulu évité épargné mieux souhaité préféré aimé empêché"
"""Participles that with `aurait` tell of what did not happen."""
LASTING = (
    "maintient maintiennent maintenu détient détiennent détenu refuse refusent refusé interdit interdisent "
    "prive prive bloque bloquent garde gardent retient retiennent retenu"
)
"""Verbs of what somebody goes on doing to others: with `since` they tell when it began."""
AMBIGUOUS = (
    "échangé échangée échangés échangées entendu entendue entendus entendues remis remise remises rendu "
    "rendue rendus rendues restitué restituée restitués restituées"
)
"""Verbs whose object decides what happens: fire, prisoners or letters are exchanged."""
KEEPING = "maintient maintiennent maintenu garde gardent gardé tient tiennent tenu laissé"
"""Verbs that with a participle tell of a state that somebody keeps up: `keep closed`."""
TWOFOLD = "interdit détruit construit produit réduit conduit dit"
"""Participles that are a present as well, where a subject stands before them and an object after them."""
OBSERVING = (
    "signalé signalée signalés signalées enregistré enregistrée enregistrés enregistrées relevé relevés "
    "relevée relevées constaté constatés constatée constatées observé observés observée observées"
)
"""Verbs of who only notes what others did."""
ACCUSING = (
    "accuse accusent accusé accusée accusait accusant affirme affirment affirmé affirmait prétend prétendent prétendu "
    "soutient soutiennent soutenu impute imputent imputé reproche reprochent reproché allègue allèguent allégué "
    "soupçonne soupçonnent soupçonné"
)
SAYING = (
    "dit disent déclare déclaré déclarent indique indiqué indiquent assure assuré rapporte rapporté signale signalé"
)
"""Verbs that pass on what others did, with `que`."""
REACTING = (
    "condamne condamnent condamné condamnant condamnons déplore déplorent déploré déplorons dénonce dénoncent dénoncé "
    "dénonçons regrette regrettent regretté salue saluent salué saluons présente présentent présenté exprime expriment "
    "exprimé adresse adressent adressé rappelle rappellent rappelé note notent noté félicite félicitent félicité pleure"
)
"""Verbs of who only judges or mourns what others did."""
DISCUSSING = "évoque évoqué évoquent discuté aborde abordé"
DOUBTING = "confirme confirmé confirment vérifie vérifié établi examine examiné demande sait"
DENYING = "rejette rejeté rejettent dément démenti démentent nie nié nient réfute réfuté récuse récusé"
HOLDING = "tient tiennent tenu tenait"
HEARSAY = "allégation allégations accusation accusations affirmations rumeur rumeurs"
BOUNDARIES = (
    "que qu lorsqu puisqu qu' qui dont où lorsque lorsqu' quand tandis alors puisque parce si mais car après "
    "avant comme laquelle lequel"
)
"""Words that begin a clause."""
PREPOSITIONS = "de du des d' à au aux en dans par pour sur sous avec sans vers chez contre entre lors près selon"
