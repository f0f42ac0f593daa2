"""The French words of dates, by kind; `language` explains the letters."""

from typing import Any

from diplotimeline.drafting.language import Days

MONTHS = {
    "janvier": 1, "février": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7, "août": 8, "aout": 8,
    "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12,
}  # fmt: skip
SHORT_MONTHS = {"janv.": 1, "févr.": 2, "avr.": 4, "juil.": 7, "sept.": 9, "oct.": 10, "nov.": 11, "déc.": 12}
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
NUMBERS = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "vingt": 20,
}  # fmt: skip
UNITS = {
    "jour": "day", "jours": "day", "journée": "day", "semaine": "week", "semaines": "week", "mois": "month",
    "an": "year", "ans": "year", "année": "year", "années": "year", "week-end": "weekend", "weekend": "weekend",
    "fin de semaine": "weekend", "mois-ci": "month", "semaine-ci": "week", "année-ci": "year", "quinzaine": "fortnight",
    "week-ends": "weekend", "décennie": "decade",
}  # fmt: skip

FRENCH_DATES: dict[str, dict[str, Any]] = {
    "M": MONTHS,
    "m": SHORT_MONTHS,
    "W": {name: number for number, name in enumerate(WEEKDAYS)},
    "n": NUMBERS,
    "U": UNITS,
    "Z": {"printemps": 21, "été": 22, "automne": 23, "hiver": 24},
    "p": {
        "nuit": "night", "nuits": "night", "matin": "morning", "matinée": "morning", "après-midi": "afternoon",
        "soir": "evening", "soirée": "evening", "aube": "morning", "premières heures": "morning", "petit matin": "morning",
        "soirs": "evening", "soirées": "evening", "fin de journée": "evening", "début de soirée": "evening",
        "fin d'après-midi": "afternoon", "midi": "", "minuit": "", "tôt le matin": "morning",
    },
    "R": {
        "aujourd'hui": Days(0, 0), "hier": Days(-1, -1), "avant-hier": Days(-2, -2), "demain": Days(1, 1),
        "après-demain": Days(2, 2), "ce matin": Days(0, 0, "morning"), "cet après-midi": Days(0, 0, "afternoon"),
        "plus tôt dans la journée": Days(0, 0), "dans la journée": Days(0, 0), "ce soir": Days(0, 0, "evening"), "cette nuit": Days(-1, 0, "night"), "la nuit dernière": Days(-1, 0, "night"),
        "la nuit passée": Days(-1, 0, "night"), "hier soir": Days(-1, -1, "evening"), "ce jour": Days(0, 0),
        "ce jour même": Days(0, 0), "hier matin": Days(-1, -1, "morning"),
    },
    "G": {
        "le lendemain": Days(1, 1), "dès le lendemain": Days(1, 1), "le jour suivant": Days(1, 1),
        "le lendemain matin": Days(1, 1, "morning"), "le lendemain soir": Days(1, 1, "evening"),
        "le surlendemain": Days(2, 2), "la veille": Days(-1, -1), "la veille au soir": Days(-1, -1, "evening"),
        "l'avant-veille": Days(-2, -2), "le jour précédent": Days(-1, -1), "le même jour": Days(0, 0),
        "ce jour-là": Days(0, 0), "ce même jour": Days(0, 0), "le jour même": Days(0, 0), "le soir même": Days(0, 0, "evening"),
        "la nuit suivante": Days(0, 1, "night"), "la nuit précédente": Days(-1, 0, "night"),
        "cette nuit-là": Days(0, 1, "night"), "ce soir-là": Days(0, 0, "evening"), "le même soir": Days(0, 0, "evening"),
        "à cette date": Days(0, 0), "à la même date": Days(0, 0), "le matin même": Days(0, 0, "morning"),
        "un jour plus tard": Days(1, 1), "le jour d'après": Days(1, 1), "le jour d'avant": Days(-1, -1),
    },
    "g": {},
    "L": {"dernier": None, "dernière": None, "derniers": None, "dernières": None, "passé": None, "passée": None},
    "N": {"prochain": None, "prochaine": None, "prochains": None, "prochaines": None, "qui vient": None, "à venir": None},
    "H": {"ce": None, "cet": None, "cette": None, "ces": None},
    "P": {"écoulé": None, "écoulée": None, "écoulés": None, "écoulées": None},
    "E": {"il y a": None, "voici": None, "voilà": None},
    "V": {
        "ces derniers jours": None, "ces dernières semaines": None, "ces derniers temps": None, "ces derniers mois": None,
        "récemment": None, "dernièrement": None, "il y a quelques jours": None, "il y a quelques semaines": None,
        "ces jours derniers": None, "les derniers jours": None, "il y a peu": None, "l'autre jour": None,
        "les dernières semaines": None, "il y a plusieurs semaines": None, "il y a quelques mois": None, "des derniers jours": None,
    },
    "<": {"plus tôt": None, "auparavant": None, "avant cela": None},
    ">": {"plus tard": None, "après cela": None, "ensuite": None},
    "k": {
        "fin du": "end", "fin de": "end", "fin du mois de": "end", "fin du mois d'": "end", "mois d'": "", "au mois d'": "",
        "la deuxième semaine de": "second week", "la troisième semaine de": "third week", "la dernière semaine de": "last week",
        "les dix premiers jours de": "early", "les dix derniers jours de": "late", "le premier trimestre": "first quarter",
        "premier trimestre": "first quarter", "deuxième trimestre": "second quarter", "troisième trimestre": "third quarter",
        "quatrième trimestre": "fourth quarter", "premier semestre": "first half", "second semestre": "second half",
        "début du mois de": "early", "début du mois d'": "early", "la mi-": "mid", "à la mi-": "mid",
        "début": "early", "au début de": "early", "au début du": "early", "mi-": "mid", "le milieu de": "mid", "au milieu du": "mid",
        "fin": "end", "la fin de": "end", "la fin du": "end", "le début de": "early", "le début du": "early",
        "la première moitié de": "first half", "la seconde moitié de": "second half", "la deuxième moitié de": "second half",
        "la première quinzaine de": "first half", "la seconde quinzaine de": "second half", "la deuxième quinzaine de": "second half",
        "les premiers jours de": "early", "les derniers jours de": "late", "tout début": "early", "toute fin": "late",
        "les premiers jours du": "early", "les derniers jours du": "late", "aux premiers jours de": "early",
        "dès le début de": "early", "la première semaine de": "first week", "courant": "", "le mois de": "",
        "au mois de": "", "du mois de": "", "mois de": "", "le courant du mois de": "", "au cours du mois de": "",
        "plus tôt": "earlier", "plus tard": "later", "tôt": "", "tard": "", "en début de": "early", "en fin de": "late",
        "à la fin de": "end", "à la fin du": "end", "la moitié de": "mid",
    },
    "S": {"depuis": None, "depuis le": None, "dès": None, "depuis la": None, "depuis l'": None},
    "F": {"à compter du": None, "à partir du": None, "à partir de": None, "à compter de": None, "dès le": None},
    "t": {"au": None, "à la": None, "à": None},
    "u": {"jusqu'au": None, "jusqu'à": None, "jusqu'en": None, "jusqu'à la": None, "jusqu'à l'": None},
    "b": {"d'ici": None, "d'ici au": None, "d'ici à": None, "d'ici la": None, "d'ici à la": None, "d'ici le": None, "au plus tard": None,
          "au plus tard le": None, "d'ici l'": None, "d'ici à l'": None, "avant la fin de": None},
    "B": {"avant": None, "avant le": None, "avant la": None},
    "A": {"après": None, "après le": None, "après la": None},
    "I": {"entre": None, "entre le": None, "entre la": None},
    "e": {"à la veille de": None, "à la veille du": None, "la veille de": None, "la veille du": None, "à la veille des": None,
          "la veille des": None},
    "o": {"à l'": None, "aux": None, "daté": None, "datée": None, "en date": None, "à compter d'": None, "pour": None},
    "i": {"en": None, "dans": None, "dans le courant": None, "au cours": None, "durant": None, "pendant": None, "lors": None},
    "f": {"du": None, "de": None, "d'": None, "des": None},
    "a": {"le": 0, "la": 0, "les": 0, "l'": 0, "un": 1, "une": 1},
    "&": {"et": None, "ainsi que": None, "puis": None, "et de nouveau": None, "puis de nouveau": None},
    "|": {"ou": None},
    "j": {"maintenant": None, "déjà": None},
    "c": {"vers": None, "environ": None, "autour": None, "aux alentours": None, "quelque": None},
    "l": {"heure locale": None, "heures": None, "utc": None, "gmt": None, "(heure locale)": None, "heure de": None, "tu": None},
    "D": {"années quatre-vingt-dix": 1990, "années quatre-vingt": 1980},
    "T": {"midi": "12:00", "minuit": "00:00"},
}  # fmt: skip
