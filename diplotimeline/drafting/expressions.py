"""The words of a text and the date expressions among them, found by the shapes of `shapes.toml`, level by level."""

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, reduce
from itertools import product
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

from diplotimeline.suggest import state_names

OTHER, NAME = "other", "name"  # kinds of words of which nothing is known, without and with a capital letter


def table(name: str) -> Mapping[str, Any]:
    """What stands in a file of this package."""
    return tomllib.loads(Path(__file__).parent.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def filled(pattern: str, pieces: Mapping[str, str]) -> str:
    """A pattern with what its names in capital letters stand for; a piece may be made of those after it."""
    for name, meaning in pieces.items():
        pattern = re.sub(rf"\b{name}\b", meaning.replace("\\", r"\\"), pattern)
    return pattern


TABLES = table("shapes")
PLAIN = str.maketrans({sign: plain for plain, signs in TABLES["plain"].items() for sign in signs})
TOKEN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in TABLES["tokens"].items()), re.VERBOSE)
KINDS = {name: frozenset(kinds.split()) for name, kinds in TABLES["kinds"].items()}  # what words have in common
BRACKETS = re.compile(r"\([^()]*\)")
SIGNS = {sign: kind for kind, signs in TABLES["signs"].items() for sign in signs}


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
        self.longest: dict[str, int] = {}  # how many words the longest phrase has that begins with a word
        for phrase, entry in phrases:
            words = tuple(word.lower() for word in phrase)
            self.entries.setdefault(words, []).append(entry)
            for first in words[:1]:  # a name may have neither letters nor signs
                self.longest[first] = max(len(words), self.longest.get(first, 0))

    def at(self, place: int, *rows: Sequence[str]) -> list[tuple[Entry, int]]:
        """What the phrases that begin at this word mean, with their lengths; each row has a form of the words."""
        if not (longest := max([self.longest.get(row[place], 0) for row in rows])):
            return []
        forms = [dict.fromkeys(one) for one in zip(*[row[place : place + longest] for row in rows], strict=True)]
        phrases = (phrase for length in range(len(forms), 0, -1) for phrase in product(*forms[:length]))
        return [(entry, len(phrase)) for phrase in phrases for entry in self.entries.get(phrase, ())]


class Vocabulary:
    """The words of one language, as its file has them."""

    def __init__(self, language: str) -> None:
        read = table(f"dates.{language}")
        self.day_first: bool | None = read["day_first"] or None  # whether figures can only be day, month, year
        self.capitals = frozenset(read["capitals"])  # kinds of date words that are written with a capital letter
        self.text = {name: frozenset(words.split()) for name, words in read["text"].items()}
        """Words by what they tell of a text: `openers` begin sentences, `abbreviations` end in a full stop."""
        self.dates: Mapping[str, Any] = read["dates"]  # words by their kind, and by their value where these differ
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

    def read(self, text: str, words: list[Word], names: Lexicon[tuple[str, Any]]) -> list[Word]:
        """The words with each name and each phrase of dates put together into one word; `may` is no month."""
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


vocabulary = cache(Vocabulary)  # the words of a language, by its code


def tokens(phrase: str) -> list[str]:
    """The words of a phrase."""
    return [match[0] for match in TOKEN.finditer(phrase.translate(PLAIN))]


def lexicon_of_names(names: Iterable[str]) -> Lexicon[tuple[str, Any]]:
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
    if kind == "clock":
        hour, minute = [*map(int, re.findall(r"[0-9]{1,2}", text)), 0][:2]
        return kind, f"{hour % 12 + 12 * (half in 'pP') if half else hour:02}:{minute:02}"
    digits = re.findall(r"[0-9]+", text)[0][: 4 if kind == "noted_year" else None]
    return kind, text if kind in ("figures", "reference", "amount") else int(digits)


SIGN_OF: defaultdict[str, str] = defaultdict(lambda: chr(0xE000 + len(SIGN_OF)))  # kinds as signs, for patterns
MACROS: Mapping[str, str] = TABLES["macros"]
LEVELS: list[dict[str, Any]] = TABLES["levels"]
GROUPS: Mapping[str, frozenset[str]] = {name: frozenset(text.split()) for name, text in TABLES["groups"].items()}
"""Shapes that have something in common."""
MEANINGS = {shape: meaning for meaning, shapes in TABLES["meanings"].items() for shape in shapes.split()}
"""In what way a shape is resolved, if not in one of its own."""


def _compiled(shapes: list[tuple[str, str]]) -> re.Pattern[str]:
    """One pattern over signs for all the shapes of a level."""
    texts = [re.sub(r"[a-z_]+", lambda kind: SIGN_OF[kind[0]], filled(text, MACROS)) for _, text in shapes]
    named = (f"(?P<{name}_{number}>{texts[number]})" for number, (name, _) in enumerate(shapes))
    return re.compile("|".join(named).replace(" ", ""))


SHAPES = [_compiled(level["shapes"]) for level in LEVELS]


class Node(NamedTuple):
    """What a stretch of words has been understood as: a shape, and the words or other nodes that it is made of."""

    shape: str
    parts: tuple[Word, ...]

    def values(self, *kinds: str) -> list[Any]:
        """The values of all words of these kinds, in their order."""
        return [word.value for word in self.parts if word.kind in kinds]

    def one(self, *kinds: str) -> Any:
        """The value of the first word of these kinds."""
        return next(iter(self.values(*kinds)), None)

    def has(self, *kinds: str) -> bool:
        """Whether there is a word of these kinds."""
        return any(word.kind in kinds for word in self.parts)


class Dated(NamedTuple):
    """A date expression: from word `first` up to word `last` of the sentence, from `start` to `end` in its text."""

    node: Node
    first: int
    last: int
    start: int
    end: int


class Tagged:
    """A sentence as words, with the date expressions among them; the words of names are read before any others."""

    def __init__(self, text: str, vocabulary: Vocabulary, names: Lexicon[tuple[str, Any]] = STATES) -> None:
        self.text = text
        self.raw = raw_words(text)
        self.words = vocabulary.read(text, self.raw, names)
        starts = [word.start for word in self.words]
        self.dates = [
            Dated(one.value, bisect_left(starts, one.start), bisect_left(starts, one.end), one.start, one.end)
            for one in reduce(_reduced, SHAPES, self.words)
            if one.kind == "date"
        ]

    @cached_property
    def in_date(self) -> frozenset[int]:
        """The places of the text that lie in dates."""
        return frozenset(place for date in self.dates for place in range(date.start, date.end))

    @cached_property
    def brackets(self) -> list[range]:
        """The places of the text from each opening bracket to the one that closes it."""
        return [range(*match.span()) for match in BRACKETS.finditer(self.text)]

    @property
    def years_before(self) -> int:
        """How many years ago began what is `now in its second year`; 0 where the sentence says nothing of the kind."""
        places = zip(self.words, self.words[2:], self.words[3:], strict=False)
        told = (nth.value for one, nth, unit in places if (one.kind, nth.kind, unit.value) == ("in", "ordinal", "year"))
        return next(told, 1) - 1


def _reduced(items: list[Word], shapes: re.Pattern[str]) -> list[Word]:
    """The words with every stretch that has one of these shapes put together into one."""
    signs = "".join(SIGN_OF[item.kind] for item in items)
    reduced: list[Word] = []
    place = 0
    for match in shapes.finditer(signs):
        start, end = match.span()
        node = Node(str(match.lastgroup).rpartition("_")[0], tuple(items[start:end]))
        reduced += [*items[place:start], Word("", items[start].start, items[end - 1].end, "date", node)]
        place = end
    return reduced + items[place:]
