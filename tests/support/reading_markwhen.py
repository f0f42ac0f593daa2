"""A document read by the rules of Markwhen's own parser (1.2.0): what begins an event, what a property, what is a tag.

Of its many ways to write a date only those count here that any text could hit on by accident.
"""

import json
import re
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
EVENT = re.compile(rf"\s*({DATE}(?:/(?:{DATE}|now))?)\s*:(.*)", re.DOTALL)
SECTION = re.compile(r"# ([0-9]{4})")
OWN_TAG = re.compile(r" #([a-z_]+)$")
# Whatever else may begin an event or a section: a number, a month, an amount, an id, nothing but a colon.
OTHER_START = re.compile(
    r"\s*(?:#{1,6}\s|:|(?:[0-9]|now\b|by\b|before\b|after\b|every\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[!.])"
    r"[^:]*:)",
    re.IGNORECASE,
)
PROPERTY = re.compile(r"(?!-)\s*([\w\-.]+):(?:\s|$)")
TAKEN = {
    "picture": re.compile(r"!\[([^\]<>]*)\]\(((https?://)?[\w./&?=\-#:,_]+)\)", re.ASCII),
    "place": re.compile(r"\[([^\]]+)\]\((location|map)\)"),
    "link": re.compile(r"\[([^\]<>]+)\]\(((https?://)?[\w./&?=\-#:,_]+)\)", re.ASCII),
    "tag": re.compile(r"(?:^|\s)#(?!\d+(?:\s|$))(\w+)", re.ASCII),
    "id": re.compile(r"(?:\W|^)(?:!(\w+)(\.(start|end))?|\.(start|end))", re.ASCII),
    "progress": re.compile(r"(?:\s|^)(\d{1,3})%(?:\s|$)", re.ASCII),
    "checkbox": re.compile(r"\s*\[(x|X| )?\]"),
}
HASH_IN_VALUE = re.compile(r"(?:^|\W)#\w", re.ASCII)
FIELD = re.compile(r"\s*([\w\-.]+): (.*)", re.DOTALL)


@dataclass(slots=True)
class Entry:
    """An event as Markwhen reads it: its date as written, its line and the tag behind it, its section, its properties,
    the lines below it.
    """

    date: str
    text: str
    tag: str
    section: str
    properties: dict[str, Any] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


def read(document: str) -> tuple[dict[str, Any], list[Entry]]:
    """The header and the events; fails where Markwhen would take a part of a text for something else."""
    lines = document.split("\n")
    head = list(takewhile(lambda line: not starts(line), lines))
    header = _fields([line for line in head if line])
    entries, position, section = [], len(head), ""
    while position < len(lines):
        rest = list(takewhile(lambda line: not starts(line), lines[position + 1 :]))
        if heading := SECTION.fullmatch(lines[position]):
            section = heading[1]
            assert rest == [""]
        else:
            match = EVENT.match(lines[position])
            assert match, lines[position]
            entries.append(_entry(match[1], match[2].strip(), section, rest))
        position += 1 + len(rest)
    return header, entries


def starts(line: str) -> bool:
    """Whether a line begins an event or a section."""
    return bool(EVENT.match(line) or OTHER_START.match(line))


def titles(document: str) -> list[str]:
    """The titles of the events, without what is said of the date in brackets."""
    return [title(entry) for entry in read(document)[1]]


def title(entry: Entry) -> str:
    """The title of an event; its status stands before it, the date in brackets behind it, where they are not plain."""
    text = entry.text if entry.properties["date"] == entry.date else entry.text.rpartition(" [")[0]
    status = entry.properties["status"]
    return text.removeprefix("" if status in ("reported", "confirmed") else f"{status.capitalize()}: ").replace(
        "\u2060", ""
    )


def _entry(date: str, line: str, section: str, rest: list[str]) -> Entry:
    own = OWN_TAG.search(line)
    text, tag = (line[: own.start()], own[1]) if own else (line, "")
    properties = list(takewhile(PROPERTY.match, rest))
    blank, *body = rest[len(properties) :]
    assert blank == ""
    body = body[: len(body) - 1] if body and body[-1] == "" else body
    assert all(line.startswith(">") for line in body)
    assert [
        name for name, pattern in TAKEN.items() if pattern.match(text) or (name != "checkbox" and pattern.search(text))
    ] == []
    assert [
        line
        for line in body
        if TAKEN["tag"].search(line) or TAKEN["place"].search(line) or TAKEN["picture"].search(line)
    ] == []
    return Entry(date, text, tag, section, _fields(properties), body)


def _fields(lines: list[str]) -> dict[str, Any]:
    matches = [FIELD.fullmatch(line) for line in lines]
    assert all(matches)
    assert not any(HASH_IN_VALUE.search(line) for line in lines)
    return {match[1]: json.loads(match[2]) for match in matches if match}
