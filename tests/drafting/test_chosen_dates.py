"""A date that was chosen among possible ones says so on its own line; one that is open is a TODO with its readings."""

from datetime import date

import pytest
from drafted_files import draft

DAY = date(2022, 10, 6)
CHOSEN = {
    "some days ahead of a past tense": (
        "On 9 October, shells hit Ardel.", "2022-10-09  # TODO or 2021-10-09: the text names no year",
    ),
    "weeks ahead of a past tense": (
        "On 20 October, shells hit Ardel.", "2021-10-20  # TODO or 2022-10-20: the text names no year",
    ),
    "weeks before a future tense": (
        "The ministers will meet in Nubar on 20 September.",
        "2023-09-20  # TODO or 2022-09-20: the text names no year",
    ),
    "a month before a future tense": (
        "In September, the ministers will meet in Nubar.", "2023-09  # TODO or 2022-09: the text names no year",
    ),
    "a year told of before": (
        "In 1992 the war spread. On 9 May, shells hit Ardel.",
        "1992-05-09  # TODO or 2022-05-09: the text names no year",
    ),
    "another day of the week": (
        "On Monday, 3 May 2022, shells hit Ardel.", "2022-05-03  # TODO 2022-05-03 is a Tuesday",
    ),
    "a heading": (
        "Report of 3 May 2022\n\n- Ardelian units shelled Nubar.", "2022-05-03  # TODO from the heading “3 May 2022”",
    ),
    "the year of a heading": (
        "--2011--\n\n- 9 May: Shells hit Ardel.", "2011-05-09  # TODO from the heading “2011”",
    ),
    "the day of the entry": (
        "9 May 2011: A shell hit Ardel. Ardelian units shelled Nubar.",
        "2011-05-09  # TODO from the heading “9 May 2011”",
    ),
    "what came of an entry, or was before it": (
        "9 May 2011: A shell hit Ardel. On 7 August, shells hit Nubar.",
        "2010-08-07  # TODO or 2011-08-07: the text names no year",
    ),
}  # fmt: skip
OPEN = {
    "days before a future tense": (
        "The ministers will meet in Nubar on 4 October.",
        "TODO  # 2022-10-04 or 2023-10-04: the text names no year",
    ),
    "of the last weeks, or of the year told of": (
        "In 2020 the war spread. On 27 September, shells hit Ardel.",
        "TODO  # 2020-09-27 or 2022-09-27: the text names no year",
    ),
    "a day of the week of another year": (
        "On Sunday, 3 May, shells hit Ardel.",
        "TODO  # 2020-05-03 or 2022-05-03: the day of the week is that of another year",
    ),
    "a year or a number": (
        "On 3 May 1200 soldiers left the post.",
        "TODO  # 2022-05-03 or 1200-05-03: the figures after the day are a year or a number",
    ),
}  # fmt: skip
SETTLED = (
    "On 4 October, shells hit Ardel.",
    "On 20 December, shells hit Ardel.",
    "Since 20 October, Ardelia has blocked the road.",
    "Since 9 October, Ardelia has blocked the road.",
    "The ministers will meet in Nubar on 20 October.",
    "On Tuesday, 3 May 2022, shells hit Ardel.",
    "5 December 2021: A shell hit Ardel.\n\n3 November: Shells hit Nubar.",
    "9 May 2022: A shell hit Ardel.\n\n7 November: Shells hit Nubar.",
    "9 May 2011: A shell hit Ardel. On 2 February, shells hit Nubar.",
    "9 May 2022: A shell hit Ardel. On 7 November, shells hit Nubar.",
)


def dates(text: str) -> list[str]:
    """What the lines `date:` of a draft say."""
    lines = draft(text, DAY, language="en").splitlines()
    return [line.partition("date: ")[2] for line in lines if "- date:" in line]


@pytest.mark.parametrize(("text", "line"), [*CHOSEN.values(), *OPEN.values()], ids=[*CHOSEN, *OPEN])
def test_the_line_of_a_date_says_that_it_was_chosen_or_is_open(text: str, line: str) -> None:
    assert line in dates(text)


@pytest.mark.parametrize("text", SETTLED)
def test_a_settled_date_has_no_mark(text: str) -> None:
    assert [one for one in dates(text) if "TODO" in one] == []


@pytest.mark.parametrize(
    "text",
    [
        "A year ago, on 8 November 2020, shells hit Ardel.",
        "8 Nov. 2020: Shells hit Ardel.\nThe group of envoys has met both sides in Nubar for three weeks, so it says.",
    ],
    ids=["a day that is counted too", "a paragraph below the last entry"],
)
def test_nothing_besides_has_a_date(text: str) -> None:
    assert [one for one in dates(text) if "2020-11-08" not in one] == []


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        (
            "October 6, 2022\n\nArdelia expelled two envoys.\n\nMay 9, 2022\n\nShells hit Nubar.",
            ["[..2022-10-06]", "2022-05-09"],
        ),
        ("Date: 6 October 2022\n\nArdelia expelled two envoys.", ["[..2022-10-06]"]),
        ("Report of 3 May 2022\n\nArdelia will use its planes to leave Nubar.", []),
        ("Agenda of 3 May 2023\n\nArdelia will expel two envoys.", ["2023-05-03"]),
    ],
    ids=["the day of the statement, and another", "the day of the statement", "what will be", "what will be then"],
)  # fmt: skip
def test_a_heading_dates_what_happened_on_its_day(text: str, dated: list[str]) -> None:
    assert [one.partition("  #")[0].strip('"') for one in dates(text)] == dated
