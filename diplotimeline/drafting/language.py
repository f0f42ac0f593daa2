"""What a language brings to the sentence half of drafting: tables of words, no grammar."""

import re
from collections.abc import Mapping, Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from diplotimeline.drafting.lexicon import Lexicon
from diplotimeline.drafting.verb_forms import Forms, entries, plurals
from diplotimeline.drafting.vocabulary import Vocabulary

MOST_REMEMBERED = 50_000


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
    vocabulary: Vocabulary
    verbs: Forms
    nouns: Mapping[str, str]
    marks: Mapping[str, str]
    auxiliaries: Mapping[str, str]
    words: Mapping[str, str]
    """Single words by the name of their class, separated by blanks."""
    past_ending: str = ""
    """How the past tense, or the participle after an auxiliary, of a verb that is in no table ends: a pattern."""
    future_ending: str = ""
    """How the future tense of a verb that is in no table ends: a pattern."""
    moves: frozenset[str] = frozenset()
    """Participles that make a past tense with `is`; with a reflexive word before it, all do."""

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
