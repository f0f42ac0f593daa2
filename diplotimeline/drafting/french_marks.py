"""French words that decide what is an event and what is none, by the name of their mark; separated by `|`."""

MARKS = {
    "demand": (
        "appelle|appelons|appellent|exhorte|exhortons|exhortent|demande|demandons|demandent|exige|exigeons|exigent|"
        "doit|doivent|devrait|devraient|il faut|il importe|il convient|il est temps|il est urgent|invite|invitons|"
        "invitent|prie|prions|engage|engageons|réclame|réclamons|encourage|encourageons|encouragent|rappelons à|"
        "enjoignons|enjoint|en appelle|en appelons|notre appel|il appartient|il est impératif|il est indispensable|"
        "conjurons|insistons|insiste|recommande|recommandons|presse|pressons|somme|sommons|sommes en droit|"
        "adjurons|nous devons"
    ),
    "wish": (
        "espère|espérons|espèrent|souhaite|souhaitons|souhaitent|souhaiterions|formons le vœu|forme le vœu|"
        "formons des vœux|puisse|puissent|nous réjouissons à la perspective|attendons avec intérêt|voudrions|"
        "aimerions|vœu|vœux|attendons de|comptons sur|avons bon espoir|a bon espoir|propose|proposons|suggérons|"
        "appelons de nos vœux|gageons"
    ),
    "conditional": (
        "il faudra|il faudrait|si|s'il|s'ils|à condition|à moins|au cas où|en cas de|pourrait|pourraient|verrait|"
        "verraient|à supposer|devrait-il|sinon|en admettant|quand bien même|il se peut|nul ne sait|faudrait-il|"
        "même si|peut-être que|faute de quoi|dans l'hypothèse|pourvu que|ferait|feraient|aimerait|voudrait"
    ),
    "negation": (
        "ne|n'|aucun|aucune|jamais|ni|nul|nulle|sans qu'aucun|personne n'|refusé de|s'est abstenu|tardé à|sans que"
    ),
    "total": (
        "jusqu'ici|jusqu'à maintenant|à ce jour|jusqu'à présent|le nombre de|le nombre total|portant à|porte à|"
        "porté à|le bilan|plus de la moitié|par jour|par semaine|par mois"
    ),
    "sum": "au total|un total de|en tout|au cumul|en moyenne",
    "habit": (
        "d'ordinaire|normalement|en règle générale|jours fériés|le lundi|le mardi|le mercredi|le jeudi|le vendredi|"
        "le samedi|le dimanche|tous les lundis|tous les mardis|tous les mercredis|tous les jeudis|"
        "tous les vendredis|tous les samedis|tous les dimanches|les lundis|les mardis|les mercredis|les jeudis|"
        "les vendredis|les samedis|les dimanches|lundi du mois|mardi du mois|mercredi du mois|jeudi du mois|"
        "vendredi du mois|session ordinaire|fois par jour|fois par semaine|fois par mois|fois par an|en hiver|"
        "en été|chaque jour|chaque semaine|chaque mois|chaque année|chaque matin|chaque soir|chaque nuit|"
        "chaque printemps|chaque automne|chaque hiver|chaque trimestre|chaque dimanche|chaque lundi|chaque mardi|"
        "chaque mercredi|chaque jeudi|chaque vendredi|chaque samedi|chaque week-end|toujours|régulièrement|"
        "traditionnellement|tous les ans|tous les jours|habituellement|sans cesse|constamment|quotidiennement|"
        "continue de|continuent de|à maintes reprises|depuis des décennies|depuis des siècles|depuis toujours|"
        "toutes les semaines|tous les mois|chaque fois que|continue à|continuent à"
    ),
    "factive": (
        "saluons|salue|saluent|condamnons|condamne|condamnent|déplorons|déplore|regrettons|regrette|prenons note|"
        "prend note|prenons acte|prend acte|félicitons|félicite|se félicite|nous félicitons|rappelons|rappelle|"
        "notons|note|remercions|remercie|à la suite de|à la suite du|constatons|dénonçons|dénonce|applaudissons|"
        "nous réjouissons|se réjouit|nous réjouissons de|consternés par|choqués par|bouleversés par|préoccupés par|"
        "accueillons avec satisfaction|accueille avec satisfaction|rendons hommage"
    ),
    "alleged": (
        "aurait|auraient|serait|seraient|prétendument|présumé|présumée|présumés|présumées|apparemment|semble|"
        "semblent|semblerait|supposé|dit-on|paraît-il|soi-disant|il semblerait|non confirmées|semblait|semblant|"
        "vraisemblablement|censément|prétend|prétendent"
    ),
    "according": "selon|d'après|aux dires de|au dire de|de l'avis de|suivant",
    "future": (
        "est prévu|est prévue|sont prévus|sont prévues|prévu le|prévue le|prévus le|prévues le|prévu pour|"
        "prévue pour|prévus pour|prévues pour|est programmé|est programmée|est fixé|est fixée|va|vont|accord pour|"
        "décision de|s'engage à|s'engagent à|s'est engagé à|s'est engagée à|se sont engagés à|est attendu|"
        "est attendue|sont attendus|sont attendues|est convoqué|est convoquée|est appelé à|sont appelés à|"
        "à compter du|prévoit de|prévoient de|entend|expire|expirera|prochaine réunion|sont tenus de|est tenu de|"
        "est tenue de"
    ),
    "definite": "le|la|les|l'|ce|cet|cette|ces|du|des|au|aux|son|sa|ses|leur|leurs|notre|nos|votre",
    "indefinite": "un|une|aucun|aucune|tout|toute|nouvelle|nouveau|nouvelles|nouveaux|éventuel|éventuelle|d'",
    "reference": "anniversaire|commémoration|à la mémoire|commémore|commémorons",
    "speech": "prononcé|pris la parole|s'est exprimé|s'est adressé|a prononcé",
    "showing": "montrant|montre|montrent|semblant montrer|qui montre|où l'on voit",
    "document": (
        "résolution|résolutions|document|décision|lettre|rapport|paragraphe|article|convention|protocole|règle|loi|"
        "accord|déclaration|traité|mémorandum|trêve|cessez-le-feu|armistice|charte|communiqué|mandat|arrangement|"
        "arrangements|engagements|mesures|principes|dispositions|termes"
    ),
    "place": (
        "à|en|près de|près du|aux abords de|au large de|devant|dans le secteur de|à proximité de|à proximité du|"
        "aux environs de|dans les environs de|vers|à la sortie de"
    ),
    "person": "il|elle|ils|elles|on|nous|qui",
    "by": "par",
    "condition": (
        "en détention|en prison|en garde à vue|assigné à résidence|assiégé|sous blocus|privé d'électricité|"
        "privés d'électricité|coupé|coupée|fermé|fermée|fermés|bloqué|bloquée|en grève|en vigueur|porté disparu|"
        "portés disparus|sans nouvelles"
    ),
    "term": "date limite|délai|échéance|date butoir",
    "origin": "né|née|nés|remontant à|datant de|datant du|fondé|fondée",
    "mines": "mine|mines|engin explosif|explosion|déflagration|munition non explosée",
    "definition": (
        "on entend|entendons par|nous entendons|désigne|désignent|renvoie à|renvoie aux|renvoie au|s'entend|"
        "s'entendent|signifie|recouvre|vise les|se réfère"
    ),
    "wording": "le terme|les termes|l'expression|le mot|les mots|aux fins du présent|aux fins de la présente",
    "untrue": "il est faux|il n'est pas vrai|il est inexact|contrairement à|loin de",
    "unproven": (
        "aucune preuve|aucun indice|aucun élément|aucune indication|pas de preuve|pas de preuves|rien ne prouve|"
        "rien n'indique|rien ne permet d'affirmer|aucune confirmation"
    ),
    "remembering": (
        "nous honorons|honorons aujourd'hui|souvenons-nous|nous inclinons|commémorons|jour de deuil|nous souvenons|"
        "rendons hommage aux victimes|honorons la mémoire|ans après|ans du|jour férié|minute de silence|"
        "les ans du massacre|nous recueillons"
    ),
    "figure": (
        "millions|millions de|milliards|million|milliard|pour cent|tonnes|budget|crédits|dépense|dépenses|recettes|"
        "exportations|importations|population|contributions|%"
    ),
    "pledge": (
        "engagement|promesse|promesses|feuille de route|garanties|obligations|position|positions|tracé|texte|"
        "comme convenu|comme prévu|règles|constitution|code|celle|celui|celles|ceux|lignes|statu quo"
    ),
    "arranged": (
        "convoqué|convoquée|convoqués|convoquées|appelé|appelée|censé|censée|censés|prévu|prévue|prévus|prévues|"
        "annoncé|annoncée|annoncés|annoncées|fixé|fixée|programmé|programmée"
    ),
    "called off": (
        "interdit|interdite|interdits|interdites|empêché|empêchée|annulé|annulée|annulés|reporté|reportée|reportés|"
        "ajourné|ajournée|remis en cause|remise en cause"
    ),
    "portion": "dont|à lui seul|à elle seule|pour le seul|pour la seule",
    "supposed": "à supposer|en admettant|quand bien même|supposons|imaginons",
    "recall": (
        "rappelons|rappelle|rappellent|réaffirmons|réaffirme|réitérons|demeurons attachés|reste attaché|"
        "restons attachés|honorer|honore"
    ),
    "accordance": (
        "conformément à|conformément aux|conformément au|aux termes de|aux termes du|en vertu de|en vertu du|"
        "en application de|en application du|comme convenu|comme prévu|sur la base de|sur la base des|"
        "dans le cadre de"
    ),
    "lacking": "sans|faute|à défaut",
    "awaited": "ce n'est que lorsque|seulement lorsque|tant que",
    "issued": "décision|rapport|ordonnance|arrêt|jugement|décret",
    "fire": (
        "tir|tirs|coups de feu|obus|roquette|roquettes|missile|missiles|drone|drones|grenade|artillerie|salve|"
        "salves|rafales"
    ),
    "captives": (
        "prisonnier|prisonniers|prisonnière|prisonnières|détenu|détenus|otage|otages|captif|captifs|militaire|"
        "militaires|soldat|soldats|corps|dépouille|dépouilles|pêcheurs|marins|équipage|pilote|civils|enfants|"
        "hommes|femmes|habitants|journaliste|journalistes|personnes|restes"
    ),
    "instruments": "instruments|lettres|notes verbales",
    "troops": (
        "troupes|unités|unité|batterie|batteries|chars|blindés|systèmes|bataillon|bataillons|brigade|régiment|"
        "artillerie|navires de guerre|soldats|militaires|lance-roquettes|armes lourdes|colonnes|matériel militaire"
    ),
    "ruling": "décision|ordonnance|arrêt|jugement|décret|verdict",
    "timetable": "jours fériés|heures d'ouverture|jours ouvrables|tous les dimanches|sur rendez-vous",
    "furniture": "embargo|seul le prononcé fait foi|prochain numéro|ordre du jour|pour diffusion immédiate",
    "hearsay": (
        "les informations|l'information|allégations|rumeurs|les affirmations|l'affirmation|prétend|accusations|"
        "l'accusation"
    ),
    "refuted": (
        "faux|fausse|fausses|infondé|infondée|infondées|dénué de fondement|dénuées de fondement|mensongères|"
        "mensongère|inventé|inventée|été démenti|été démentie|été démenties|été rejetées"
    ),
    "happening": "eu lieu|arrivé|arrivée|arrivés|produit|produite|tenue|tenu|parvenu",
    "phone": "téléphone|visioconférence",
}
