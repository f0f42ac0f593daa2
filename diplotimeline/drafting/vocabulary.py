"""The words of a language that tell dates, and where sentences begin and end: read from `dates.LANGUAGE.toml`."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

from diplotimeline.drafting.lexicon import Lexicon, tokens

SIGNS = {
    ",": "comma", "-": "dash", "/": "dash", ".": "stop", ";": "stop", ":": "stop", "!": "stop", "?": "stop",
    "(": "open", ")": "close", "&": "and",
}  # fmt: skip


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
        """The words of dates, each with its kind and its value."""
        signs = (([sign], (kind, None)) for sign, kind in SIGNS.items())
        return Lexicon([*signs, *((tokens(phrase), (kind, value)) for kind, value, phrase in self._phrases())])

    @cached_property
    def months(self) -> frozenset[str]:
        """Months, written out or short."""
        return frozenset(phrase for kind, _, phrase in self._phrases() if kind.startswith("month"))

    def _phrases(self) -> Iterator[tuple[str, Any, str]]:
        """Each phrase with its kind and value; a kind whose phrases all mean the same has a plain list."""
        for kind, words in self.dates.items():
            by_value = words if isinstance(words, dict) else {"": words}
            yield from (
                (kind, _value(kind, value), phrase) for value, several in by_value.items() for phrase in several
            )


@cache
def vocabulary(language: str) -> Vocabulary:
    """The words of a language, by its code."""
    read = tomllib.loads(Path(__file__).with_name(f"dates.{language}.toml").read_text(encoding="utf-8"))
    text = {name: frozenset(words.split()) for name, words in read["text"].items()}
    return Vocabulary(read["day_first"], frozenset(read["capitals"]), text, read["dates"])


def _value(kind: str, text: str) -> Any:
    """`-1` is yesterday, `-1 0 night` the night from yesterday to today; other kinds have a number or a name."""
    if kind in ("relative", "adjacent", "adjacent_at_end"):
        first, *rest = text.split()
        last, *part = rest or [first]
        return Days(int(first), int(last), *part)
    return int(text) if text.isdecimal() else text.removeprefix("none")
