"""English: its tables in one place."""

from diplotimeline.drafting import english_events as events
from diplotimeline.drafting.english_dates import ENGLISH_DATES
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.verb_forms import english_forms

ENGLISH = Language(
    code="en",
    dates=ENGLISH_DATES,
    verbs=english_forms(events.VERBS, events.FORMS),
    nouns=events.NOUNS,
    marks=events.MARKS,
    abbreviations=events.ABBREVIATIONS,
    title_words=events.TITLES,
    openers=events.OPENERS,
    capitals="MmW",
    past_ending="ed",
)
