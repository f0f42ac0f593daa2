"""French: the words that its dates, sentences and names are read with."""

from diplotimeline.drafting import french_words as words
from diplotimeline.drafting.french_dates import FRENCH_DATES
from diplotimeline.drafting.language import Language

FRENCH = Language(
    code="fr",
    dates=FRENCH_DATES,
    words={
        "short": words.ABBREVIATIONS,
        "titles": words.TITLES,
        "openers": words.OPENERS,
        "offices": words.OFFICES,
    },
    day_first=True,
)
