"""English: its tables in one place."""

from diplotimeline.drafting import english_events as events
from diplotimeline.drafting.english_dates import ENGLISH_DATES
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.verb_forms import english_forms

ENGLISH = Language(
    code="en",
    dates=ENGLISH_DATES,
    verbs=english_forms(events.VERBS, events.STATES, events.FORMS),
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
    past_ending=r"[a-z]{3,}ed",
    capitals="MmW",
)
