"""What happens in French: participles and nouns by type of event, and the words that decide what is no event.

Of a participle the masculine singular stands here; the other three forms are made from it. `.` marks a head that is
followed by fixed words. Entries are separated by `|`.
"""

VERBS = {
    "meeting": (
        "rencontré|reçu|accueilli|réuni|visité|tenu une réunion|tenu des consultations|tenu|rendu visite|rendu à|"
        "convoqué|eu des entretiens|entretenu|"
        "concerté|consulté|rendu|assisté|siégé|déplacé à"
    ),
    "call": (
        "entretenu par téléphone|entretenu au téléphone|eu un entretien téléphonique|téléphoné|"
        "eu une conversation téléphonique|"
        "parlé au téléphone|parlé par téléphone|conversé"
    ),
    "statement": (
        "fait savoir|fait part|déclaré|annoncé|dit|affirmé|condamné|accusé|averti|dénoncé|démenti|confirmé|"
        "indiqué|protesté|prononcé|"
        "informé|notifié|nié|menacé|remis une note|pris la parole"
    ),
    "agreement": (
        "signé|conclu|convenu|ratifié|paraphé|entré en vigueur|pris effet|scellé|adhéré|accepté|"
        "parvenu à un accord|parvenu"
    ),
    "decision": (
        "décidé|adopté|approuvé|voté|prorogé|prolongé|nommé|élu|imposé|levé|suspendu|interdit|rappelé|expulsé|"
        "dissous|ordonné|autorisé|"
        "rompu|annulé|abrogé|reporté|rejeté|fermé|rouvert|renouvelé|créé|instauré|proclamé|désigné|condamné à|"
        "révoqué|gelé|promulgué|statué|invalidé|acquitté|jugé|inauguré"
    ),
    "request": (
        "demandé|sollicité|saisi|appelé|exhorté|invité|réclamé|déposé|exigé|introduit|requis|porté plainte|adressé"
    ),
    "hostilities": (
        "bloqué|barré|coupé|attaqué|bombardé|pilonné|frappé|tiré|ouvert le feu|abattu|lancé|envahi|pris|capturé|"
        "tué|blessé|assailli|assiégé|éclaté|"
        "échangé des tirs|intercepté|détruit|visé|ciblé|occupé|touché|endommagé|arraisonné|opposé|survolé|pillé|"
        "incendié|investi|"
        "pénétré|franchi|forcé|saccagé|affronté|repris|riposté|coulé|éperonné|encerclé|essuyé|fait feu|repoussé|"
        "mitraillé|atteint|brûlé|saboté|largué|progressé|avancé"
    ),
    "ceasefire-violation": "violé le cessez-le-feu|rompu le cessez-le-feu|rompu la trêve|violé|enfreint|violé la trêve",
    "explosion": "explosé|sauté|fait exploser|sauté sur une mine|détoné",
    "abuse": (
        "exécuté|torturé|arrêté|enlevé|violenté|kidnappé|déporté|battu|assassiné|maltraité|détenu|séquestré|"
        "incarcéré|interpellé|expulsé de|"
        "molesté|pris en otage|emprisonné|transféré|placé en détention|harcelé|passé à tabac|écroué|dispersé|"
        "profané|massacré|roué"
    ),
    "prisoner-release": "libéré|relâché|rapatrié|remis|échangé|élargi|rendu à la liberté|restitué|remis en liberté",
    "withdrawal": "retiré|évacué|quitté|replié|démantelé|retiré ses|rapatrié ses|rappelé ses troupes",
    "deployment": "déployé|envoyé|dépêché|mobilisé|stationné|arrivé|installé|renforcé|érigé|acheminé",
    "investigation": (
        "enquêté|ouvert une enquête|ouvert une information|diligenté|inspecté|auditionné|entendu|relevé|constaté|"
        "découvert|observé|"
        "examiné|enregistré|recensé|établi|ouvert une instruction|inculpé|mis en examen|perquisitionné|exhumé|"
        "interrogé|documenté|signalé|dénombré|poursuivi|vérifié"
    ),
    "publication": "publié|diffusé|posté|mis en ligne|circulé|paru|rendu public|divulgué|relayé",
    "other": (
        "expiré|échu|commencé|débuté|cessé|terminé|livré|fui|démissionné|ouvert|eu lieu|organisé|survenu|produit|"
        "traversé|achevé|mort|péri|"
        "pris fin|repris|tenu|fait|mis|perdu|gagné|célébré|inhumé|tombé|parti|venu|né|reconduit|clos|déroulé|"
        "distribué|scié|participé"
    ),
}
NOUNS = {
    "meeting": (
        "réunion|rencontre|entretien|entretiens|visite|sommet|consultations|pourparlers|session|conférence|"
        "négociations|entrevue"
    ),
    "call": "entretien téléphonique|conversation téléphonique|appel téléphonique|visioconférence",
    "statement": "discours|annonce|allocution|avertissement",
    "agreement": "signature|conclusion|ratification|entrée en vigueur|trêve",
    "decision": (
        "amnistie|abrogation|annulation|acquittement|limogeage|condamnation à|adoption|vote|élection|élections|"
        "référendum|nomination|fermeture|réouverture|expulsion|rappel|suspension|"
        "dissolution|investiture|scrutin|blocus|prorogation"
    ),
    "request": "demande",
    "hostilities": (
        "annexion|coup d'État|émeute|émeutes|mutinerie|rébellion|soulèvement|prise d'otages|détournement|cyberattaque|"
        "cyberattaques|raids|incursions|embuscades|frappe aérienne|frappes aériennes|attaque de drones|"
        "tirs d'artillerie|"
        "attaque|attaques|bombardement|bombardements|pilonnage|frappe|frappes|combats|affrontement|affrontements|"
        "hostilités|offensive|"
        "incident|incidents|échange de tirs|échanges de tirs|incursion|raid|embuscade|assaut|arraisonnement|"
        "saisie|incendie|fusillade|"
        "sabotage|tirs|déclenchement des hostilités|tir|accrochage|accrochages|abordage|pillage|survol|survols|"
        "escarmouche|escarmouches|invasion|agression|prise|provocation"
    ),
    "ceasefire-violation": (
        "violation du cessez-le-feu|violations du cessez-le-feu|rupture du cessez-le-feu|violation de la trêve|"
        "violations de la trêve|rupture de la trêve"
    ),
    "explosion": "explosion|explosions|déflagration|détonation|attentat|attentats",
    "abuse": (
        "démolition|démolitions|expulsions|détentions|viol|viols|lynchage|"
        "exécution|exécutions|détention|arrestation|arrestations|enlèvement|enlèvements|torture|massacre|meurtre|"
        "assassinat|disparition|déportation|"
        "mort|décès|mauvais traitements|passage à tabac|incarcération|interpellation|tuerie|profanation|rapt"
    ),
    "prisoner-release": (
        "libération|rapatriement|remise|échange de prisonniers|échange de détenus|retour|restitution|"
        "élargissement|remise en liberté"
    ),
    "withdrawal": "retrait|évacuation|départ|repli",
    "deployment": "déploiement|arrivée|mobilisation|envoi|manœuvres|exercices",
    "investigation": "enquête|inspection|exhumation|mise en examen|inculpation|ouverture d'une enquête",
    "publication": "vidéo|publication|diffusion|photographies|images|enregistrement|rapport",
    "other": (
        "livraison|accident|cérémonie|inondation|séisme|démission|manifestation|manifestations|événements|"
        "événement|drame|tragédie|naufrage|traversée|inauguration"
    ),
}
MARKS = {
    "demand": (
        "appelle|appelons|appellent|exhorte|exhortons|exhortent|demande|demandons|demandent|exige|exigeons|"
        "exigent|doit|doivent|devrait|"
        "devraient|il faut|il importe|il convient|il est temps|il est urgent|invite|invitons|invitent|prie|prions|"
        "engage|engageons|"
        "réclame|réclamons|encourage|encourageons|encouragent|rappelons à|enjoignons|enjoint|en appelle|"
        "en appelons|notre appel|il appartient|"
        "il est impératif|il est indispensable|conjurons|insistons|insiste|recommande|recommandons|presse|"
        "pressons|somme|sommons|sommes en droit|adjurons|nous devons"
    ),
    "wish": (
        "espère|espérons|espèrent|souhaite|souhaitons|souhaitent|souhaiterions|formons le vœu|forme le vœu|"
        "formons des vœux|puisse|puissent|"
        "nous réjouissons à la perspective|attendons avec intérêt|voudrions|aimerions|vœu|vœux|attendons de|"
        "comptons sur|"
        "avons bon espoir|a bon espoir|propose|proposons|suggérons|appelons de nos vœux|gageons"
    ),
    "conditional": (
        "si|s'il|s'ils|à condition|à moins|au cas où|en cas de|pourrait|pourraient|verrait|verraient|à supposer|"
        "devrait-il|sinon|"
        "faute de quoi|dans l'hypothèse|pourvu que|ferait|feraient|aimerait|voudrait"
    ),
    "negation": (
        "ne|n'|aucun|aucune|jamais|ni|nul|nulle|sans qu'aucun|personne n'|refusé de|s'est abstenu|tardé à|sans que"
    ),
    "total": (
        "jusqu'ici|jusqu'à maintenant|à ce jour|jusqu'à présent|le nombre de|le nombre total|portant à|porte à|"
        "porté à|le bilan|"
        "plus de la moitié|par jour|par semaine|par mois"
    ),
    "sum": "au total|un total de|en tout|au cumul|en moyenne",
    "habit": (
        "chaque|toujours|régulièrement|traditionnellement|tous les ans|tous les jours|habituellement|sans cesse|"
        "constamment|quotidiennement|"
        "continue de|continuent de|à maintes reprises|depuis des décennies|depuis des siècles|depuis toujours|"
        "toutes les semaines|d'ordinaire|tous les mois|chaque fois que|continue à|continuent à"
    ),
    "factive": (
        "saluons|salue|saluent|condamnons|condamne|condamnent|déplorons|déplore|regrettons|regrette|prenons note|"
        "prend note|prenons acte|"
        "prend acte|félicitons|félicite|se félicite|nous félicitons|rappelons|rappelle|notons|note|remercions|"
        "remercie|à la suite de|à la suite du|"
        "constatons|dénonçons|dénonce|applaudissons|nous réjouissons|se réjouit|nous réjouissons de|"
        "consternés par|choqués par|bouleversés par|préoccupés par|"
        "accueillons avec satisfaction|accueille avec satisfaction|rendons hommage"
    ),
    "alleged": (
        "aurait|auraient|serait|seraient|prétendument|présumé|présumée|présumés|présumées|apparemment|semble|"
        "semblent|semblerait|supposé|"
        "dit-on|paraît-il|soi-disant|il semblerait|non confirmées|semblait|semblant|vraisemblablement|censément|"
        "prétend|prétendent"
    ),
    "according": "selon|d'après|aux dires de|au dire de|de l'avis de|suivant",
    "future": (
        "est prévu|est prévue|sont prévus|sont prévues|prévu le|prévue le|prévus le|prévues le|prévu pour|"
        "prévue pour|prévus pour|prévues pour|est programmé|est programmée|est fixé|est fixée|va|vont|"
        "accord pour|décision de|s'engage à|s'engagent à|s'est engagé à|s'est engagée à|se sont engagés à|"
        "est attendu|est attendue|"
        "sont attendus|sont attendues|"
        "est convoqué|est convoquée|est appelé à|sont appelés à|à compter du|prévoit de|prévoient de|entend|"
        "expire|expirera|prochaine réunion|sont tenus de|est tenu de|est tenue de"
    ),
    "definite": "le|la|les|l'|ce|cet|cette|ces|du|des|au|aux|son|sa|ses|leur|leurs|notre|nos|votre",
    "indefinite": "un|une|aucun|aucune|tout|toute|nouvelle|nouveau|nouvelles|nouveaux|éventuel|éventuelle|d'",
    "determiner": "",
    "reference": "anniversaire|commémoration|à la mémoire|commémore|commémorons",
    "speech": "prononcé|pris la parole|s'est exprimé|s'est adressé|a prononcé",
    "showing": "montrant|montre|montrent|semblant montrer|qui montre|où l'on voit",
    "document": (
        "résolution|résolutions|document|décision|lettre|rapport|paragraphe|article|convention|protocole|règle|"
        "loi|accord|déclaration|traité|mémorandum|trêve|cessez-le-feu|armistice|charte|communiqué|mandat|"
        "arrangement|arrangements|engagements|"
        "mesures|principes|dispositions|termes"
    ),
    "place": (
        "à|en|près de|près du|aux abords de|au large de|devant|dans le secteur de|à proximité de|à proximité du|"
        "aux environs de|dans les environs de|vers|à la sortie de"
    ),
    "person": "il|elle|ils|elles|on|nous|qui",
    "by": "par",
    "condition": (
        "en détention|en prison|en garde à vue|assigné à résidence|assiégé|sous blocus|privé d'électricité|"
        "privés d'électricité|coupé|"
        "coupée|fermé|fermée|fermés|bloqué|bloquée|en grève|en vigueur|porté disparu|portés disparus|sans nouvelles"
    ),
    "term": "date limite|délai|échéance|date butoir",
    "origin": "né|née|nés|remontant à|datant de|datant du|fondé|fondée",
    "mines": "mine|mines|engin explosif|explosion|déflagration|munition non explosée",
    "thank": "remercions|remercie|gratitude|reconnaissance",
    "link": "et|de|la|le|du|des|d'|l'|en",
}
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
"""The kinds of auxiliary that `predicates` explains."""
STATES = (
    "été|eu|agi|appuyé|soutenu|resté|demeuré|continué|dû|pu|voulu|su|devenu|montré|prouvé|permis|exprimé|souligné|"
    "réaffirmé|réitéré|salué|remercié|félicité|attaché|préoccupé|engagé|déterminé|convaincu|fondé|lié|soumis|situé|"
    "consacré|composé|prêt|disposé|contribué|coûté|fourni|servi|suivi|joué|tenu compte|pris note|causé|provoqué"
)
"""Participles of which nothing happens: a clause with one of them is no event."""
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
OFFICES = (
    "Président Présidente Ministre Premier Première Secrétaire Ambassadeur Ambassadrice Général Colonel Capitaine "
    "Commandant "
    "Amiral Envoyé Envoyée Représentant Représentante Commissaire Chancelier Chancelière Porte Parole Juge "
    "Procureur Procureure "
    "Directeur Directrice Chef Gouverneur Maire Sénateur M Mme MM Mlle Dr Gén Col Roi Reine Prince Défenseur "
    "Défenseure Affaires "
    "Étrangères Monsieur Madame Maître Me Conseiller Conseillère"
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
BOUNDARIES = (
    "que qu lorsqu puisqu qu' qui dont où lorsque lorsqu' quand tandis alors puisque parce si mais car après "
    "avant comme laquelle lequel"
)
"""Words that begin a clause."""
PREPOSITIONS = "de du des d' à au aux en dans par pour sur sous avec sans vers chez contre entre lors près selon"
ABBREVIATIONS = (
    "m mm mme mmes mlle dr prof gén gal col cdt cne lt no nos n° art al p pp vol cf env st ste janv févr avr juil "
    "sept oct nov déc éd réf adj mgr me etc par"
)
TITLES = "m mm mme mmes mlle dr prof gén gal col cdt cne lt no nos n° art mgr me"
OPENERS = (
    "Le La Les L Un Une Des Du Au Aux En Dans Il Elle Ils Elles Nous On Ce Cet Cette Ces Mais Et Selon Après "
    "Avant Depuis Pour Par Sur Sous À Hier Lundi "
    "Mardi Mercredi Jeudi Vendredi Samedi Dimanche Deux Trois Quatre Notre Nos Leur Leurs Son Sa Ses Si Puis "
    "Enfin Toutefois Cependant Lors Durant Entre Aucun Aucune Plusieurs D"
)
