"""Reading dates, sentences and names, and drafting, take time in proportion to the text: not the square of it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from time import process_time

import pytest
from together import together

from diplotimeline.drafting import LANGUAGES, candidates
from diplotimeline.drafting.expressions import Tagged, lexicon_of_names, vocabulary
from diplotimeline.drafting.moments import Anchor, Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import prepared, split
from diplotimeline.drafting.story import below_headings, dateline

ENGLISH, DAY = vocabulary("en"), date(2022, 10, 6)
SMALL, TIMES = 1_000, 16
SQUARE = 2.5  # of a square growth one would find sixteen times as much again
LEAST = 0.0005  # seconds: what takes less is not measured well
FRAGMENTS = (
    "The \n", "> ", "> a\n", ">>\n", "a\f", "\f\n\n", "3\n\fHead\n\n", "a\t", "\t\n", "18 April\n\n",
    "18 April 2022\nA b.\n\n", "3 May, ", "3 May and ", "between 3 May ", "the last Monday of ", "at 18:40 ",
    "from 18:40 to ", "in the next 3 ", "c. ", "(?) ", "3 May (?) ", "2021.3 ", "2021.3 The ", "Octo\u00adber ",
    "a\u200b", "&nbsp;", "=E9 ", "= \n", "May 20214 ", "United ", "United States of ", "South Korea",
    "the days after ", "3 May 1200 soldiers ", "In 1992 ", "Mon, 3 ", "(Vienna, 3 May 2022) – ", "[…] ", "¹", ".1 ",
    "A. ", "1-", "1,", "or ", "and 3 ",
)  # fmt: skip


def read_all(text: str) -> None:
    """Find and resolve every date of a text as one sentence."""
    anchor = Anchor(DAY, -1)
    for found in Tagged(text, ENGLISH).dates:
        try:
            resolve(anchor, found.node)
        except Unsettled:
            continue


def tell(text: str) -> None:
    """Read the sentences of a text below their headings."""
    list(below_headings(list(split(text, ENGLISH)), partial(Tagged, vocabulary=ENGLISH), Anchor(DAY)))


WAYS: dict[str, Callable[[str], object]] = {
    "preparing": prepared,
    "dates": read_all,
    "sentences": tell,
    "dateline": lambda text: dateline(text, ENGLISH),
    "names": lambda text: Tagged(text, ENGLISH, lexicon_of_names(["South Korea Force"])),
}


def spent(way: Callable[[str], object], text: str) -> float:
    """Seconds of the processor."""
    start = process_time()
    way(text)
    return process_time() - start


def is_steep(way: Callable[[str], object], small: str, large: str) -> bool:
    """Whether a text that is so many times as long takes much more than so many times the time, in all three tries."""
    most = TIMES * SQUARE * max(LEAST, min(spent(way, small) for _ in range(3)))
    return all(spent(way, large) > most for _ in range(3))


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@together("fragment", FRAGMENTS)
def test_time_grows_with_the_text(way: Callable[[str], object], fragment: str) -> None:
    small = fragment * (SMALL // len(fragment))

    assert not is_steep(way, small, small * TIMES)


@pytest.mark.parametrize("language", LANGUAGES)
@together("fragment", ("- a\n", "Page 1 of 2\n", "On 3 May they shelled Tolm. "))
def test_drafting_grows_with_the_sentences(fragment: str, language: str) -> None:
    small = fragment * (SMALL // len(fragment))

    assert not is_steep(partial(candidates, issued=DAY, language=language), small, small * TIMES)


def test_ten_thousand_dates_in_one_sentence() -> None:
    sentence = (
        "Shells hit Ardel on " + ", ".join(f"{1 + day % 28} May {2000 + day % 20}" for day in range(10_000)) + "."
    )

    assert len(Tagged(sentence, ENGLISH).dates) == 10_000
    assert not is_steep(read_all, sentence[: len(sentence) // TIMES], sentence)


def test_forty_thousand_lines_of_one_sentence() -> None:
    few = "The \n" * 2_500

    assert candidates(few, DAY, language="en") == ()
    assert not is_steep(partial(candidates, issued=DAY, language="en"), few, few * TIMES)
