"""French: its tables in one place."""

from diplotimeline.drafting import french_events as events
from diplotimeline.drafting.french_dates import FRENCH_DATES
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.verb_forms import french_forms

FRENCH = Language(
    code="fr",
    dates=FRENCH_DATES,
    verbs=french_forms(events.VERBS),
    nouns=events.NOUNS,
    marks=events.MARKS,
    abbreviations=events.ABBREVIATIONS,
    title_words=events.TITLES,
    openers=events.OPENERS,
    future_endings=("ra", "ront"),
    day_first=True,
)
