"""Reading dates, sentences and names takes time in proportion to the text: not the square of it."""

from collections.abc import Callable
from datetime import date
from functools import partial
from time import process_time

import pytest

from diplotimeline.drafting.expressions import Tagged
from diplotimeline.drafting.moments import Anchor, Unsettled
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import prepared, split
from diplotimeline.drafting.story import below_headings, dateline
from diplotimeline.drafting.vocabulary import lexicon_of_names, vocabulary

ENGLISH, DAY = vocabulary("en"), date(2022, 10, 6)
SMALL, TIMES = 6_000, 4
SQUARE = 2.5  # of a square growth one would find four times as much again
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
    """Seconds of the processor, the least of three tries."""
    times = []
    for _ in range(3):
        start = process_time()
        way(text)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("fragment", FRAGMENTS)
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_time_grows_with_the_text(way: Callable[[str], object], fragment: str) -> None:
    small = spent(way, fragment * (SMALL // len(fragment)))
    large = spent(way, fragment * (SMALL * TIMES // len(fragment)))

    assert large <= TIMES * SQUARE * max(small, 0.002)


def test_ten_thousand_dates_in_one_sentence() -> None:
    sentence = (
        "Shells hit Ardel on " + ", ".join(f"{1 + day % 28} May {2000 + day % 20}" for day in range(10_000)) + "."
    )

    assert len(Tagged(sentence, ENGLISH).dates) == 10_000
    assert spent(read_all, sentence) <= TIMES * SQUARE * spent(read_all, sentence[: len(sentence) // TIMES])
