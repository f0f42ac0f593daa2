"""Formats: each a file with a pure function from the selected chronology to text or bytes, and a line in `FORMATS`."""

from collections.abc import Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import Literal, overload

from diplotimeline.errors import CallError
from diplotimeline.exporters.result import Exported, Format
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.withholding import withhold
from diplotimeline.suggest import did_you_mean

from . import csv, geojson, html, ics, json, markdown, markwhen, mermaid, parquet, timelinejs, xlsx

__all__ = ["FORMATS", "Exported", "Format", "export", "format_for", "render"]

FORMATS: Mapping[str, Format] = MappingProxyType({
    "csv": Format(csv.render, (".csv",), ("delimiter", "excel", "raw", "rows")),
    "html": Format(html.render, (".html", ".htm"), ("ui",)),
    "markdown": Format(markdown.render, (".md", ".markdown"), ("table",)),
    "json": Format(json.render, (".json",)),
    "jsonl": Format(json.render_lines, (".jsonl", ".ndjson")),
    "timelinejs": Format(timelinejs.render, (), ("group",)),
    "geojson": Format(geojson.render, (".geojson",)),
    "mermaid": Format(mermaid.render, (".mmd", ".mermaid")),
    "markwhen": Format(markwhen.render, (".mw", ".markwhen")),
    "ics": Format(ics.render, (".ics",), ("uncertain",)),
    "xlsx": Format(xlsx.render, (".xlsx",)),
    "parquet": Format(parquet.render, (".parquet",), ("rows",)),
})  # fmt: skip
# What people call a format that has another name here.
OTHER_NAMES = {"xls": "xlsx", "excel": "xlsx"}

TextFormat = Literal["csv", "html", "markdown", "json", "jsonl", "timelinejs", "geojson", "mermaid", "markwhen", "ics"]
BytesFormat = Literal["xlsx", "parquet"]


@overload
def export(timeline: Timeline, format: TextFormat, **options: bool | str) -> str: ...
@overload
def export(timeline: Timeline, format: BytesFormat, **options: bool | str) -> bytes: ...
@overload
def export(timeline: Timeline, format: str, **options: bool | str) -> str | bytes: ...
def export(timeline: Timeline, format: str, **options: bool | str) -> str | bytes:
    """The events of a timeline in a format of `FORMATS`: text, or the bytes of a binary format.

    What is a draft or private is withheld, unless the options `drafts` or `private` ask for it. Raises `CallError` for
    an unknown format or option, and for a format whose package is not installed.
    """
    asked = {name: bool(options.pop(name, False)) for name in ("drafts", "private")}
    return render(withhold(timeline, **asked) if isinstance(timeline, Timeline) else timeline, format, options).content


def render(timeline: Timeline, format: str, options: Mapping[str, bool | str]) -> Exported:
    """As `export`, with what has to be said about the result; nothing is withheld.

    Options that are False or empty are not given.
    """
    if not isinstance(format, str):
        raise CallError(f"there is no format {format!r}", f"formats: {', '.join(FORMATS)}")
    if not isinstance(timeline, Timeline):
        raise CallError("what is exported is no Timeline", "load it: export(load('my.yaml'), 'csv')")
    format = next((name for name, one in FORMATS.items() if f".{format.lower()}" in (f".{name}", *one.endings)), format)
    if format not in FORMATS:
        meant = OTHER_NAMES.get(format.lower(), format)
        raise CallError(f"there is no format '{format}'", did_you_mean(meant, FORMATS, "formats"))
    chosen = FORMATS[format]
    given = {name: value for name, value in options.items() if value}
    for name in given:
        if name not in chosen.options:
            users = ", ".join(other for other, one in FORMATS.items() if name in one.options)
            raise CallError(f"--{name} does not apply to {format}", f"it applies to: {users or 'no format'}")
    return chosen.render(timeline, **given)


def format_for(path: str) -> str:
    """The format that the ending of a file name stands for. Raises `CallError`, naming the known endings."""
    ending = PurePath(path).suffix.lower()
    for name, one in FORMATS.items():
        if ending in one.endings:
            return name
    known = ", ".join(ending for one in FORMATS.values() for ending in one.endings)
    unmarked = ", ".join(name for name, one in FORMATS.items() if not one.endings)
    paper = "; a browser prints the .html to PDF" if ending == ".pdf" else ""
    meant = OTHER_NAMES.get(ending.removeprefix("."))
    suggested = f"did you mean '.{meant}'? " if meant else ""
    help = f"{suggested}known endings: {known}; or say which with -f, the only way to {unmarked}{paper}"
    raise CallError(f"no format is known for '{path}'", help)
