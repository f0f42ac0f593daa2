"""What someone is told whose date is not in the profile."""

import csv
import re

import pytest
from hypothesis import given, strategies as st
from notations import QUALIFIERS, edited, near_dates, notations
from places import DATA
from together import together

from diplotimeline.dates import EventDate, parse
from diplotimeline.dates.advice import EXAMPLES, EXAMPLES_IN_DOUBT, LONGEST_QUOTED, write
from diplotimeline.errors import DateError, DateOrderError

WIDER = "make it so wide that it is certain, without a sign; the words of the source go into 'date_text'"
REASONS = {
    "2022-13-04": "there is no month 13: months run from 01 to 12",
    "2022-02-29": "2022 is not a leap year: its February has 28 days",
    "2022-09-31": "there is no day 31 in 2022-09: the month has 30 days",
    "2022-09-00": "there is no day 00",
    "0000-01-01": "there is no year 0000: years run from 0001 to 9999",
    "2022-09-14/2022-09-13": "the interval ends before it begins",
    "[2022-09-13,2022-09-12]": "the members of a set stand in ascending order",
    "[2022-09..2022-08]": "the range in the set ends before it begins",
    "09/12/2022": "the order of day and month is not certain",
    "13-14 September": "the year is missing",
    "September 13-14": "the year is missing",
    "2022-09-13–2022-09-14": "it has a typographic dash",
    "２０２２-09-13": "figures are 0 to 9",
    "2022-09-13T25:00Z": "there is no hour 25",
    "2022-09T00:05": "a clock time needs a complete date",
    "2022-09-13T00:05+15:00": "no zone is further from UTC than 14:00",
    "2022-09-13/2022-09-14/2022-09-15": "an interval has one '/' between its two ends",
    "/": "the interval has no date on either side",
    "[2022..,2023]": "a member with nothing after '..' can only be the last",
    "[2022,..2023]": "a member with nothing before '..' can only be the first",
    "[2022-09-12..2022-10]": "both sides of '..' need the same precision",
    "{2022,2023}": "a set in braces means all of its dates",
    "2020-23-13": "a season takes no day",
    "": "it is empty",
    "yesterday": "dates are written in figures",
    "12022-09-13": "it is not in the notation of dates",
}
REMEDIES = {
    "2022-9-12": "write 2022-09-12",
    "2022-9": "write 2022-09",
    "2022-13-04": "write 2022-04-13",
    "2022-02-29": "write 2022-02",
    "2022-09-00": "write 2022-09",
    "2022-00-00": "write 2022",
    "20220913": "write 2022-09-13",
    "2022/09/13": "write 2022-09-13",
    "13.09.2022": "write 2022-09-13",
    "09/13/2022": "write 2022-09-13",
    "September 13, 2022": "write 2022-09-13",
    "13 september 2022": "write 2022-09-13",
    "13–14 Sept. 2022": "write 2022-09-13/2022-09-14",
    "13-14 September": "write YYYY-09-13/YYYY-09-14, with the year in the place of YYYY",
    "2022-09-14/2022-09-13": "write 2022-09-13/2022-09-14",
    "2022-09-13–2022-09-14": "write 2022-09-13/2022-09-14",
    "2022-09-13 – 2022-09-14": "write 2022-09-13/2022-09-14",
    "2022–2023": "write 2022/2023",
    "2022–09–13": "write 2022-09-13",
    "2022-09-13--2022-09-14": "write 2022-09-13/2022-09-14",
    "2022-09-13-2022-09-14": "write 2022-09-13/2022-09-14",
    "2022-09-13/14": "write 2022-09-13/2022-09-14",
    "2022-09-13..2022-09-14": "write 2022-09-13/2022-09-14 if it went on all that time, "
    "[2022-09-13..2022-09-14] if it happened once in that time",
    "2022-W37": "write 2022-09-12/2022-09-18 or [2022-09-12..2022-09-18]",
    "2022-257": "write 2022-09-14",
    "2020-366": "write 2020-12-31",
    "9999-366": EXAMPLES,
    "2022-09-1X": "write [2022-09-10..2022-09-19]",
    "2022-09-uu": "write 2022-09-XX",
    "2022/open": "write 2022/..",
    "unknown/2022": "write /2022",
    "ca. 2022": "write 2022~",
    "around 2022": "write 2022~",
    "about 2022-09": "write 2022-09~",
    "2009/10": "write 2009-10",
    "2022?-09": "write 2022-09?",
    "2022-09-13?~": "write 2022-09-13%",
    "[2022-09-12?,2022-09-13]": "write 2022-09? or 2022-09-12?/2022-09-13?",
    "[2022-09-12, 2022-09-13]": "write [2022-09-12,2022-09-13]",
    "2022-23/2022-24": "write 2022-09/2023-02",
    "2022-09-XX/2022-10-03": "write 2022-09/2022-10-03",
    "2022-21?": "write 2022-03?/2022-05?",
    "2022-09-13 00:05": "write 2022-09-13T00:05",
    "2022-09-13T00:05+0400": "write 2022-09-13T00:05+04:00",
    "2022-09-13t00:05z": "write 2022-09-13T00:05Z",
    "2022-09-13\n": "write 2022-09-13",
    "٢٠٢٢-٠٩-١٣": "write 2022-09-13",
    "12022-09-13": EXAMPLES,
}
NAMING_DATES = (
    "no date", "2022-09-3X", "2022-09T00:05", "tomorrow", "9999-41", "0000-33", "2022-09-13..2022-10", "2022~..2023",
)  # fmt: skip
# A qualifier or a word of doubt where the profile has no room for it: what is advised says it too.
IN_DOUBT = {
    "2022-23~": "write 2022-09~/2022-11~",
    "2022-24?": "write 2022-12?/2023-02?",
    "c. 2022-21": "write 2022-03~/2022-05~",
    "circa autumn 2022": "write 2022-09~/2022-11~",
    "199X~": "write 1990~/1999~",
    "000X?": "write 0001?/0009?",
    "19XX%": "write 1900%/1999%",
    "ca. 1990s": "write 1990~/1999~",
    "2022-09-XX~": "write 2022-09~",
    "2022-XX?": "write 2022?",
    "2022-XX-XX%": "write 2022%",
    "2022-09-uu~": "write 2022-09~",
    "[2022-09~,2022-10]": "write 2022~ or 2022-09~/2022-10~",
    "[2022-09-12..2022-09-14?]": "write 2022-09? or 2022-09-12?/2022-09-14?",
    "[2021-12,2022-01]~": "write 2021-12~/2022-01~",
    "[2022?]": "write 2022?",
    "2022-09-13T00:05~": "write 2022-09-13~",
    "2022-09-13T00:05+04:00?": "write 2022-09-13?",
    "about 2022-09-13T00:05Z": "write 2022-09-13~",
    "2022-23?/2022-24": "write 2022-09?/2023-02?",
    "2022~/2022-23": "write 2022~/2022-11",
    "2022-W37~": "write 2022-09-12~/2022-09-18~ or 2022-09~",
    "2022-257?": "write 2022-09-14?",
    "2022-02-30~": "write 2022-02~",
    "2022/23~": "write 2022~/2023~",
    "2022-33~": "write the months, such as 2022-01~/2022-03~",
    "2022-09~..2022-10": "write 2022-09~/2022-10 if it went on all that time",
    "2022-10?/2022-09~": "write 2022-09~/2022-10?",
    "around 4 October 2022": "write 2022-10-04~",
    "perhaps 2022": "write 2022?",
    "probably about 2022": "write 2022%",
    "2022-09-13 (uncertain)": "write 2022-09-13?",
    "13–14 Sept. 2022 (approx.)": "write 2022-09-13~/2022-09-14~",
    "c. 13-14 September": "write YYYY-09-13~/YYYY-09-14~, with the year in the place of YYYY",
    "early May 2023?": "write 2023-05? or 2023-05-01?/2023-05-10?",
    "c. 13/09/2022": "write 2022-09-13~",
    "c. 09/12/2022": "it can be read as c. 9 December 2022 (2022-12-09~) or c. 12 September 2022 (2022-09-12~): "
    "write the one that is meant",
    "[..2022-09~]": WIDER,
    "before 2022~": WIDER,
    "[perhaps 2022..]": WIDER,
    "9999-24~": EXAMPLES_IN_DOUBT,
    "?": EXAMPLES_IN_DOUBT,
}
SHORT_YEARS = {
    "24.09.22": "24 September 2022 (2022-09-24) or 22 September 2024 (2024-09-22)",
    "13/9/31": "13 September 2031 (2031-09-13)",
    "05-06-07": "5 June 2007 (2007-06-05) or 6 May 2007 (2007-05-06) or 7 June 2005 (2005-06-07)",
    "9.30.22": "30 September 2022 (2022-09-30)",
    "24.09.22?": "24 September 2022 (uncertain) (2022-09-24?) or 22 September 2024 (uncertain) (2024-09-22?)",
}
NOT_MEANT = {
    "2022?-09/2022-10": "2022-09/2022-10?",  # moves the doubt from the start to the end
    "2022/24": "2022-24",  # years become the winter
    "2022–24": "2022-24",
}

# What is said to texts that people take for dates: a person read every answer before it was kept.
with (DATA / "date_advice.csv").open(encoding="utf-8", newline="") as file:
    ANSWERS = [(row["written"], row["reason"], row["remedy"]) for row in csv.DictReader(file)]


def refusal(text: str) -> DateError:
    with pytest.raises(DateError) as caught:
        parse(text)
    return caught.value


def refused_dates(remedy: str) -> list[str]:
    """Those words of a remedy that have figures in them but are no dates."""
    words = [word.rstrip(",;") for word in remedy.replace("YYYY", "2000").split()]
    return [word for word in words if any(char.isdigit() for char in word) and not write(word)]


@together(("written", "reason", "remedy"), ANSWERS)
def test_is_told_why_it_is_no_date_and_what_to_write(written: str, reason: str, remedy: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(written)

    assert (caught.value.message, caught.value.help) == (f"{written!r} is not a date: {reason}", remedy)


@pytest.mark.parametrize("more", [0, 1])
def test_a_long_text_is_quoted_by_its_beginning(more: int) -> None:
    with pytest.raises(DateError) as caught:
        parse("x" * (LONGEST_QUOTED + more))

    assert caught.value.message.startswith(f"'{'x' * LONGEST_QUOTED}{'…' * more}' is not a date: ")


@together(("text", "reason"), REASONS.items())
def test_says_what_is_wrong(text: str, reason: str) -> None:
    message = refusal(text).message

    assert message.startswith(f"{text!r} is not a date: {reason}")


@together(("text", "remedy"), REMEDIES.items())
def test_says_what_to_write_instead(text: str, remedy: str) -> None:
    assert refusal(text).help == remedy


@together(("text", "remedy"), IN_DOUBT.items())
def test_a_remedy_keeps_the_doubt(text: str, remedy: str) -> None:
    assert refusal(text).help == remedy


@pytest.mark.parametrize(("text", "readings"), SHORT_YEARS.items(), ids=map(repr, SHORT_YEARS))
def test_a_year_of_two_figures_is_shown_in_every_reading(text: str, readings: str) -> None:
    error = refusal(text)

    assert error.message.endswith("a year has four figures")
    assert error.help == f"it can be read as {readings}, or of another century: write the one that is meant"


@pytest.mark.parametrize("text", ["45.67.89", "00/00/00", "99-99-99"])
def test_figures_that_are_a_day_in_no_order_say_so(text: str) -> None:
    assert refusal(text).message.endswith("in no order are these a day")
    assert refusal(text).help == EXAMPLES


def test_a_date_that_countries_read_differently_is_shown_in_both_readings() -> None:
    remedy = refusal("09/12/2022").help

    assert "9 December 2022 (2022-12-09) or 12 September 2022 (2022-09-12)" in remedy


@pytest.mark.parametrize(
    "text",
    ["2022-09-14/2022-09-13", "2023/2022-12-31", "2022-10?/2022-09~", "[2022-09-13,2022-09-12]",
     "[2022-09-13,2022-09-13]", "[2022,2022-09]", "[2022-09..2022-08]"],
)  # fmt: skip
def test_what_stands_in_the_wrong_order_has_an_error_of_its_own(text: str) -> None:
    assert isinstance(refusal(text), DateOrderError)


@pytest.mark.parametrize("text", ["2022-09-31", "2022-09-13/2022-09-31", "09/12/2022", "yesterday"])
def test_any_other_mistake_is_no_mistake_of_order(text: str) -> None:
    assert not isinstance(refusal(text), DateOrderError)


@pytest.mark.parametrize("text", NAMING_DATES)
def test_every_date_that_a_remedy_names_is_a_date_even_an_example(text: str) -> None:
    remedy = refusal(text).help

    assert remedy.startswith("write ")
    assert refused_dates(remedy) == []


@pytest.mark.parametrize(("text", "other"), NOT_MEANT.items(), ids=NOT_MEANT)
def test_a_remedy_is_not_alone_a_date_that_means_something_else(text: str, other: str) -> None:
    assert refusal(text).help != f"write {other}"


def test_a_long_text_is_quoted_in_part() -> None:
    error = refusal("2022-09-13," * 10_000)

    assert len(error.message) < 200
    assert error.help == EXAMPLES


@given(edited(notations()) | near_dates())
def test_the_dates_that_a_remedy_says_to_write_are_dates(text: str) -> None:
    try:
        remedy = "" if parse(text) else "never"
    except DateError as error:
        remedy = error.help
    named = remedy if remedy.startswith("write ") and "such as" not in remedy else ""

    assert refused_dates(named) == []


DOUBTS = {"?": "?", "~": "~", "%": "%", "c. ": "~", "circa ": "~", "About ": "~", "perhaps ": "?", " (uncertain)": "?"}
SOME_DOUBT = st.sampled_from([*DOUBTS])


@st.composite
def doubted(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> tuple[str, str]:
    """A text with a sign or a word of doubt somewhere in it, and the qualifier for that."""
    text, written = draw(texts), draw(SOME_DOUBT)
    place = draw(st.integers(0, len(text))) if written in QUALIFIERS else 0 if written[-1] == " " else len(text)
    return text[:place] + written + text[place:], DOUBTS[written]


def advised(text: str) -> list[EventDate]:
    """The dates that the help for a text says to write; none for a date, and none that is only an example."""
    try:
        parse(text)
    except DateError as error:
        if error.help in (EXAMPLES, EXAMPLES_IN_DOUBT):
            return []
        read_as = re.findall(r"\(([0-9][^ ()]*)\)", error.help) if "can be read as" in error.help else None
        words = read_as or [word.rstrip(",;:").replace("YYYY-", "2000-") for word in error.help.split()]
        return [parse(word) for word in words if write(word)]
    return []


@given(doubted(notations() | edited(notations()) | near_dates()))
def test_every_date_that_a_remedy_names_keeps_the_doubt(written: tuple[str, str]) -> None:
    text, sign = written

    for when in advised(text):
        assert sign in {*when.edtf} or "%" in when.edtf, (text, when.edtf)


@given(notations().filter(lambda text: not re.search("[?~%]", text)), st.sampled_from("?~%"))
def test_a_date_advised_for_one_in_doubt_is_never_narrower(text: str, sign: str) -> None:
    plain = parse(text)

    for when in advised(text + sign):
        assert when.earliest == plain.earliest or when.stretches[0][0] <= plain.stretches[0][0]
        assert when.latest == plain.latest or when.stretches[-1][1] >= plain.stretches[-1][1]
