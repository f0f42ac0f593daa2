"""English: the words that its dates, sentences and names are read with."""

from diplotimeline.drafting import english_words as words
from diplotimeline.drafting.english_dates import ENGLISH_DATES
from diplotimeline.drafting.language import Language

ENGLISH = Language(
    code="en",
    dates=ENGLISH_DATES,
    words={
        "short": words.ABBREVIATIONS,
        "titles": words.TITLES,
        "openers": words.OPENERS,
        "offices": words.OFFICES,
    },
    capitals="MmW",
)
