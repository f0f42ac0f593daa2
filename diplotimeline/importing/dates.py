"""The dates of a column as people type them: EDTF where there is one reading, else a question with the readings.

Nothing is guessed: the order of day and month and the year come from the mapping, or from what the column says.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from diplotimeline.characters import folded
from diplotimeline.dates import parse, parses
from diplotimeline.importing.days import DAY, SHORT_YEAR, WORD, read_single
from diplotimeline.importing.readings import (
    LEAP_YEAR,
    PARTS,
    THIRDS,
    WEEKDAYS,
    CellDate,
    Column,
    any_of,
    month_of,
    question,
    words_of,
)

COUNTED = re.compile(
    r"!\w|\bevery\b|\b(?:days?|weeks?|months?|years?|jours?|semaines?|mois|ans?) (?:later|after|before|ago|apres|avant|"
    r"plus tard)\b|[-/] ?[0-9]+ ?(?:days?|weeks?|months?|years?|hours?)$"
)
LONGEST = 60


def read_date(text: str, column: Column) -> CellDate:
    """What a cell says of the date."""
    written = " ".join(text.split())
    if not written:
        return CellDate(why="no date")
    if parses(written):
        return _notation(written)
    plain = folded(written).strip(" ,;").replace(" .", ".")
    found = _read(plain, column) if len(plain) <= LONGEST else None
    return found or CellDate(why="not read as a date")


def read_clock(text: str) -> tuple[str, str]:
    """A time of day as it stands in EDTF and the part of the day, one of them empty: `T21:45`; both if not read."""
    plain = folded(text)
    for part, words in words_of(PARTS).items():
        if plain in words:
            return "", part
    match = re.fullmatch(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?(?::([0-9]{2}))? ?([ap]\.?m\.?)?(?: ?(z|utc|gmt))?", plain)
    if match is None or not (match[2] or match[4]):
        return "", ""
    hour, minute = int(match[1]), match[2] or "00"
    if match[4]:
        if not 1 <= hour <= 12:
            return "", ""
        hour = hour % 12 + (12 if match[4].startswith("p") else 0)
    clock = f"T{hour:02}:{minute}" + (f":{match[3]}" if match[3] else "") + ("Z" if match[5] else "")
    return (clock, "") if parses(f"2000-01-01{clock}") else ("", "")


# --- one cell ------------------------------------------------------------------------------------------------------


def _notation(text: str) -> CellDate:
    """A cell that is EDTF; `2021-22` is EDTF for a spring, and to many the years 2021 to 2022."""
    years = re.fullmatch(r"([0-9]{2})([0-9]{2})-([0-9]{2})", text)
    if years and parse(text).kind == "season" and int(years[3]) == (int(years[2]) + 1) % 100:
        return CellDate(readings=(text, f"{years[1]}{years[2]}/{years[1]}{years[3]}"), why="a season, or two years")
    return CellDate(text, plain=True)


@lru_cache(maxsize=16_384)  # parts of a cell are read in many ways, and the cells of a column are alike
def _read(text: str, column: Column) -> CellDate | None:
    for look in (
        _relative, read_single, _weekday, _uncertain, _about, _limited, _open, _part, _third, _clocked, _either, _span,
    ):  # fmt: skip
        if found := look(text, column):
            return found
    return None


def _relative(text: str, _column: Column) -> CellDate | None:
    """Dates that are counted from others, or from the day on which somebody wrote."""
    if COUNTED.search(text):
        return question("counted from another day")
    if text in ("now", "today", "yesterday", "tomorrow", "ongoing", "present", "current", "to date", "en cours"):
        return question("no day is named")
    return None


# --- what stands around a date -------------------------------------------------------------------------------------


def _inner(text: str, column: Column, change: Callable[[str], str]) -> CellDate | None:
    """What stands in a cell around words that change it: its date, and all its readings, changed."""
    found = _read(text, column) if not parses(text.upper()) else CellDate(text.upper(), plain=True)
    if found is None:
        return None
    if found.edtf:
        changed = change(found.edtf)
        return (
            replace(found, edtf=changed, plain=False) if parses(changed) else question("two doubts at once", found.edtf)
        )
    return replace(found, readings=tuple(changed for one in found.readings if (changed := change(one))))


def _weekday(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(rf"{any_of(WEEKDAYS)}\.?,? (.+)", text) or re.fullmatch(
        rf"(.+?),? \(?{any_of(WEEKDAYS)}\.?\)?", text
    )
    found = _inner(match[2] if match[2] and not _is_weekday(match[2]) else match[1], column, str) if match else None
    if match is None or found is None:
        return None
    word = match[1] if _is_weekday(match[1]) else match[2]
    number = next(at for at, words in enumerate(words_of(WEEKDAYS).values()) if word in words)
    readings = [one for one in (found.readings or (found.edtf,)) if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", one)]
    fitting = [one for one in readings if date.fromisoformat(one).weekday() == number]
    if found.edtf:
        return (
            replace(found, plain=True)
            if fitting or not readings
            else question("it is another day of the week", *readings)
        )
    if len(fitting) == 1 and found.why != SHORT_YEAR:
        return CellDate(fitting[0])
    return found


def _is_weekday(word: str) -> bool:
    return any(word in words for words in words_of(WEEKDAYS).values())


def _uncertain(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(.+?) ?(?:\(\?+\)|\?+)|(?:probably|perhaps|possibly|maybe|peut-etre) (.+)", text)
    return _inner(match[1] or match[2], column, lambda one: _marked(one, "?")) if match else None


def _about(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(?:c\.|ca\.|c|ca|circa|about|around|approx\.?|approximately|roughly|vers|environ|~)[ ]?(.+)"
                         r"|(.+?) ?(?:~|\(?(?:approx\.?|approximately|circa|ca\.|about)\)?)", text)  # fmt: skip
    return _inner(match[1] or match[2], column, lambda one: _marked(one, "~")) if match else None


def _marked(edtf: str, sign: str) -> str:
    """The date with a qualifier at each side; with both, `%`. What can have none stays no date."""
    sides = []
    for side in edtf.split("/"):
        had = {one for one in side if one in "?~%"}
        sides.append(re.sub("[?~%]", "", side) + ("%" if had and had != {sign} else sign))
    return "/".join(sides)


def _limited(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(
        r"(by|before|until|till|up to|no later than|not later than|avant|jusqu'au) (?:the |le )?(.+)", text
    )
    if match is None:
        return None
    found = _inner(match[2], column, str)
    excluded = match[1] in ("before", "avant")
    if found is None or not found.edtf:
        word = "before" if excluded else "by"
        return found and replace(found, readings=tuple(_limit(word, reading) for reading in found.readings))
    when = parse(found.edtf)
    if when.kind != "date" or when.qualified:
        return question("before a date that is not certain", found.edtf)
    limit = date.fromordinal(when.first_day - 1).isoformat() if excluded else found.edtf
    return CellDate(f"[..{limit}]")


def _limit(word: str, reading: str) -> str:
    """One reading of a limit: `[..YYYY-09-20]` for a day by which it was, else in words: `before YYYY-10-06`."""
    plain = re.fullmatch("[0-9Y]{4}(-[0-9]{2}){0,2}", reading)
    return f"[..{reading}]" if plain and word == "by" else f"{word} {reading}"


def _open(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(?:since|from|after|starting|depuis|a partir du|apres|as of) (.+)", text)
    match = match or re.fullmatch(
        r"(.+?) ?(?:-+|to|/|onwards?|on|until|\+)(?: ?(?:now|present|today|ongoing|date|\.\.\.?|\?))?", text
    )
    if match is None:
        return None
    found = _inner(match[1], column, str)
    if found is None:
        return None
    days = (found.edtf,) if found.edtf else found.readings
    open_ends = [reading for day in days for reading in (f"{day}/..", f"{day}/") if parses(reading)]
    return question("its end is open", *(open_ends or days))


def _part(text: str, column: Column) -> CellDate | None:
    """A part of a day: `night of 9 Sept`, `9 Sept (morning)`."""
    words = any_of(PARTS)
    match = re.fullmatch(rf"(?:the |in the |late |early )?{words},? (?:of |on |of the |du |de la |de |le )?(.+)", text)
    word, rest = (match[1], match[2]) if match else ("", "")
    if not match and (match := re.fullmatch(rf"(.+?),? (?:in the |at |au )?\(?{words}\)?", text)):
        word, rest = match[2], match[1]
    found = _inner(rest, column, str) if match else None
    if found is None:
        return None
    part = next(part for part, words in words_of(PARTS).items() if word in words)
    return with_part(replace(found, plain=False), part)


def with_part(found: CellDate, part: str) -> CellDate:
    """A date with the part of the day; a night begins on the day that is named. A longer date has no such part."""
    if part == "night":
        return replace(found, edtf=_night(found.edtf) if found.edtf else "", part=part,
                       readings=tuple(map(_night, found.readings)))  # fmt: skip
    when = parse(found.edtf) if found.edtf else None
    if when and (when.earliest is None or when.earliest != when.latest or when.clock):
        return question(f"the {part} of a longer date", found.edtf)
    return replace(found, part=part)


def _night(edtf: str) -> str:
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", edtf):
        return edtf
    return f"{edtf}/{date.fromisoformat(edtf) + timedelta(1)}"


def _third(text: str, column: Column) -> CellDate | None:
    """The beginning, middle or end of a month or year, and its last week: never a certain stretch of days."""
    third = "|".join(any_of(THIRDS, name) for name in ("early", "mid", "late"))
    match = re.fullmatch(rf"(?:{third})[ -](?:of |de |-)?(?:the )?(.+)", text)
    if match:
        found = _inner(match[4], column, str)
        place = next(at for at in range(3) if match[at + 1])
        days = (found.edtf,) if found and found.edtf else ()
        return found and question("a part of a month or year", *(_third_of(day, place) for day in days))
    match = re.fullmatch(r"(?:(last|\w+) )?(?:week|semaine|weekend) (?:of|in|de|du) (.+)", text)
    found = _inner(match[2], column, str) if match else None
    if match is None or found is None:
        return None
    last_week = found.edtf and match[1] == "last" and parse(found.edtf).precision == "month"
    return question("a part of it", *([f"[{_last_week(found.edtf)}]"] if last_week else []))


def _last_week(month: str) -> str:
    """The last seven days of a month, as the range of a set."""
    last = parse(month).last_day
    return f"{date.fromordinal(last - 6)}..{date.fromordinal(last)}"


def _third_of(edtf: str, place: int) -> str:
    match = re.fullmatch("([0-9]{4})-([0-9]{2})", edtf)
    if match and int(match[2]) <= 12:
        last = monthrange(int(match[1]), int(match[2]))[1]
        first, end = ((1, 10), (11, 20), (21, last))[place]
        return f"[{edtf}-{first:02}..{edtf}-{end:02}]"
    return "" if "-" in edtf else f"[{edtf}-{(1, 5, 9)[place]:02}..{edtf}-{(4, 8, 12)[place]:02}]"


def _either(text: str, column: Column) -> CellDate | None:
    match = re.fullmatch(r"(?:(between|entre)(?: le)? )?(.+) (and|or|&|et|ou)(?: le)? (.+)", text)
    both = _both(match[2], match[4], column) if match else None
    if match is None or both is None:
        return None
    first, last = both
    if not (first.edtf and last.edtf):
        return question(first.why or last.why, *_joined(first, last, "[{}..{}]" if match[1] else "[{},{}]"))
    if match[1]:
        edtf = f"[{first.edtf}..{last.edtf}]"
    elif match[3] in ("or", "ou"):
        edtf = f"[{first.edtf},{last.edtf}]"
    else:
        return question("two days, or the time between them", f"{first.edtf}/{last.edtf}")
    return CellDate(edtf) if parses(edtf) else question("not in order", first.edtf, last.edtf)


def _span(text: str, column: Column) -> CellDate | None:
    """From one date to another."""
    text = re.sub("^(?:from|du|de) ", "", text)
    match = re.fullmatch(rf"{WORD} ?{DAY} ?(?:-|to) ?{DAY}(?:,? ([0-9]{{4}}))?", text)
    if match and month_of(match[1]):  # Sept 5-6, 2024
        text = f"{match[2]} - {match[3]} {match[1]} {match[4] or ''}".strip()
    for sign in (r" (?:to|until|till|through|au|-{1,2}|/) ", " ?-{1,2} ?"):
        for match in re.finditer(sign, text):
            left, right = text[: match.start()], text[match.end() :]
            if match[0].strip() == match[0] and not _may_begin(left, right):
                continue  # a sign inside a date
            both = _both(left, right, column)
            if both and (found := _interval(*both)):
                return found
    return None


def _may_begin(left: str, right: str) -> bool:
    """Whether what stands before a hyphen without blanks is the first of two dates: `5` of `5-6 Sept`."""
    years = re.fullmatch("[0-9]{4}", left) and re.fullmatch("[0-9]{4}", right)
    return bool(years or re.fullmatch(DAY, left) or re.search("[a-z]", left))


def _interval(first: CellDate, last: CellDate) -> CellDate | None:
    if first.edtf and last.edtf:
        edtf = f"{first.edtf}/{last.edtf}"
        return CellDate(edtf) if parses(edtf) else question("it ends before it begins", first.edtf, last.edtf)
    return question(first.why or last.why, *_joined(first, last, "{}/{}"))


def _joined(first: CellDate, last: CellDate, form: str) -> list[str]:
    starts, ends = first.readings or (first.edtf,), last.readings or (last.edtf,)
    pairs = (
        zip(starts, ends, strict=True) if len(starts) == len(ends) else ((one, two) for one in starts for two in ends)
    )
    texts = [form.format(one, two) for one, two in pairs]
    return [text for text in texts if parses(text.replace("YYYY", LEAP_YEAR))]


def _both(left: str, right: str, column: Column) -> tuple[CellDate, CellDate] | None:
    """Two dates, the first of which may leave to the second what both have in common: `5-6 Sept`, `5 Sept - 2 Oct`."""
    last = _inner(right.strip(), column, str)
    if last is None:
        return None
    known = last.edtf or next(iter(last.readings), "")
    if re.fullmatch(DAY, left):
        left, count = re.subn(r"^[0-9]{1,2}", left, right.strip(), count=1)
        if not count:
            return None
    year = known[:4] if known[:4].isdigit() else column.year
    first = _inner(left.strip(), replace(column, year=year), str)
    return (first, last) if first else None


def _clocked(text: str, column: Column) -> CellDate | None:
    """A day with a clock time: `08/09/2024 21:45`."""
    match = re.fullmatch(r"(.+?)(?:t|,? (?:at |a )?)([0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2})?)(?:\.0+)?"
                         r"( ?[ap]m)?( ?(?:z|utc|gmt|[+-][0-9]{2}:?[0-9]{2}))?", text)  # fmt: skip
    if match is None:
        return None
    clock, _ = read_clock(match[2] + (match[3] or ""))
    zone = (match[4] or "").strip().upper().replace("UTC", "Z").replace("GMT", "Z")
    zone = re.sub(r"^([+-][0-9]{2})([0-9]{2})$", r"\1:\2", zone)
    return _inner(match[1], column, lambda day: f"{day}{clock}{zone}") if clock else None
