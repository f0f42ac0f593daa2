"""Texts as words, and phrases looked up among them. A phrase of any length becomes one word with a kind and a value."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Set as AbstractSet
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

OTHER = "other"

# Straight signs for typographic ones, one for one, so that places in the plain text are places in the text.
PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛′ʼ`´‹›", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("֊‐‑‒–—―−﹘﹣－", "-")
)
TABLES: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("shapes.toml").read_text(encoding="utf-8"))
TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in TABLES["tokens"].items()), re.VERBOSE)
LONGEST_NUMBER = 18
FIRST_OLD_YEAR, FIRST_YEAR, LAST_YEAR = 1000, 1500, 2199
"""An old year is one only beside a day or a month."""


class Word(NamedTuple):
    """A stretch of a sentence from `start` to `end`, and its kind, `OTHER` where nothing is known of it.

    The value of such a word is whether it has a capital letter.
    """

    low: str
    start: int
    end: int
    kind: str = OTHER
    value: Any = None


Entry = TypeVar("Entry")


class Lexicon(Generic[Entry]):
    """Phrases with what they mean, looked up by their words; the longest phrase wins."""

    def __init__(self, phrases: Iterable[tuple[str, Entry]]) -> None:
        self.by_first: dict[str, dict[str, list[tuple[tuple[str, ...], Entry]]]] = {}
        """Phrases of several words by their first word and their second."""
        self.single: dict[str, list[tuple[Entry, int]]] = {}
        """What single words mean, each with its length."""
        for phrase, entry in phrases:
            words = tuple(tokens(phrase))
            by_second = self.by_first.setdefault(words[0], {})
            if len(words) > 1:
                by_second.setdefault(words[1], []).append((words, entry))
            else:
                self.single.setdefault(words[0], []).append((entry, 1))
        for by_second in self.by_first.values():
            for several in by_second.values():
                several.sort(key=lambda one: -len(one[0]))

    def at(self, lows: list[str], place: int) -> list[tuple[Entry, int]]:
        """What the phrases that begin at this word mean, each with its number of words, the longest first."""
        single, by_second = self.single.get(lows[place], []), self.by_first.get(lows[place])
        if not by_second or place + 1 == len(lows) or lows[place + 1] not in by_second:
            return single
        longer = by_second[lows[place + 1]]
        found = [(entry, len(words)) for words, entry in longer if tuple(lows[place : place + len(words)]) == words]
        return found + single


def tokens(phrase: str) -> list[str]:
    """The words of a phrase, in small letters."""
    return [match[0] for match in TOKEN.finditer(phrase.translate(PLAIN).lower())]


def raw_words(text: str) -> list[Word]:
    """The words, figures and signs of a text; figures already have their kind."""
    found = []
    for match in TOKEN.finditer(text.translate(PLAIN)):
        word, form = match[0], match.lastgroup or ""
        start, end = match.span()
        if form == "plain":
            found.append(Word(word.lower(), start, end, OTHER, word[0].isupper()))
            continue
        if form in ("half", "sign"):
            form = "twelve" if match["twelve"] else "figures"
        kind, value = FIGURES[form](match) if form in FIGURES else (OTHER, word[0].isupper())
        found.append(Word(word.lower(), start, end, kind, value))
    return found


def with_kinds(
    text: str, words: list[Word], lexicon: Lexicon[tuple[str, Any]], capitals: AbstractSet[str]
) -> list[Word]:
    """The words with the phrases of a lexicon put together into one word each.

    `capitals` are the kinds that this language writes with a capital letter: `may` is no month.
    """
    lows = [word.low for word in words]
    found: list[Word] = []
    place = 0
    while place < len(words):
        word, length = words[place], 1
        if word.kind == OTHER and word.low in lexicon.by_first and (matches := lexicon.at(lows, place)):
            (kind, value), length = matches[0]
            if kind not in capitals or text[word.start].isupper():
                word = Word(word.low, word.start, words[place + length - 1].end, kind, value)
            else:
                length = 1
        found.append(word)
        place += length
    return found


def _number(match: re.Match[str]) -> tuple[str, Any]:
    text = match[0]
    if not text.isdecimal() or not text.isascii() or len(text) > LONGEST_NUMBER:
        return "other_number", 0
    number = int(text)
    if len(text) <= 2 and 1 <= number <= 31:
        return "day", number
    if len(text) == 4 and FIRST_OLD_YEAR <= number <= LAST_YEAR:
        return "year" if number >= FIRST_YEAR else "old_year", number
    if len(text) == 5 and text[:2] in ("19", "20"):  # with the figure of a footnote, `20214`
        return "noted_year", number // 10
    return "number", number


def _ordinal(match: re.Match[str]) -> tuple[str, Any]:
    number = int(re.sub(r"[^0-9]", "", match[0]))
    return ("day", number) if 1 <= number <= 31 else (OTHER, None)


def _twelve(match: re.Match[str]) -> tuple[str, Any]:
    hour, _, minute = re.sub(r"[^0-9:.]", "", match[0]).strip(".").replace(".", ":").partition(":")
    if not 1 <= int(hour) <= 12:
        return OTHER, None
    return "clock", f"{int(hour) % 12 + (12 if match['half'] == 'p' else 0):02}:{int(minute or 0):02}"


def _clock(match: re.Match[str]) -> tuple[str, Any]:
    hour, minute = [*re.findall(r"[0-9]{1,2}", match[0]), "0"][:2]
    return "clock", f"{int(hour):02}:{int(minute):02}"


def _figures(match: re.Match[str]) -> tuple[str, Any]:
    """A date in figures; `14.30` can only be a clock time."""
    clock = re.fullmatch(r"([01]?[0-9]|2[0-3])\.([0-5][0-9])", match[0])
    if clock and not 1 <= int(clock[2]) <= 12:
        return "clock", f"{int(clock[1]):02}:{clock[2]}"
    return "figures", match[0]


FIGURES: dict[str, Callable[[re.Match[str]], tuple[str, Any]]] = {
    "reference": lambda _: ("other_number", None),
    "iso": lambda match: ("figures", match[0]),
    "figures": _figures,
    "twelve": _twelve,
    "clock": _clock,
    "decade": lambda match: ("decade", int(match[0][:4])),
    "ordinal": _ordinal,
    "number": _number,
}
