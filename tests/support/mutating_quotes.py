"""Texts as an archive has them, quotes from them as a person writes them, and quotes that say something else."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from reading_quotes import APOSTROPHES, DASHES, QUOTATION_MARKS, boundaries, is_blankless, plain

DATA = Path(__file__).parents[1] / "data" / "quotes"
LANGUAGES = sorted(path.stem for path in DATA.glob("*.txt"))
INVISIBLE = "\u200b\u2060\ufeff\u200e\u200f\u2066\u2069\u00ad"
BLANKS = (" ", " ", "  ", "\t", "\u00a0", "\u202f", "\n", " \n", "\n\n")
PAGE_BREAKS = ("\n- 7 -\n\f", "\n\n\f\nPage 3 of 9\n\n", "\n12\n\f\n", "\n\f")
PAGE_BREAK = "\ue000"
LETTER = r"[^\W\d_]"
SMALL_WORD = re.compile(rf"{LETTER}{{3,}}")


@cache
def sentences(language: str) -> list[str]:
    """The invented sentences of a language."""
    return (DATA / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def some_text(random: Random, language: str) -> str:
    """Three sentences of a language, in one line."""
    return ("" if language == "chinese" else " ").join(random.sample(sentences(language), 3))


def some_stretch(random: Random, text: str) -> str:
    """A stretch of the text that cuts no word and no number."""
    text = plain(text)
    places = boundaries(text)
    while True:
        start, end = sorted(random.sample(places, 2))
        stretch = text[start : min(end, start + random.choice((30, 90, 400)))]
        end = max(place for place in places if place <= start + len(stretch))
        if any(map(str.isalnum, text[start:end])):
            return text[start:end].strip()


# --- as an archive has it ------------------------------------------------------------------------------------------


def archived(random: Random, text: str) -> str:
    """The text as it comes from pages: lines, page breaks, footnote marks, and other signs that look alike."""
    parts = re.split(r"(\s)", text)
    for place in range(1, len(parts), 2):
        parts[place] = some_gap(random, parts[place - 1], parts[place + 1])
    parts[::2] = [some_layout(random, part) for part in parts[::2]]
    pages = rewritten(random, "".join(parts), notes=True).split(PAGE_BREAK)
    head = "S/2022/1\n" if len(pages) > 3 else ""
    return pages[0] + "".join(random.choice(PAGE_BREAKS).replace("\f", f"\f{head}") + page for page in pages[1:])


def some_gap(random: Random, before: str, behind: str) -> str:
    """What stands between two words."""
    if before.isdigit() and re.match(r"\d{3}\b", behind):
        return random.choice(" \u00a0\u202f\u2009")
    if random.random() < 0.08 and SMALL_WORD.search(before) and SMALL_WORD.search(behind):
        return PAGE_BREAK
    one_line = any(SMALL_WORD.search(word) is None for word in (before, behind))
    return random.choice(BLANKS[:6] if one_line else BLANKS)


def some_layout(random: Random, part: str) -> str:
    """A word with the end of a line in it, or the mark of a footnote behind it."""
    chance = random.random()
    if chance < 0.06 and (places := dividing_places(part)):
        place = random.choice(places)
        hyphen = "" if is_blankless(part[place]) else random.choice("-‐\u00ad֊" if "ա" in part else "-‐\u00ad")
        return part[:place] + hyphen + random.choice(("\n", " \n", "\n  ")) + part[place:]
    if chance < 0.12 and re.search(rf"(?<![^\W_]){LETTER}{{5,}}(?:(?<![ա-ֆ])\.|։)\Z", part):
        return part + random.choice(("3", "17"))
    if chance < 0.12 and re.search(rf"{LETTER}{{5,}}\Z", part):
        return part + random.choice("¹²³⁷")
    return part


def dividing_places(part: str) -> list[int]:
    """Where a line may end within a word."""
    pattern = rf"(?<={LETTER}{{2}})(?={LETTER}{{2}})"
    if any(map(is_blankless, part)):
        pattern = r"(?<=[\u4e00-\u9fff\u0e01-\u0e2e])(?=[\u4e00-\u9fff\u0e01-\u0e2e])(?<![一二三四五六七八九十])"
    return [match.start() for match in re.finditer(pattern, part)]


def rewritten(random: Random, text: str, *, notes: bool = False) -> str:
    """The text with other signs that are the same, invisible ones among them."""
    for signs in (APOSTROPHES, QUOTATION_MARKS, DASHES):
        if random.random() < 0.5:
            other = [sign for sign in signs if sign not in "‹›" and not (notes and sign == "-")]
            line_end = r"(?![^\S\n]*\n)" if notes else ""
            parts = re.split(rf"[{re.escape(signs)}]{line_end}", text)
            text = parts[0] + "".join(random.choice(other) + part for part in parts[1:])
    for letters, sign in (("ffi", "ﬃ"), ("fi", "ﬁ"), ("ff", "ﬀ"), ("fl", "ﬂ"), ("և", "եւ"), ("لا", "ﻻ")):
        if random.random() < 0.5:
            text = text.replace(letters, sign)
    if random.random() < 0.3:
        text = unicodedata.normalize("NFD", text)
    for _ in range(random.choice((0, 0, 1, 3))):
        place = random.randrange(len(text) + 1)
        if {"\n", PAGE_BREAK}.isdisjoint(text[place : place + 3]):  # a soft hyphen there divides a word
            text = text[:place] + random.choice(INVISIBLE) + text[place:]
    return text


# --- what says something else --------------------------------------------------------------------------------------


def mutated(random: Random, quote: str, text: str) -> str:
    """The quote with one change of what it says."""
    return random.choice(MUTATIONS)(random, quote, text)


def _change(pattern: str, new: Callable[[Random, str, str], str]) -> Callable[[Random, str, str], str]:
    """A change of one place of a quote that fits the pattern."""

    def change(random: Random, quote: str, text: str) -> str:
        places = [*re.finditer(pattern, quote)]
        if not places:
            return quote
        place = random.choice(places)
        return " ".join((quote[: place.start()] + new(random, place[0], text) + quote[place.end() :]).split(" "))

    return change


def _another_word(random: Random, _: str, text: str) -> str:
    words: list[str] = re.findall(r"\w+", text)
    return random.choice(words)


def _another_letter(random: Random, _: str, text: str) -> str:
    letters: list[str] = re.findall(LETTER, text)
    return random.choice(letters)


def _turned(_: Random, words: str, __: str) -> str:
    return " ".join(reversed(words.split(" ")))


def _cut(random: Random, quote: str, _: str) -> str:
    return quote[random.randrange(0, 6) : len(quote) - random.randrange(0, 6)]


MUTATIONS: tuple[Callable[[Random, str, str], str], ...] = (
    _change(r"\w+", _another_word),
    _change(r"\d", lambda random, _, __: random.choice("0123456789")),
    _change(LETTER, lambda _, letter, __: letter.swapcase()),
    _change(LETTER, _another_letter),
    _change(r"\S+ ", lambda _, __, ___: ""),
    _change(r"[^\w\s]", lambda _, __, ___: ""),
    _change(r"[\w]", lambda _, __, ___: ""),
    _change(r"\S+ \S+", _turned),
    _change(r" ", lambda random, _, __: random.choice(("", ", ", ". ", "-", " 5 "))),
    _change(r"\d+", lambda random, figures, _: random.choice((f"1{figures}", f"{figures}0", f"3–{figures}"))),
    _change(r"(?<=\d)\W(?=\d)", lambda random, _, __: random.choice(("", " ", ",", "-", "/"))),
    _change(r"\w\b", lambda random, letter, _: letter + random.choice("-–'³2")),
    _cut,
    _cut,
    _cut,
)
