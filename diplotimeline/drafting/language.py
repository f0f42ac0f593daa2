"""The words of a language that decide what is an event, and what its model calls the parts of a sentence."""

import re
from collections.abc import Mapping
from functools import cache

from diplotimeline.drafting.expressions import Lexicon, filled, table
from diplotimeline.drafting.parsing import parser


def words_of(text: str) -> list[str]:
    """The phrases of an entry of a table."""
    return [" ".join(one.split()) for one in text.split("|") if one.strip()]


def sets_of(read: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The entries of a table as sets of words."""
    return {name: frozenset(words_of(text)) for name, text in read.items()}


def by_word(sets: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """The names of the sets that each word is in."""
    return {word: {name for name, words in sets.items() if word in words} for one in sets.values() for word in one}


class Grammar:
    """The words of a language that decide what is an event, ready to be looked up."""

    def __init__(self, language: str) -> None:
        read = table(f"languages/{language}")
        self.classes, labels = sets_of(read["classes"]), sets_of(read["labels"])
        self.classes_of, self.links_of = by_word(self.classes), by_word(labels | sets_of(read["links"]))
        self.role_of = {label: name for name, words in reversed(labels.items()) for label in words}
        split = parser(language).model.make_doc
        self.marks, self.nouns, self.things, self.movables, self.matters = (
            Lexicon(
                ([token.text for token in split(phrase)], name)
                for name, text in read[table].items()
                for phrase in words_of(text)
            )
            for table in ("marks", "nouns", "things", "movables", "matters")
        )
        self.auxiliaries = {name: re.compile(f"({text})( |$)") for name, text in read["auxiliaries"].items()}
        longest_first = ((name, sorted(words, key=len, reverse=True)) for name, words in self.classes.items())
        forms = ((name.upper(), "|".join(map(re.escape, words))) for name, words in longest_first)
        pieces = {name: f"(?i:(?:{words})s?(?![\\w-]))" for name, words in forms}
        self.names = re.compile(filled("NAMES", read["names"] | pieces))
        self.repairs: Mapping[str, str] = read["repairs"]
        self.infinitives = tuple(words_of(read["infinitives"]))
        self.endings = {name: tuple(words_of(text)) for name, text in read["endings"].items()}
        self.forms: Mapping[str, Mapping[str, str]] = read["forms"]
        self.numbers: Mapping[str, int] = read["numbers"]
        self.colon: str = read["colon"]
        self.tells_in_present = bool(read["tells_in_present"])
        self.verbs: dict[str, list[tuple[frozenset[str], str]]] = {}
        phrases = ((phrase.split(), type) for type, text in read["verbs"].items() for phrase in words_of(text))
        for words, type in sorted(phrases, key=lambda one: -len({*one[0]} - self.classes["empty"])):  # longest first
            head, *others = sorted(words, key=lambda word: word in self.classes["reflexive"])
            self.verbs.setdefault(head, []).append((frozenset(others) - self.classes["empty"], type))
        presents = ((self.present(base, many=many), base) for base in self.verbs for many in (False, True))
        misread = {one: base for one, base in presents if one in self.classes["misread"]}
        self.masks: Mapping[str, str] = dict.fromkeys(map(" {}".format, misread), read["a_verb"]) | read["masks"]
        self.base_forms: Mapping[str, str] = misread | read["base_forms"]  # of what the model takes for other words

    def present(self, base: str, *, many: bool, reflexive: bool = False) -> str:
        """The third person of the present, by the longest ending: `expels`, `se rend`; empty if no rule fits."""
        forms, endings = self.forms, self.forms["many" if many else "one"]
        ending = max((one for one in endings if base.isalpha() and base.endswith(one)), key=len, default=None)
        present = "" if ending is None else base.removesuffix(ending) + endings[ending]
        present = forms["irregular"][base].split()[many] if base in forms["irregular"] else present
        before = forms["before_vowels"]["one" if present[:1] in forms["before_vowels"]["vowels"] else "other"]
        return before + present if present and reflexive else present


grammar = cache(Grammar)
"""The words of a language, by its code. Raises `CallError` without its parser."""
