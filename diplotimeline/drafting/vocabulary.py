"""The words of a language that tell dates, and where sentences begin and end: read from `dates.LANGUAGE.toml`."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from diplotimeline.drafting.lexicon import Lexicon

SIGNS = {
    ",": "comma", "-": "dash", "/": "dash", ".": "stop", ";": "stop", ":": "stop", "!": "stop", "?": "stop",
    "(": "open", ")": "close", "&": "and",
}  # fmt: skip
NONE = "none"


class Days(NamedTuple):
    """Days counted from the statement or from the sentence before: `yesterday evening` is -1, -1, evening."""

    first: int
    last: int
    part: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language, as its file has them."""

    day_first: bool
    """Whether dates in figures can only be day, month, year in this language."""
    capitals: frozenset[str]
    """Kinds of date words that are written with a capital letter."""
    text: Mapping[str, frozenset[str]]
    """Words by what they tell of a text: `openers` begin sentences, `abbreviations` end in a full stop."""
    dates: Mapping[str, Any]

    @cached_property
    def lexicon(self) -> Lexicon[tuple[str, Any]]:
        """The words of dates, looked up by their text; each has a kind and a value."""
        signs = [(sign, (kind, None)) for sign, kind in SIGNS.items()]
        return Lexicon([*signs, *(entry for kind, words in self.dates.items() for entry in _entries(kind, words))])

    @cached_property
    def months(self) -> frozenset[str]:
        """Months, written out or short."""
        kinds = [kind for kind in self.dates if kind.startswith("month")]
        return frozenset(word for kind in kinds for word, _ in _entries(kind, self.dates[kind]))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers that are written as words."""
        return frozenset(word for word, _ in _entries("number", self.dates["number"]))


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language, by its code."""
    path = Path(__file__).with_name(f"dates.{language}.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    text = {name: frozenset(words.split()) for name, words in read["text"].items()}
    return Vocabulary(read["day_first"], frozenset(read["capitals"]), text, read["dates"])


def _entries(kind: str, words: Any) -> Iterator[tuple[str, tuple[str, Any]]]:
    """Each phrase of a kind with that kind and its value; a kind whose phrases all mean the same has a plain list."""
    if isinstance(words, list):
        yield from ((phrase, (kind, None)) for phrase in words)
        return
    for value, phrases in words.items():
        yield from ((phrase, (kind, VALUES.get(kind, _name)(value))) for phrase in phrases)


def _name(value: str) -> str:
    return "" if value == NONE else value


def _days(value: str) -> Days:
    """`-1` is yesterday, `-1 0 night` the night from yesterday to today."""
    first, *rest = value.split()
    last, *part = rest or [first]
    return Days(int(first), int(last), *part)


VALUES: Mapping[str, Callable[[str], Any]] = {
    **dict.fromkeys(("month", "month_or_word", "month_short", "weekday", "number", "day", "ordinal"), int),
    **dict.fromkeys(("season", "decade", "article"), int),
    **dict.fromkeys(("relative", "adjacent", "adjacent_at_end"), _days),
}
