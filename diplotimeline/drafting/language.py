"""The words of a language that decide what is an event, and what its model calls the parts of a sentence.

They stand in `languages/`, one file for each language.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from diplotimeline.drafting.parsing import parser
from diplotimeline.drafting.vocabulary import Lexicon


def words_of(text: str) -> list[str]:
    """The phrases of an entry of a table."""
    return [" ".join(one.split()) for one in text.split("|") if one.strip()]


def sets_of(read: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The entries of a table as sets of words."""
    return {name: frozenset(words_of(text)) for name, text in read.items()}


def by_word(sets: Mapping[str, frozenset[str]]) -> dict[str, set[str]]:
    """The names of the sets that each word is in."""
    every = frozenset().union(*sets.values())
    return {word: {name for name, words in sets.items() if word in words} for word in every}


@dataclass(frozen=True)
class Forms:
    """How a language makes the third person of the present, by the endings of base forms."""

    one: Mapping[str, str]
    many: Mapping[str, str]
    irregular: Mapping[str, str]
    before_vowels: Mapping[str, str]

    def present(self, base: str, *, many: bool) -> str:
        """`expel` is `expels`; empty if no rule fits. The longest ending decides."""
        if base in self.irregular:
            return self.irregular[base].split()[many]
        endings = self.many if many else self.one
        ending = max((one for one in endings if base.isalpha() and base.endswith(one)), key=len, default=None)
        return "" if ending is None else base.removesuffix(ending) + endings[ending]

    def reflexive(self, present: str) -> str:
        """`se rend`, `s'ouvre`."""
        word = self.before_vowels["one"] if present[:1] in self.before_vowels["vowels"] else self.before_vowels["other"]
        return f"{word}{present}"


class Grammar:
    """The words of a language that decide what is an event, ready to be looked up."""

    def __init__(self, language: str) -> None:
        read = tomllib.loads(Path(__file__).with_name("languages").joinpath(f"{language}.toml").read_text("utf-8"))
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
        self.masks: Mapping[str, str] = read["masks"]
        self.repairs: Mapping[str, str] = read["repairs"]
        self.infinitives = tuple(words_of(read["infinitives"]))
        self.endings = {name: tuple(words_of(text)) for name, text in read["endings"].items()}
        self.forms = Forms(**read["forms"])
        self.numbers: Mapping[str, int] = read["numbers"]
        self.tells_in_present = bool(read["tells_in_present"])
        self.verbs: dict[str, list[tuple[frozenset[str], str]]] = {}
        for type, text in read["verbs"].items():
            for phrase in words_of(text):
                head, *others = sorted(phrase.split(), key=lambda word: word in self.classes["reflexive"])
                self.verbs.setdefault(head, []).append((frozenset(others) - self.classes["empty"], type))
        for several in self.verbs.values():
            several.sort(key=lambda one: -len(one[0]))


grammar = cache(Grammar)
"""The words of a language, by its code. Raises `CallError` without its parser."""
