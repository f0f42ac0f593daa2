"""The words of a language that tell dates, read from `dates.LANGUAGE.toml`, and phrases looked up among words.

A phrase of any length becomes one word with a kind and a value.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from diplotimeline.suggest import state_names

OTHER, NAME = "other", "name"
"""Kinds of words of which nothing is known, without and with a capital letter."""


def table(name: str) -> Mapping[str, Any]:
    """What stands in a file of this package."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def filled(pattern: str, pieces: Mapping[str, str]) -> str:
    """A pattern with what its names in capital letters stand for; a piece may be made of those after it."""
    for name, meaning in pieces.items():
        pattern = re.sub(rf"\b{name}\b", meaning.replace("\\", r"\\"), pattern)
    return pattern


TABLES = table("shapes")
PLAIN = str.maketrans({sign: plain for plain, signs in TABLES["plain"].items() for sign in signs})
TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in TABLES["tokens"].items()), re.VERBOSE)
KINDS = {name: frozenset(kinds.split()) for name, kinds in TABLES["kinds"].items()}
"""Kinds of words that have something in common."""
SIGNS = {sign: kind for kind, signs in TABLES["signs"].items() for sign in signs}


Sense = tuple[str, Any]
"""The kind and the value of a phrase."""


class Word(NamedTuple):
    """A stretch of a sentence from `start` to `end`, with its kind and value."""

    low: str
    start: int
    end: int
    kind: str = OTHER
    value: Any = None


Entry = TypeVar("Entry")


class Lexicon(Generic[Entry]):
    """Phrases with what they mean, looked up by their words in small letters; the longest phrase comes first."""

    def __init__(self, phrases: Iterable[tuple[Iterable[str], Entry]]) -> None:
        self.entries: dict[tuple[str, ...], list[Entry]] = {}
        self.longest: dict[str, int] = {}
        """How many words the longest phrase has that begins with a word."""
        for phrase, entry in phrases:
            words = tuple(word.lower() for word in phrase)
            if not words:
                continue  # a name without letters and signs
            self.entries.setdefault(words, []).append(entry)
            self.longest[words[0]] = max(len(words), self.longest.get(words[0], 0))

    def at(self, place: int, *rows: Sequence[str]) -> list[tuple[Entry, int]]:
        """What the phrases that begin at this word mean, each with its number of words.

        A word of a phrase may stand in any of the rows: those of the words themselves, and of their base forms.
        """
        longest = max([self.longest.get(row[place], 0) for row in rows])
        if not longest:
            return []
        forms = [dict.fromkeys(one) for one in zip(*[row[place : place + longest] for row in rows], strict=True)]
        phrases = (phrase for length in range(len(forms), 0, -1) for phrase in product(*forms[:length]))
        return [(entry, len(phrase)) for phrase in phrases for entry in self.entries.get(phrase, ())]


class Vocabulary:
    """The words of one language, as its file has them."""

    def __init__(self, language: str) -> None:
        read = table(f"dates.{language}")
        self.day_first: bool = read["day_first"]
        """Whether dates in figures can only be day, month, year in this language."""
        self.capitals = frozenset(read["capitals"])
        """Kinds of date words that are written with a capital letter."""
        self.text = {name: frozenset(words.split()) for name, words in read["text"].items()}
        """Words by what they tell of a text: `openers` begin sentences, `abbreviations` end in a full stop."""
        self.dates: Mapping[str, Any] = read["dates"]
        """Words of dates by their kind, and by their value where those of a kind do not all mean the same."""
        phrases = [
            (kind, int(value) if value.isdecimal() else value, phrase)
            for kind, words in self.dates.items()
            for value, several in (words.items() if isinstance(words, dict) else [("", words)])
            for phrase in several
        ]
        self.months = frozenset(phrase for kind, _, phrase in phrases if kind in KINDS["months"])
        signs = [([sign], (kind, None)) for sign, kind in SIGNS.items()]
        self.lexicon = Lexicon([*signs, *((tokens(phrase), (kind, value)) for kind, value, phrase in phrases)])
        """The words of dates, each with its kind and its value."""

    def read(self, text: str, words: list[Word], names: Lexicon[Sense]) -> list[Word]:
        """The words with each name and each phrase of dates put together into one word.

        Of a kind that the language writes with a capital letter no other word is: `may` is no month.
        """
        lows = [word.low for word in words]
        found: list[Word] = []
        place = 0
        while place < len(words):
            word, sign = words[place], text[words[place].start]
            named = [] if sign.islower() else names.at(place, lows)
            dates = self.lexicon.at(place, lows)[:1]
            written = [one for one in dates if sign.isupper() or one[0][0] not in self.capitals]
            (kind, value), length = [*named, *written, ((word.kind, word.value), 1)][0]
            found.append(Word(word.low, word.start, words[place + length - 1].end, kind, value))
            place += length
        return found


vocabulary = cache(Vocabulary)
"""The words of a language, by its code."""


def tokens(phrase: str) -> list[str]:
    """The words of a phrase."""
    return [match[0] for match in TOKEN.finditer(phrase.translate(PLAIN))]


def lexicon_of_names(names: Iterable[str]) -> Lexicon[Sense]:
    """Names, and those of all states, also in the genitive or plural, without the article before them."""
    known = dict.fromkeys(name.lower().removeprefix("the ").strip() for name in (*names, *sorted(state_names())))
    return Lexicon((tokens(form), (NAME, None)) for name in known for form in (name, f"{name}s"))


STATES = lexicon_of_names(())


def raw_words(text: str) -> list[Word]:
    """The words, figures and signs of a text; figures already have their kind."""
    return [Word(match[0].lower(), *match.span(), *_read(match)) for match in TOKEN.finditer(text.translate(PLAIN))]


def _read(match: re.Match[str]) -> tuple[str, Any]:
    """The kind of a word or figure, and what it stands for: `6.40 p.m.` for 18:40, `14 h` for 14:00."""
    kind, text, half = str(match.lastgroup), match[0], match["half"]
    if kind in ("letters", "word"):
        return (NAME if text[0].isupper() else OTHER), None
    if kind in ("reference", "amount"):
        return "other_number", None
    if kind == "clock":
        hour, minute = [*map(int, re.findall(r"[0-9]{1,2}", text)), 0][:2]
        return kind, f"{hour % 12 + 12 * (half in 'pP') if half else hour:02}:{minute:02}"
    digits = re.findall(r"[0-9]+", text)[0]
    return kind, text if kind == "figures" else int(digits[:4] if kind == "noted_year" else digits)
