"""The English words of dates, by kind; `language` explains the letters."""

from typing import Any

from diplotimeline.drafting.language import Days

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
    "dec": 12,
}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "a couple of": 2, "one": 1, "thirteen": 13, "fourteen": 14, "fifteen": 15, "twenty": 20,
}  # fmt: skip
UNITS = ("day", "week", "month", "year", "weekend", "fortnight", "decade")

ENGLISH_DATES: dict[str, dict[str, Any]] = {
    "M": MONTHS,
    "m": SHORT_MONTHS | {f"{name}.": number for name, number in SHORT_MONTHS.items()},
    "W": {name: number for number, name in enumerate(WEEKDAYS)},
    "n": NUMBERS,
    "U": {unit: unit for unit in UNITS} | {f"{unit}s": unit for unit in UNITS} | {"calendar year": "year"},
    "Z": {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    "p": {
        "night": "night", "nights": "night", "morning": "morning", "mornings": "morning",
        "afternoon": "afternoon", "evening": "evening", "evenings": "evening", "early hours": "morning",
        "small hours": "morning", "dawn": "morning",   "midnight": "", "early morning": "morning",
        "early morning hours": "morning", "morning hours": "morning", "early morning of": "morning",
        "night-time hours": "night", "overnight on": "night", "overnight from": "night", "overnight of": "night",
        "overnight between": "night", "daybreak": "morning", "sunrise": "morning", "late evening": "evening",
        "nightfall": "evening", "dusk": "evening", "late afternoon": "afternoon",
    },
    "R": {
        "today": Days(0, 0), "yesterday": Days(-1, -1), "tomorrow": Days(1, 1), "the day before yesterday": Days(-2, -2),
        "the day after tomorrow": Days(2, 2), "last night": Days(-1, 0, "night"), "overnight": Days(-1, 0, "night"),
        "this morning": Days(0, 0, "morning"), "this afternoon": Days(0, 0, "afternoon"),
        "this evening": Days(0, 0, "evening"), "tonight": Days(0, 1, "night"), "earlier today": Days(0, 0),
        "later today": Days(0, 0), "the night before last": Days(-2, -1, "night"),
        "yesterday night": Days(-1, 0, "night"), "two nights ago": Days(-2, -1, "night"),
    },
    "G": {
        "the following day": Days(1, 1), "the next day": Days(1, 1), "the day after that": Days(1, 1),
        "the following morning": Days(1, 1, "morning"), "the next morning": Days(1, 1, "morning"),
        "the following afternoon": Days(1, 1, "afternoon"), "the following evening": Days(1, 1, "evening"),
        "the previous day": Days(-1, -1), "the preceding day": Days(-1, -1), "the previous evening": Days(-1, -1, "evening"),
        "the evening before": Days(-1, -1, "evening"), "the previous night": Days(-1, 0, "night"),
        "the night before": Days(-1, 0, "night"), "the following night": Days(0, 1, "night"),
        "the same day": Days(0, 0), "the very same day": Days(0, 0), "that day": Days(0, 0), "that same day": Days(0, 0),
        "the same morning": Days(0, 0, "morning"), "that morning": Days(0, 0, "morning"),
        "the same afternoon": Days(0, 0, "afternoon"), "that afternoon": Days(0, 0, "afternoon"),
        "the same evening": Days(0, 0, "evening"), "that evening": Days(0, 0, "evening"),
        "that night": Days(0, 1, "night"), "the same night": Days(0, 1, "night"), "a day later": Days(1, 1),
        "the same date": Days(0, 0), "that date": Days(0, 0), "later that day": Days(0, 0),
        "later the same day": Days(0, 0), "earlier that day": Days(0, 0), "earlier the same day": Days(0, 0),
        "the very next day": Days(1, 1),
    },
    "g": {"the day before": Days(-1, -1), "the day after": Days(1, 1)},
    "L": {"last": None, "previous": None},
    "N": {"next": None, "coming": None, "upcoming": None, "following": None},
    "H": {"this": None, "the current": None, "the present": None},
    "P": {"past": None, "preceding": None},
    "E": {"ago": None},
    "V": {
        "in recent days": None, "in recent weeks": None, "in recent months": None, "recently": None,
        "over recent days": None, "over recent weeks": None, "over the last few days": None, "the past few days": None,
        "the past few weeks": None, "the last few weeks": None, "the last few days": None, "a few days ago": None,
        "a few weeks ago": None, "the other day": None, "some days ago": None, "several days ago": None,
        "some weeks ago": None, "several weeks ago": None, "some time ago": None, "some months ago": None,
        "a few months ago": None, "several months ago": None, "a few years ago": None, "the recent past": None,
    },
    "<": {"earlier": None, "previously": None},
    ">": {"later": None, "thereafter": None, "afterwards": None},
    "k": {
        "the first ten days of": "early", "the last ten days of": "late", "the second week of": "second week",
        "the third week of": "third week", "the fourth week of": "fourth week", "the last week of": "last week",
        "the final week of": "last week", "the first quarter of": "first quarter", "the second quarter of": "second quarter",
        "the third quarter of": "third quarter", "the fourth quarter of": "fourth quarter", "the last quarter of": "fourth quarter",
        "early": "early", "the beginning of": "early", "beginning of": "early", "the start of": "early", "mid-": "mid",
        "mid": "mid", "the middle of": "mid", "late": "late", "the end of": "end", "end of": "end", "the last days of": "late",
        "the close of": "end", "the first half of": "first half", "the second half of": "second half", "the first days of": "early",
        "the first week of": "first week", "early in": "early", "late in": "late", "earlier in": "earlier",
        "later in": "later", "the early days of": "early", "the latter half of": "second half", "the opening days of": "early",
        "the final days of": "late", "the turn of": "early", "the course of": "", "the month of": "", "the months of": "", },
    "S": {"since": None, "ever since": None},
    "F": {"from": None, "starting": None, "starting from": None, "beginning on": None, "starting on": None,
          "as from": None, "with effect from": None, "effective": None, "as of": None, "effective from": None},
    "t": {"to": None, "through": None},
    "u": {"until": None, "till": None, "up to": None, "up until": None},
    "b": {"by": None, "no later than": None, "not later than": None, "at the latest by": None, "at the latest on": None,
          "on or before": None},
    "B": {"before": None, "prior to": None, "ahead of": None},
    "A": {"after": None, "following": None},
    "I": {"between": None},
    "e": {"the eve of": None, "eve of": None},
    "o": {"on": None, "at": None, "dated": None, "starting at": None, "for": None, "or about": None},
    "i": {"in": None, "during": None, "over": None, "throughout": None, "within": None},
    "f": {"of": None},
    "a": {"the": 0, "a": 1, "an": 1},
    "&": {"and": None, "as well as": None, "then on": None, "and again on": None, "and on": None},
    "|": {"or": None, "or on": None},
    "j": {"now": None, "already": None},
    "c": {"about": None, "around": None, "approximately": None, "circa": None, "some": None, "roughly": None},
    "l": {"local time": None, "hours local time": None, "hours": None, "utc": None, "gmt": None, "hrs": None, "o'clock": None,
          "hours utc": None, "(local time)": None, "central european time": None, "cet": None},
    "D": {"seventies": 1970, "eighties": 1980, "nineties": 1990},
    "T": {"noon": "12:00", "midday": "12:00"},
}  # fmt: skip
