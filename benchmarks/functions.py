"""Dates and quotes inside one process: `python benchmarks/functions.py`."""

import random
from time import process_time

from generated import a_date

from diplotimeline.dates import parse
from diplotimeline.quotes.layout import fold
from diplotimeline.quotes.verify import ArchivedText

DATES = 20_000
QUOTES = 1_000
TEXT_WORDS = 150_000


def main() -> None:
    draw = random.Random(1)
    dates = [a_date(draw).strip('"') for _ in range(DATES)]
    start = process_time()
    for text in dates:
        parse(text)
    print(f"parsing costs {(process_time() - start) / DATES * 1e6:.1f} microseconds a date")

    words = [f"word{draw.randrange(5_000)}" for _ in range(TEXT_WORDS)]
    text = "\n".join(" ".join(words[place : place + 12]) for place in range(0, TEXT_WORDS, 12))
    places = [draw.randrange(TEXT_WORDS - 20) for _ in range(QUOTES)]
    quotes = [" ".join(words[place : place + 20]) for place in places]
    start = process_time()
    folded = fold(text)
    found = sum(folded.find(quote) >= 0 for quote in quotes)
    floor = process_time() - start
    start = process_time()
    archived = ArchivedText(text)
    verified = sum(archived.verdict(quote) in ("exact", "folded") for quote in quotes)
    checked = process_time() - start
    print(f"{verified} of {QUOTES} quotes verified in a text of {len(text) / 1e6:.1f} MB, {found} by search alone,")
    print(f"in {checked / floor:.2f} times the CPU of folding the text once and one search for each quote")


if __name__ == "__main__":
    main()
