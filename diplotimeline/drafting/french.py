"""French: its tables in one place."""

from diplotimeline.drafting import french_events as events
from diplotimeline.drafting.french_dates import FRENCH_DATES
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.verb_forms import french_forms

FRENCH = Language(
    code="fr",
    dates=FRENCH_DATES,
    verbs=french_forms(events.VERBS, events.STATES),
    nouns=events.NOUNS,
    marks=events.MARKS,
    auxiliaries=events.AUXILIARIES,
    words={
        "short": events.ABBREVIATIONS,
        "titles": events.TITLES,
        "openers": events.OPENERS,
        "adjectives": events.ADJECTIVES,
        "adverbs": events.ADVERBS,
        "boundaries": events.BOUNDARIES,
        "prepositions": events.PREPOSITIONS,
        "determiners": events.DETERMINERS,
        "pasts": events.PASTS,
        "participles": events.PARTICIPLES,
        "weak": events.WEAK,
        "offices": events.OFFICES,
    },
    past_ending=r"[^\W\d_]{2,}(?:é|i|u|ert|int|is)(?:e?s?)",
    future_ending=r"[^\W\d_]{3,}r(?:a|ont)",
    moves=frozenset(events.MOVES.split("|")),
    day_first=True,
)
