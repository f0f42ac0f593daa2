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

import re
from collections.abc import Mapping, Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from diplotimeline.drafting.lexicon import Lexicon
from diplotimeline.drafting.verb_forms import Forms, entries, plurals

MOST_REMEMBERED = 50_000
SIGNS = {",": ",", "-": "-", "/": "-", ".": ".", ";": ".", ":": ".", "!": ".", "?": ".", "(": "(", ")": ")", "&": "&"}


class Days(NamedTuple):
    """Days counted from the statement or from the sentence before: `yesterday evening` is -1, -1, evening."""

    first: int
    last: int
    part: str = ""


class _Looks(dict[str, bool]):
    """Words with whether they are known or have one of some endings; a text has far more words than different ones."""

    def __init__(self, known: AbstractSet[str], endings: re.Pattern[str]) -> None:
        super().__init__(dict.fromkeys(known, True))
        self._endings = endings

    def __missing__(self, low: str) -> bool:
        looks = self._endings.fullmatch(low) is not None
        if len(self) < MOST_REMEMBERED:
            self[low] = looks
        return looks


TELLING = ("accusing", "saying", "reacting", "discussing", "doubting", "denying")
"""Classes of verbs that only speak of what others did."""


@dataclass(frozen=True)
class Language:
    """The tables of one language; each maps a kind or a type to words or phrases."""

    code: str
    dates: Mapping[str, Mapping[str, Any]]
    verbs: Forms
    nouns: Mapping[str, str]
    marks: Mapping[str, str]
    auxiliaries: Mapping[str, str]
    words: Mapping[str, str]
    """Single words by the name of their class, separated by blanks."""
    capitals: str = ""
    """Kinds of date words that are written with a capital letter."""
    past_ending: str = ""
    """How the past tense, or the participle after an auxiliary, of a verb that is in no table ends: a pattern."""
    future_ending: str = ""
    """How the future tense of a verb that is in no table ends: a pattern."""
    moves: frozenset[str] = frozenset()
    """Participles that make a past tense with `is`; with a reflexive word before it, all do."""
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
    def event_lexicon(self) -> Lexicon[tuple[str, Any]]:
        """Verbs (`v`: type and form), nouns (`n`: type) and marks (`k`: name)."""
        found: list[tuple[str, tuple[str, Any]]] = [(phrase, ("v", value)) for phrase, value in self.verbs]
        found += [(phrase, ("n", type)) for phrase, type in plurals(self.nouns)]
        return Lexicon(found + [(phrase, ("k", name)) for phrase, name in entries(self.marks)])

    @cached_property
    def auxiliary(self) -> Mapping[str, str]:
        """The letter of each auxiliary."""
        return {word: letter for letter, words in self.auxiliaries.items() for word in words.split("|")}

    @cached_property
    def may_be_verb(self) -> Mapping[str, bool]:
        """Whether a word that is in no table looks like a verb, or helps one: most words of a text do not."""
        endings = self.past_ending, self.future_ending, r".{2,}(?:ing|[eid]rai(?:en)?t)"
        known = self.classes["pasts"] | self.classes["participles"] | self.auxiliary.keys()
        return _Looks(known, re.compile("|".join(f"(?:{one})" for one in endings if one)))

    @cached_property
    def telling(self) -> frozenset[str]:
        """Verbs whose object somebody else did."""
        return frozenset().union(*(self.classes[name] for name in TELLING))

    @cached_property
    def classes(self) -> Mapping[str, frozenset[str]]:
        """The words of each class."""
        return {name: frozenset(words.split()) for name, words in self.words.items()}
