"""French: its tables in one place."""

from diplotimeline.drafting import french_events as events, french_words as words
from diplotimeline.drafting.french_marks import MARKS
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.verb_forms import french_forms
from diplotimeline.drafting.vocabulary import vocabulary

FRENCH = Language(
    code="fr",
    vocabulary=vocabulary("fr"),
    verbs=french_forms(events.VERBS, events.STATES, events.IRREGULAR),
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
        "unreal": words.UNREAL,
        "keeping": words.KEEPING,
        "twofold": words.TWOFOLD,
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
    past_ending=r"[^\W\d_]{2,}(?:é|i|u|ert|int|is)(?:e?s?)",
    future_ending=r"[^\W\d_]{3,}r(?:a|ont)",
    moves=frozenset(words.MOVES.split("|")),
)
