"""Calendars read back with icalendar, and their lines with nothing but the rules of RFC 5545."""

import re
from typing import Any

from icalendar import Calendar, Event as Entry

from diplotimeline import Event

# What stands before a title: the status, when it is not plain, and the doubt about the date.
DAYS = r"[Bb]etween [A-Za-z0-9 ]+ and [A-Za-z0-9 ]+"
WARNING = re.compile(
    rf"(?:(?:Alleged|Disputed|Planned)(?:, {DAYS})?(?:, date [a-z ]+|, (?:start|end)[a-z, ]+)?"
    rf"|{DAYS}(?:, date [a-z ]+)?|Date [a-z ]+): "
)
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
ON_DAYS = re.compile(rf"{DAY}[?~%]?|{DAY}[?~%]?/{DAY}[?~%]?|{DAY}T[0-9:]+(?:Z|[+-][0-9:]+)?")


def calendar(data: bytes) -> Calendar:
    """The one calendar of a file; nothing in it was a mistake that the reader passed over."""
    found = Calendar.from_ical(data)
    assert isinstance(found, Calendar)
    assert [error for part in found.walk() for error in part.errors] == []
    return found


def entries(data: bytes) -> list[Any]:
    """The entries; `Any`, because to icalendar each property may be one of thirty types."""
    return [part for part in calendar(data).walk("VEVENT") if isinstance(part, Entry)]


def lines(data: bytes) -> list[str]:
    """The content lines, unfolded: every line ends with CR and LF and has at most 75 octets."""
    folded = data.split(b"\r\n")
    assert folded.pop() == b""
    assert all(len(line) <= 75 and not set(line) & set(b"\r\n") for line in folded)
    return data.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def ics_titles(data: bytes) -> list[str]:
    return [WARNING.sub("", str(entry["SUMMARY"]), count=1) for entry in entries(data)]


def unescaped(value: object) -> str:
    """A text as RFC 5545, 3.3.11 reads it: icalendar leaves the escapes in properties that RFC 5545 does not name."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], str(value))


def on_days(event: Event) -> bool:
    """Whether the date is a day, days or a clock time."""
    return ON_DAYS.fullmatch(event.date.edtf) is not None


def of_known_days(event: Event) -> bool:
    """Whether a first and a last day are given."""
    return not event.date.edtf.startswith(("[..", "/", "..")) and not event.date.edtf.endswith(("..]", "/", ".."))


def plain_ics(data: bytes) -> str:
    """Every value of every property."""
    return "\n".join(str(value) for part in calendar(data).walk() for _, value in part.property_items())
