"""TimelineJS JSON read by TimelineJS's rules (3.9.11): what a slide needs, what a date may hold, what HTML becomes."""

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

from diplotimeline import Event

Json = dict[str, Any]
DATE_PARTS = ("year", "month", "day")
SLIDE_KEYS = {"start_date", "end_date", "display_date", "group", "unique_id", "text"}
TAGS = {"p": set(), "small": set(), "blockquote": {"dir", "lang"}, "a": {"href"}}  # type: dict[str, set[str]]
STATUS = re.compile(r"^(?:Alleged|Disputed|Planned): ")


class Html(HTMLParser):
    """What a browser makes of a piece of HTML: its text, its tags, where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert {name for name, _ in attrs} <= TAGS[tag]
        self.open.append(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def read(data: bytes | str) -> Json:
    """The whole document; fails where TimelineJS would guess, skip a slide or show something else."""
    record: Json = json.loads(data)
    assert record["scale"] == "human"
    assert record.keys() <= {"scale", "title", "events"}
    assert "null" not in (json.dumps(value) for value in _leaves(record))
    ids = [slide["unique_id"] for slide in record["events"]]
    assert len(set(ids)) == len(ids)
    for slide in record["events"]:
        _check(slide)
    return record


def titles(data: bytes) -> list[str]:
    """The headlines of the slides as a reader sees them, without the status before them."""
    return [STATUS.sub("", unescape(slide["text"]["headline"]), count=1) for slide in read(data)["events"]]


def shown(slide: Json) -> str:
    """What a reader sees of the text of a slide."""
    return " ".join(Html(slide["text"]["text"]).texts)


def links(slide: Json) -> list[str]:
    """Where the links of a slide lead."""
    return Html(slide["text"]["text"]).links


def plain(data: bytes) -> str:
    """Everything that a reader sees, and the addresses of the links."""
    slides = read(data)["events"]
    return "\n".join(f"{slide} {shown(slide)} {links(slide)}" for slide in slides)


def of_a_year(event: Event) -> bool:
    """Whether a year stands in the date: without one there is no place on the axis."""
    return not event.date.edtf[:4].endswith("X")


def _check(slide: Json) -> None:
    assert slide.keys() <= SLIDE_KEYS
    assert {"start_date", "display_date", "unique_id", "text"} <= slide.keys()
    for name in ("start_date", "end_date"):
        if name in slide:
            assert tuple(slide[name]) == DATE_PARTS[: len(slide[name])]
            assert all(type(part) is int and part > 0 for part in slide[name].values())
    assert tuple(slide.get("end_date", DATE_PARTS)) == DATE_PARTS
    assert not set(slide["text"]["headline"]) & set("<>\"'")
    assert Html(slide["text"]["headline"]).texts
    assert all(link.lower().startswith(("http://", "https://")) for link in links(slide))


def _leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for inner in value.values() for leaf in _leaves(inner)]
    return [leaf for inner in value for leaf in _leaves(inner)] if isinstance(value, list) else [value]
