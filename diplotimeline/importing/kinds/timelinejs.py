"""TimelineJS: a date from its parts, in the columns of the sheet or in those of the JSON."""

from collections.abc import Mapping, Sequence

START = (("Year", "start_date.year"), ("Month", "start_date.month"), ("Day", "start_date.day"))
END = (("End Year", "end_date.year"), ("End Month", "end_date.month"), ("End Day", "end_date.day"))
CLOCK = ("Time", "End Time")
JSON_CLOCK = ("start_date.hour", "start_date.minute", "start_date.second")
MEDIA = ("Media", "Media Credit", "Media Caption", "media.url", "media.credit", "media.caption")
OTHERS = {
    "=headline": ("Headline", "text.headline"), "=text": ("Text", "text.text"), "=group": ("Group", "group"),
    "=type": ("Type", "type"), "=words": ("Display Date", "display_date", "start_date.display_date"),
}  # fmt: skip

MADE_FROM = frozenset(
    (*CLOCK, *JSON_CLOCK, *MEDIA, *(name for names in (*START, *END, *OTHERS.values()) for name in names))
)


def made(cells: Mapping[str, str]) -> dict[str, str]:
    """The columns that are made from a row."""
    new = {name: _first(cells, names) for name, names in OTHERS.items()}
    start, end = _day(cells, START), _day(cells, END)
    clock = _clock(cells)
    stretch = bool(end) and end != start
    new["=date"] = f"{start}/{end}" if stretch else start + (f"T{clock}" if clock and len(start) == 10 else "")
    new["=clock"] = ", ".join(filter(None, (cells.get(name, "") for name in CLOCK))) if stretch else ""
    new["=media"] = "; ".join(filter(None, (cells.get(name, "") for name in MEDIA)))
    return new


def _first(cells: Mapping[str, str], names: Sequence[str]) -> str:
    return next((cells[name] for name in names if cells.get(name)), "")


def _day(cells: Mapping[str, str], columns: Sequence[Sequence[str]]) -> str:
    """Year, month and day as EDTF; what is no day of the calendar stays in figures, for a question."""
    parts = [_first(cells, names).removesuffix(".0") for names in columns]
    while parts and not parts[-1]:
        parts.pop()
    places = (4, 2, 2)
    padded = (part if part.startswith("-") else part.zfill(places[at]) for at, part in enumerate(parts))
    return "-".join(padded)  # a year before our era keeps its sign


def _clock(cells: Mapping[str, str]) -> str:
    if time := cells.get("Time", ""):
        return time if len(time) > 4 and time[1] != ":" else f"0{time}"
    hour, minute, second = (cells.get(name, "") for name in JSON_CLOCK)
    return f"{hour:0>2}:{minute or '0':0>2}" + (f":{second:0>2}" if second else "") if hour else ""
