"""What a language brings to the drafting of timelines: tables of words, no grammar.

Words of dates have kinds, one letter each, in which the grammar of `expressions` is written:

    M month          m month, only beside a day        W weekday           U unit: day, week, month, year …
    d figure 1–31    y figure of a year                n other number      D decade
    X date in figures                                  T clock time        l zone of a clock time
    Z season         p part of the day                 R day relative to the statement
    G day relative to the sentence before              g the same, but only at the end of a clause
    L last   N next   H this   P past, rolling         E ago               V vague
    < earlier        > later                           k part of a period: early, mid-, end of
    S since  F from  t to  u until  b by  B before  A after  I between     e eve of
    o on, at, for  i in  f of  a article  & and  | or  , -   j now   c about
    . end of a clause        1 a date that has been understood             x any other word        # other figures
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from diplotimeline.drafting.lexicon import Lexicon
from diplotimeline.drafting.verb_forms import Forms, entries

SIGNS = {",": ",", "-": "-", ".": ".", ";": ".", ":": ".", "!": ".", "?": ".", "(": "(", ")": ")", "&": "&"}


class Days(NamedTuple):
    """Days counted from the statement or from the sentence before: `yesterday evening` is -1, -1, evening."""

    first: int
    last: int
    part: str = ""


@dataclass(frozen=True)
class Language:
    """The tables of one language; each maps a kind or a type to words or phrases."""

    code: str
    dates: Mapping[str, Mapping[str, Any]]
    verbs: Forms
    nouns: Mapping[str, str]
    marks: Mapping[str, str]
    abbreviations: str
    title_words: str
    openers: str
    capitals: str = ""
    """Kinds of date words that are written with a capital letter."""
    past_ending: str = ""
    """How a past tense ends that is in no table."""
    future_endings: tuple[str, ...] = ()
    day_first: bool = False
    """Whether dates in figures can only be day, month, year in this language."""

    @cached_property
    def date_lexicon(self) -> Lexicon[tuple[str, Any]]:
        """The words of dates, looked up by their text."""
        entries = [(sign, (kind, None)) for sign, kind in SIGNS.items()]
        for kind, phrases in self.dates.items():
            entries += [(phrase, (kind, value)) for phrase, value in phrases.items()]
        return Lexicon(entries)

    @cached_property
    def verb_lexicon(self) -> Lexicon[tuple[str, str]]:
        """Type and form of every verb."""
        return Lexicon(self.verbs)

    @cached_property
    def noun_lexicon(self) -> Lexicon[tuple[str, str]]:
        """Type of every noun that names an event."""
        return Lexicon((phrase, (type, "noun")) for phrase, type in entries(self.nouns))

    @cached_property
    def mark_lexicon(self) -> Lexicon[frozenset[str]]:
        """What the words say that decide what is an event."""
        names: dict[str, set[str]] = {}
        for phrase, name in entries(self.marks):
            names.setdefault(phrase, set()).add(name)
        return Lexicon((phrase, frozenset(several)) for phrase, several in names.items())

    @cached_property
    def short_words(self) -> frozenset[str]:
        """Words that end in a stop and do not end a sentence."""
        return frozenset(self.abbreviations.split())

    @cached_property
    def titles(self) -> frozenset[str]:
        """Those of them that always stand before a name or a number."""
        return frozenset(self.title_words.split())

    @cached_property
    def opening_words(self) -> frozenset[str]:
        """Words that begin a sentence after an abbreviation."""
        return frozenset(self.openers.split())
