"""Numbers and days that a quote names: found in figures and in words, and only inside the quote."""

from collections.abc import Callable

import pytest
from hypothesis import given, strategies as st
from together import together

from diplotimeline import parse_date
from diplotimeline.quotes import support
from diplotimeline.quotes.days import days_in
from diplotimeline.quotes.numerals import words
from diplotimeline.quotes.support import names_another_date, numbers_in

ENGLISH = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
FRENCH = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)  # fmt: skip
FRENCH_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", *["soixante"] * 2, *["quatre-vingt"] * 2)


def in_english(number: int) -> str:
    if number < 20:
        return ENGLISH[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return ENGLISH_TENS[tens] + (f"-{ENGLISH[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{ENGLISH[hundreds]} hundred" + (f" and {in_english(rest)}" if rest else "")
    return "one thousand"


def in_french(number: int) -> str:
    if number < 20:
        return FRENCH[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        if tens in (7, 9):
            rest += 10
        joint = " et " if rest in (1, 11) and tens not in (8, 9) else "-"
        return FRENCH_TENS[tens] + (f"{joint}{FRENCH[rest]}" if rest else "s" if tens == 8 else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        many = "" if hundreds == 1 else f"{FRENCH[hundreds]} "
        return f"{many}cent{'s' if many and not rest else ''}" + (f" {in_french(rest)}" if rest else "")
    return "mille"


@pytest.mark.parametrize("language", [in_english, in_french])
def test_every_number_up_to_a_thousand_is_found_in_words(language: Callable[[int], str]) -> None:
    missed = [number for number in range(1001) if number not in numbers_in(f"They say that {language(number)} fell.")]

    assert missed == []


NUMBERS = {
    "17 prisoners": ({17}, {1, 7}),
    "1,207 soldiers": ({1207}, {1, 207}),
    "1 207 soldiers": ({1207, 207}, set()),
    "1\u202f207 soldats": ({1207}, {207}),
    "5–7 officers": ({5, 7}, {57}),
    "a dozen": ({12}, set()),
    "no one was killed": ({0}, set()),
    "two brothers and three sisters": ({2, 3}, {5}),
    "٣ soldiers": ({3}, set()),
    "nothing of the kind": (set(), {0, 1}),
    "soldiers were killed on 5 October 2022": (set(), {5, 2022}),
    "soldiers were killed on October 5, at 15:30": (set(), {5, 15, 30}),
    "des soldats tués le 5 octobre à 15h30": (set(), {5, 15, 30}),
    "des soldats tués du 5 au 7 mai": (set(), {5, 7}),
    "on 5 October 5 soldiers were killed": ({5}, set()),
    "In May 5 soldiers were killed": ({5}, set()),
    "they may 5 times": ({5}, set()),
    "twenty-one soldiers": ({21}, {20, 1}),
    "one hundred and twenty-one soldiers": ({121, 100, 21}, {120, 20, 101}),
    "quatre-vingt-dix-sept soldats": ({97}, {80, 17, 4, 20}),
    "two-three soldiers": ({2, 3}, set()),
    "On October 5, 13.585 people fled": ({13_585}, {5, 13, 585}),
    "On October 5, 88,305 people fled": ({88_305}, {5, 305}),
    "On October 5, 8026 people fled": ({8026}, {5}),
    "On October 25, 7 soldiers fell": ({7}, {25}),
    "on October 5, 6 and 7 soldiers fell": (set(), {5, 6}),
    "on 2022-10-05": (set(), {2022, 10, 5}),
    "seit dem 5.10.2022": (set(), {2022, 10, 5}),
    "1.2 million people fled": ({1_200_000}, set()),
    "two million three hundred thousand people": ({2_300_000}, set()),
    "2,5 millions de personnes": ({2_500_000}, set()),
    "12 thousand houses": ({12_000}, set()),
    "two dozen soldiers, 3 dozen officers": ({24, 36}, set()),
    "quatre douzaines": ({48}, set()),
    "one hundred and twelve": ({112}, {1200}),
    "a pair of guards": ({2}, set()),
    "1.23456789 million": (set(), {1_234_567}),
    "half a million people fled": ({500_000}, {1_000_000}),
    "half a dozen guards": ({6}, {12}),
    "two and a half million people": ({2_500_000}, set()),
    "un million et demi de personnes": ({1_500_000}, set()),
    "a dozen and a half": ({18}, set()),
    "1 million 200 thousand people": ({1_200_000}, set()),
    "5 to 7 million people": ({5_000_000, 7_000_000}, set()),
    "five or six thousand people": ({5000, 6000}, set()),
    "entre deux et trois cents soldats": ({200, 300}, set()),
    "une trentaine de soldats, deux centaines d'officiers": ({30, 200}, set()),
    "another guard was shot": ({1}, set()),
    "en sept jours, trois soldats": ({7, 3}, set()),
    "trois soldats tués en sept. 2022": ({3}, {7, 2022}),
    "1,00,000 people; 2 lakh more": ({100_000, 200_000}, set()),
    "١٬٢٠٧ soldiers": ({1207}, set()),
    "on October 13 and 14 soldiers fell": ({14}, {13}),
    "3 ²³ soldiers fell, 12⁵ officers": ({3, 12}, {2, 5, 23, 125}),
}


@together(("quote", "numbers"), NUMBERS.items())
def test_numbers_in_figures_and_words(quote: str, numbers: tuple[set[int], set[int]]) -> None:
    there, absent = numbers

    assert there <= numbers_in(quote)
    assert not absent & numbers_in(quote)


# A quote, a date, the day of issue, and whether the quote names another date.
DATES: dict[str, tuple[str, str, str, bool]] = {
    "the day": ("on 2 May", "2022-05-02", "2022-05-09", False),
    "the day before": ("on 2 May", "2022-05-01", "2022-05-09", True),
    "the month first": ("on May 2, 2022", "2022-05-02", "", False),
    "another year": ("on May 2, 2021", "2022-05-02", "", True),
    "one of two": ("on September 13-14 and September 28", "2022-09-28", "2022-10-06", False),
    "within a stretch": ("from 12 to 15 May", "2022-05-13", "2022-06", False),
    "before a stretch": ("from 12 to 15 May", "2022-05-11", "2022-06", True),
    "a night": ("the night of September 12", "2022-09-12/2022-09-13", "2022-10-06", False),
    "a month": ("in May", "2022-06", "2022-07", True),
    "a month that holds it": ("in May 2022", "2022-05-14", "", False),
    "a month without a preposition": ("May 2022 saw", "2022-06-14", "", True),
    "a modal verb": ("they may 5 times", "2022-01-01", "2022-01-02", False),
    "a verb": ("to march 20 miles", "2022-01-01", "2022-01-02", False),
    "French": ("le 1er mai", "2022-05-01", "2022-05-09", False),
    "French, another day": ("le 2 mai dernier", "2022-05-01", "2022-05-09", True),
    "French, a month": ("début septembre", "2022-10-01", "2022-10-09", True),
    "December said in January": ("on 30 December", "2022-12-30", "2023-01-02", False),
    "relative words": ("over the past week", "2022-05-13", "2022-05-14", False),
    "one of several days": ("on 20 September", "[2022-09-19,2022-09-20]", "2022-10", False),
    "in figures": ("on 2022-05-02", "2022-05-03", "", True),
    "in figures, the day first": ("am 12.09.2022", "2022-09-13", "", True),
    "the figures of a section": ("see 4.12.09.2022", "2022-09-13", "", False),
    "the year behind the month is no whole month": ("on 12 September 2022 envoys met", "2022-09-13", "", True),
    "the year behind a shortened month": ("12 Sept. 2022", "2022-09-13", "", True),
    "the year behind two days": ("on 12 and 15 September 2022", "2022-09-16", "", True),
    "a month beside a day of it": ("on 12 September 2022, and all September 2022", "2022-09-13", "", False),
    "a stretch over two months": ("from 28 September to 2 October", "2022-09-30", "", False),
    "before a stretch over two months": ("from 28 September to 2 October", "2022-09-27", "2022-10", True),
    "behind a stretch over two months": ("September 28 – October 2, 2022", "2022-10-03", "", True),
    "a stretch over two months, one year": ("September 28 – October 2, 2022", "2022-10-01", "", False),
    "a stretch over two years": ("between 30 December and 3 January", "2023-01-01", "", False),
    "a stretch over two years, both named": ("30 Dec. 2022 until 3 Jan. 2023", "2023-01-01", "", False),
    "French, a stretch": ("entre le 28 septembre et le 2 octobre", "2022-09-30", "", False),
    "two days are no stretch": ("on 28 September and 2 October", "2022-09-30", "", True),
    "a stretch of months": ("from September to November 2022", "2022-10-13", "", False),
    "a day and a number behind it": ("On December 20, 37 soldiers fell", "2022-12-20", "", False),
    "a day, and a number that is no other day": ("On April 18, 5 soldiers fell", "2022-04-17", "", True),
    "three days behind their month": ("on April 16, 17 and 18", "2022-04-17", "", False),
    "French seven": ("en sept jours, depuis sept ans", "2022-05-01", "2022-05-09", False),
    "French September, shortened": ("depuis sept. 2022", "2022-05-01", "2022-05-09", True),
    "the first of two days with articles": ("on the 12th and the 13th of May", "2022-05-12", "", False),
    "the first of two French days": ("le 12 et le 13 mai", "2022-05-12", "", False),
    "the first of two days with prepositions": ("on 12 and on 13 May", "2022-05-12", "", False),
    "the second of two months": ("in August and September", "2022-09-03", "", False),
    "the first of two months of a year": ("August or September 2022", "2022-08", "", False),
    "the second of three months of a year": ("in May, June and July 2022", "2022-06-30", "", False),
    "none of three months of a year": ("in May, June and July 2022", "2022-08-01", "", True),
    "a stretch of months between": ("between May and July 2022", "2022-06-13", "", False),
    "a stretch of months with a dash": ("May\u2013July 2022 saw", "2022-06-13", "", False),
    "behind a stretch of months": ("between May and July 2022", "2022-08-01", "", True),
    "a stretch with a stroke": ("28 September/2 October", "2022-09-30", "", False),
    "up to the day before": ("before 6 October 2022", "[..2022-10-05]", "", False),
    "from the day after": ("après le 6 octobre 2022", "[2022-10-07..]", "", False),
    "the eve": ("on the eve of 13 May", "2022-05-12", "", False),
    "before a bound": ("before 6 October 2022", "2022-09-30", "", False),
    "behind a bound": ("before 6 October 2022", "2022-10-07", "", True),
    "since a month": ("fighting since mid-May displaced thousands", "2022-06-15", "2022-06-20", False),
    "before that month": ("fighting since mid-May displaced thousands", "2022-04-15", "2022-06-20", True),
    "until a day": ("the truce held until 5 May", "2022-04-01/2022-05-01", "2022-05", False),
    "until a day, in French": ("jusqu'au 5 mai 2022", "2022-05-06", "", True),
    "by a day": ("by 5 May all had left", "2022-05-03", "2022-05", False),
    "before a stretch until a day": ("from 28 September until 2 October 2022", "2022-09-27", "", True),
    "since that day of another year": ("since 13 September all is quiet", "2020-09-13", "2022-10-06", True),
    "since two days of another year": ("since 12 and 13 September all is quiet", "2020-09-13", "2022-10-06", True),
    "beside a clock time": ("as if in May 15:30 were a day: on 3 April", "2022-05-15", "", True),
    "behind a stop": ("as if .5 May were a day: on 3 April", "2022-05-05", "", True),
    "a name that ends like a month": ("DeMay 5 of the team, on 3 April", "2022-05-05", "", True),
    "a word that begins like a month": ("5 May\u00e9 of the team, on 3 April", "2022-05-05", "", True),
    "the day beside a year that is not its own": ("on 13 September, as in 2021", "2022-09-13", "", False),
    "no such day": ("on 31 February", "2022-02-28", "", True),
}


@together(("quote", "when", "issued", "another"), DATES.values())
def test_days_that_a_quote_names(quote: str, when: str, issued: str, another: bool) -> None:  # noqa: FBT001
    assert names_another_date(quote, parse_date(when), parse_date(issued) if issued else None) == another


@pytest.mark.parametrize(
    "when", ["2022-09-13", "2022-09", "2022-09-28/2022-10-02", "[2022-09-10..2022-09-20]", "2021-09-13"]
)
def test_a_first_look_says_what_reading_all_days_says(when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = (
        f"{opening}{day}"
        for opening in ("", "On ", "since ", "Simon ", "9.")
        for day in ("September 13", "13 September")
    )
    quotes = [
        f"{one}{closing}"
        for one in opened
        for closing in (".", ", 2021", " 2022", ":30", "-14, 2021", " and 12 September")
    ]
    date = parse_date(when)
    first = [names_another_date(quote, date, None) for quote in quotes]
    monkeypatch.setattr(support, "_names_it_plainly", lambda *_: False)

    assert first == [names_another_date(quote, date, None) for quote in quotes]
    assert {*first} == {True, False}


def test_a_month_that_only_looks_like_one_names_no_day() -> None:
    assert [named.month for named in days_in("le 5 avr\u0131l, le 6 mai")] == [5]  # without its dot


def test_every_month_is_known_in_both_languages() -> None:
    assert set(words("months").values()) == set(range(1, 13))
    assert all(len([one for one in words("months").values() if one == month]) >= 2 for month in range(1, 13))


@given(st.text(st.sampled_from("12 .,-–May mai and et one cent vingt 2022\u202f"), max_size=80))
def test_any_text_is_looked_through(text: str) -> None:
    assert all(number >= 0 for number in numbers_in(text))
    assert all(1 <= one.month <= 12 for one in days_in(text))


def test_long_runs_of_number_words_take_no_long_time() -> None:
    assert 1 in numbers_in("one " * 20_000)
    assert list(days_in("1, " * 20_000)) == []
