"""The words of a language that decide what is an event, and what its model calls the parts of a sentence.

They stand in `languages/`, one file for each language.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from diplotimeline.drafting.forms import Forms
from diplotimeline.drafting.parsing import parser


def words_of(text: str) -> list[str]:
    """The phrases of an entry of a table."""
    return [phrase for phrase in (" ".join(one.split()) for one in text.split("|")) if phrase]


class Phrases:
    """Phrases with what they stand for, looked up by their first word; a phrase fits words or their base forms."""

    def __init__(self, tables: Mapping[str, str], split: Any) -> None:
        self.by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, text in tables.items():
            for phrase in words_of(text):
                words = tuple(token.lower_ for token in split(phrase))
                self.by_first.setdefault(words[0], []).append((words, name))
        for several in self.by_first.values():
            several.sort(key=lambda one: -len(one[0]))

    def at(self, lows: Sequence[str], lemmas: Sequence[str], place: int) -> Iterator[tuple[str, int]]:
        """What the phrases that begin at this word stand for, each with its number of words, the longest first."""
        known = dict.fromkeys((*self.by_first.get(lows[place], ()), *self.by_first.get(lemmas[place], ())))
        for words, name in sorted(known, key=lambda one: -len(one[0])):
            there = range(place, place + len(words))
            if there.stop <= len(lows) and all(words[at - place] in (lows[at], lemmas[at]) for at in there):
                yield name, len(words)


class Grammar:
    """The words of a language that decide what is an event, ready to be looked up."""

    def __init__(self, language: str) -> None:
        read = tomllib.loads(Path(__file__).with_name("languages").joinpath(f"{language}.toml").read_text("utf-8"))
        split = parser(language).model.make_doc
        self.roles = {name: frozenset(words_of(text)) for name, text in read["labels"].items()}
        self.links = self.roles | {name: frozenset(words_of(text)) for name, text in read["links"].items()}
        self.tenses = {name: frozenset(words_of(text)) for name, text in read["tenses"].items()}
        self.classes = {name: frozenset(words_of(text)) for name, text in read["classes"].items()}
        self.masks: Mapping[str, str] = read["masks"]
        self.marks = Phrases(read["marks"], split)
        self.nouns = Phrases(read["nouns"], split)
        self.things = Phrases(read["things"], split)
        self.matters = Phrases(read["matters"], split)
        self.copular = Phrases(read["copular"], split)
        self.repairs: Mapping[str, str] = read["repairs"]
        self.infinitives = tuple(words_of(read["infinitives"]))
        self.endings = {name: tuple(words_of(text)) for name, text in read["endings"].items()}
        self.forms = Forms(read["forms"])
        self.numbers: Mapping[str, int] = read["numbers"]
        self.tells_in_present = bool(read["tells_in_present"])
        self.verbs: dict[str, list[tuple[frozenset[str], str]]] = {}
        for type, text in read["verbs"].items():
            for phrase in words_of(text):
                head, *others = sorted(phrase.split(), key=lambda word: word in self.classes["reflexive"])
                self.verbs.setdefault(head, []).append((frozenset(others) - self.classes["empty"], type))
        for several in self.verbs.values():
            several.sort(key=lambda one: -len(one[0]))

    def tense(self, word: str) -> str:
        """What an auxiliary says of time; the order of the table decides."""
        return next((name for name, words in self.tenses.items() if word in words), "")


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language. Raises `CallError` without its parser."""
    return Grammar(language)
