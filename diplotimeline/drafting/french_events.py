"""What happens in French: participles and nouns by type of event.

Of a participle the masculine singular stands here; the other three forms are made from it. `.` marks a head that is
followed by fixed words. Entries are separated by `|`.
"""

VERBS = {
    "meeting": (
        "rencontré|reçu|accueilli|réuni|visité|tenu une réunion|tenu des consultations|tenu|rendu visite|rendu à|"
        "convoqué|eu des entretiens|entretenu|concerté|consulté|rendu|assisté|siégé|déplacé à"
    ),
    "call": (
        "entretenu par téléphone|entretenu au téléphone|eu un entretien téléphonique|téléphoné|"
        "eu une conversation téléphonique|parlé au téléphone|parlé par téléphone|conversé"
    ),
    "statement": (
        "fait savoir|fait part|déclaré|annoncé|dit|affirmé|condamné|accusé|averti|dénoncé|démenti|confirmé|indiqué|"
        "protesté|prononcé|informé|notifié|nié|menacé|remis une note|pris la parole"
    ),
    "agreement": (
        "signé|conclu|convenu|ratifié|paraphé|entré en vigueur|pris effet|scellé|adhéré|accepté|"
        "parvenu à un accord|parvenu"
    ),
    "decision": (
        "décidé|adopté|approuvé|voté|prorogé|prolongé|nommé|élu|imposé|levé|suspendu|interdit|rappelé|expulsé|"
        "dissous|ordonné|autorisé|rompu|annulé|abrogé|reporté|rejeté|fermé|rouvert|renouvelé|créé|instauré|"
        "proclamé|désigné|condamné à|révoqué|gelé|promulgué|statué|invalidé|acquitté|jugé|inauguré"
    ),
    "request": (
        "demandé|sollicité|saisi|appelé|exhorté|invité|réclamé|déposé|exigé|introduit|requis|porté plainte|adressé"
    ),
    "hostilities": (
        "bloqué|barré|coupé|attaqué|bombardé|pilonné|frappé|tiré|ouvert le feu|abattu|lancé|envahi|pris|capturé|"
        "tué|blessé|assailli|assiégé|éclaté|échangé des tirs|intercepté|détruit|visé|ciblé|occupé|touché|endommagé|"
        "arraisonné|opposé|survolé|pillé|incendié|investi|pénétré|franchi|forcé|saccagé|affronté|repris|riposté|"
        "coulé|éperonné|encerclé|essuyé|fait feu|repoussé|mitraillé|atteint|brûlé|saboté|largué|progressé|avancé"
    ),
    "ceasefire-violation": "violé le cessez-le-feu|rompu le cessez-le-feu|rompu la trêve|violé|enfreint|violé la trêve",
    "explosion": "fait sauter|explosé|sauté|fait exploser|sauté sur une mine|détoné",
    "abuse": (
        "exécuté|torturé|arrêté|enlevé|violenté|kidnappé|déporté|battu|assassiné|maltraité|détenu|séquestré|"
        "incarcéré|interpellé|expulsé de|molesté|pris en otage|emprisonné|transféré|placé en détention|harcelé|"
        "passé à tabac|écroué|dispersé|profané|massacré|roué"
    ),
    "prisoner-release": "libéré|relâché|rapatrié|remis|échangé|élargi|rendu à la liberté|restitué|remis en liberté",
    "withdrawal": "retiré|évacué|quitté|replié|démantelé|retiré ses|rapatrié ses|rappelé ses troupes",
    "deployment": "déployé|envoyé|dépêché|mobilisé|stationné|arrivé|installé|renforcé|érigé|acheminé",
    "investigation": (
        "enquêté|ouvert une enquête|ouvert une information|diligenté|inspecté|auditionné|entendu|relevé|constaté|"
        "découvert|observé|examiné|enregistré|recensé|établi|ouvert une instruction|inculpé|mis en examen|"
        "perquisitionné|exhumé|interrogé|documenté|signalé|dénombré|poursuivi|vérifié"
    ),
    "publication": "publié|diffusé|posté|mis en ligne|circulé|paru|rendu public|divulgué|relayé",
    "other": (
        "expiré|échu|commencé|débuté|cessé|terminé|livré|fui|démissionné|ouvert|eu lieu|organisé|survenu|produit|"
        "traversé|achevé|mort|péri|pris fin|repris|tenu|fait|mis|perdu|gagné|célébré|inhumé|tombé|parti|venu|né|"
        "reconduit|clos|déroulé|distribué|scié|participé"
    ),
}
NOUNS = {
    "meeting": (
        "cycle|cycle de négociations|tour de négociations|table ronde|réunion|rencontre|entretien|entretiens|"
        "visite|sommet|consultations|pourparlers|session|conférence|négociations|entrevue"
    ),
    "call": "entretien téléphonique|conversation téléphonique|appel téléphonique|visioconférence",
    "statement": "discours|annonce|allocution|avertissement",
    "agreement": "signature|conclusion|ratification|entrée en vigueur|trêve",
    "decision": (
        "décision|amnistie|abrogation|annulation|acquittement|limogeage|condamnation à|adoption|vote|élection|"
        "élections|référendum|nomination|fermeture|réouverture|expulsion|rappel|suspension|dissolution|investiture|"
        "scrutin|blocus|prorogation"
    ),
    "request": "demande",
    "hostilities": (
        "interception|interceptions|capture|destruction|attaque aérienne|tir de missile|annexion|coup d'État|"
        "émeute|émeutes|mutinerie|rébellion|soulèvement|prise d'otages|détournement|cyberattaque|cyberattaques|"
        "raids|incursions|embuscades|frappe aérienne|frappes aériennes|attaque de drones|tirs d'artillerie|attaque|"
        "attaques|bombardement|bombardements|pilonnage|frappe|frappes|combats|affrontement|affrontements|"
        "hostilités|offensive|incident|incidents|échange de tirs|échanges de tirs|incursion|raid|embuscade|assaut|"
        "arraisonnement|saisie|incendie|fusillade|sabotage|tirs|déclenchement des hostilités|tir|accrochage|"
        "accrochages|abordage|pillage|survol|survols|escarmouche|escarmouches|invasion|agression|prise|provocation"
    ),
    "ceasefire-violation": (
        "violation|violations|violation du cessez-le-feu|violations du cessez-le-feu|rupture du cessez-le-feu|"
        "violation de la trêve|violations de la trêve|rupture de la trêve"
    ),
    "explosion": "explosion|explosions|déflagration|détonation|attentat|attentats",
    "abuse": (
        "démolition|démolitions|expulsions|détentions|viol|viols|lynchage|exécution|exécutions|détention|"
        "arrestation|arrestations|enlèvement|enlèvements|torture|massacre|meurtre|assassinat|disparition|"
        "déportation|mort|décès|mauvais traitements|passage à tabac|incarcération|interpellation|tuerie|"
        "profanation|rapt"
    ),
    "prisoner-release": (
        "libération|rapatriement|remise|échange de prisonniers|échange de détenus|retour|restitution|élargissement|"
        "remise en liberté"
    ),
    "withdrawal": "retrait|évacuation|départ|repli",
    "deployment": "déploiement|arrivée|mobilisation|envoi|manœuvres|exercices",
    "investigation": (
        "information judiciaire|procédure|poursuites|instruction judiciaire|enquête|inspection|exhumation|"
        "mise en examen|inculpation|ouverture d'une enquête"
    ),
    "publication": "vidéo|publication|diffusion|photographies|images|enregistrement|rapport",
    "other": (
        "livraison|accident|cérémonie|inondation|séisme|démission|manifestation|manifestations|événements|"
        "événement|drame|tragédie|naufrage|traversée|inauguration"
    ),
}
STATES = (
    "été|eu|agi|appuyé|soutenu|resté|demeuré|continué|dû|pu|voulu|su|devenu|montré|prouvé|permis|exprimé|souligné|"
    "réaffirmé|réitéré|salué|remercié|félicité|attaché|préoccupé|engagé|déterminé|convaincu|fondé|lié|soumis|situé|"
    "consacré|composé|prêt|disposé|contribué|coûté|fourni|servi|suivi|joué|tenu compte|pris note|causé|provoqué"
)
"""Participles of which nothing happens: a clause with one of them is no event."""
IRREGULAR = {
    "third": {
        "hostilities": "ouvre le feu|ouvrent le feu|empare|emparent|prend|prennent|envahit|abat|abattent|détruisent",
        "abuse": "détient|détiennent|retient|retiennent",
        "decision": "dissout|suspend|suspendent|rompt|élit|interdisent|reconnaît|reconnaissent|rouvre|rouvrent",
        "agreement": "conclut|concluent|convient|conviennent",
        "meeting": "reçoit|reçoivent|tient une réunion|tiennent une réunion",
        "deployment": "envoie|envoient",
        "investigation": "ouvre une enquête|découvre|découvrent",
        "prisoner-release": "rend|rendent|remet|remettent",
        "": "maintient|maintiennent",
    },
    "base": {
        "hostilities": "prendre|détruire|abattre|ouvrir le feu|envahir",
        "decision": "rouvrir|suspendre|élire|dissoudre|interdire|rompre|fermer",
        "agreement": "conclure|convenir",
        "meeting": "tenir|recevoir",
        "investigation": "ouvrir une enquête|entendre",
        "prisoner-release": "rendre|remettre",
        "publication": "rendre public|rendre publics",
        "other": "reprendre|construire|mettre fin|ouvrir|soumettre|présenter|fournir|produire|permettre|mettre",
    },
    "future": {
        "agreement": "conclura|concluront|entrera en vigueur|entreront en vigueur",
        "decision": "rouvrira|rouvriront|suspendra|suspendront",
        "meeting": "recevra|recevront|tiendra|tiendront",
        "deployment": "déploiera|déploieront|enverra|enverront",
        "prisoner-release": "rendra|rendront|remettra|remettront",
    },
    "imperfect": {
        "hostilities": "prenait|prenaient|abattait|abattaient|détruisait|détruisaient|ouvrait le feu|ouvraient le feu",
        "decision": "rompait|suspendait|suspendaient|interdisait|rouvrait|élisait",
        "meeting": "recevait|recevaient|rendait|rendaient|tenait|tenaient",
        "prisoner-release": "remettait|remettaient",
        "statement": "exposait|proposait|présentait|disait",
        "other": "ouvrait|ouvraient|mourait|mouraient|démissionnait|devenait",
    },
}
"""Forms that no rule makes of the participle."""
