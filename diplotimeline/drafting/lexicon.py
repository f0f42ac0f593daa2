"""Texts as words, and phrases looked up among them. A phrase of any length becomes one word with a kind and a value."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence, Set as AbstractSet
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from diplotimeline.suggest import state_names

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


def tokens(phrase: str) -> list[str]:
    """The words of a phrase."""
    return [match[0] for match in TOKEN.finditer(phrase.translate(PLAIN))]


def lexicon_of_names(names: Iterable[str]) -> Lexicon[None]:
    """Names, also in the genitive or plural, without the article before them."""
    known = dict.fromkeys(name.lower().removeprefix("the ").strip() for name in names)
    return Lexicon((tokens(form), None) for name in known for form in (name, f"{name}s"))


@cache
def states() -> Lexicon[None]:
    return lexicon_of_names(sorted(state_names()))


NOBODY: Lexicon[None] = Lexicon(())


def raw_words(text: str) -> list[Word]:
    """The words, figures and signs of a text; figures already have their kind."""
    found = []
    for match in TOKEN.finditer(text.translate(PLAIN)):
        read = FIGURES.get(match.lastgroup or "")
        kind, value = read(match) if read else (OTHER, match[0][0].isupper())
        found.append(Word(match[0].lower(), *match.span(), kind, value))
    return found


def with_kinds(
    text: str, words: list[Word], known: Lexicon[tuple[str, Any]], capitals: AbstractSet[str], names: Lexicon[None]
) -> list[Word]:
    """The words with the phrases of a lexicon put together into one word each; of the words of names nothing is known.

    `capitals` are the kinds that this language writes with a capital letter: `may` is no month.
    """
    lows = [word.low for word in words]
    is_small = [text[word.start].islower() for word in words]
    found: list[Word] = []
    place = 0
    while place < len(words):
        word, length = words[place], 1
        in_name = () if is_small[place] else (n for one in (names, states()) for _, n in one.at(place, lows))
        if named := max((n for n in in_name if not is_small[place + n - 1]), default=0):
            found += [one._replace(kind=OTHER, value=True) for one in words[place : place + named]]
            place += named
            continue
        match = next(iter(known.at(place, lows)), None) if word.kind == OTHER else None
        if match and (match[0][0] not in capitals or text[word.start].isupper()):
            (kind, value), length = match
            word = Word(word.low, word.start, words[place + length - 1].end, kind, value)
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
