"""What a language brings to the drafting of timelines: tables of words, no grammar.

Words of dates have kinds, one letter each, in which the grammar of `expressions` is written:

    M month          m month, only beside a day        W weekday           U unit: day, week, month, year …
    d figure 1–31    y figure of a year                n other number      D decade      w first, second …
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

SIGNS = {",": ",", "-": "-", "/": "-", ".": ".", ";": ".", ":": ".", "!": ".", "?": ".", "(": "(", ")": ")", "&": "&"}


class Days(NamedTuple):
    """Days counted from the statement or from the sentence before: `yesterday evening` is -1, -1, evening."""

    first: int
    last: int
    part: str = ""


@dataclass(frozen=True)
class Language:
    """The tables of one language that its dates, sentences and names are read with."""

    code: str
    dates: Mapping[str, Mapping[str, Any]]
    words: Mapping[str, str]
    """Single words by the name of their class, separated by blanks."""
    capitals: str = ""
    """Kinds of date words that are written with a capital letter."""
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
    def classes(self) -> Mapping[str, frozenset[str]]:
        """The words of each class."""
        return {name: frozenset(words.split()) for name, words in self.words.items()}
