"""English: its tables in one place."""

from diplotimeline.drafting import english_events as events, english_words as words
from diplotimeline.drafting.english_marks import MARKS
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.verb_forms import english_forms
from diplotimeline.drafting.vocabulary import vocabulary

ENGLISH = Language(
    code="en",
    vocabulary=vocabulary("en"),
    verbs=english_forms(events.VERBS, events.STATES, events.FORMS),
    nouns=events.NOUNS,
    marks=MARKS,
    auxiliaries=words.AUXILIARIES,
    words={
        "adjectives": words.ADJECTIVES,
        "adverbs": words.ADVERBS,
        "boundaries": words.BOUNDARIES,
        "prepositions": words.PREPOSITIONS,
        "determiners": words.DETERMINERS,
        "pasts": words.PASTS,
        "participles": words.PARTICIPLES,
        "weak": words.WEAK,
        "keeping": words.KEEPING,
        "observing": words.OBSERVING,
        "accusing": words.ACCUSING,
        "saying": words.SAYING,
        "reacting": words.REACTING,
        "discussing": words.DISCUSSING,
        "doubting": words.DOUBTING,
        "denying": words.DENYING,
        "holding": words.HOLDING,
        "hearsay": words.HEARSAY,
        "lasting": words.LASTING,
        "ambiguous": words.AMBIGUOUS,
    },
    past_ending=r"[a-z]{3,}ed",
)
