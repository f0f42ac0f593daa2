"""Exports read back with the ecosystem's own readers: the titles of the events, in their order."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

import reading_geojson
import reading_html
import reading_markwhen
import reading_mermaid
import reading_timelinejs
from hostile_texts import collapsed
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reading_ics import ics_titles, of_known_days, on_days, plain_ics
from reading_parquet import parquet_titles, plain_parquet
from reading_xlsx import plain_xlsx, xlsx_titles

from diplotimeline import Event

FOOTNOTE = re.compile(r"^\[\^([0-9]+)\]: (.*)$", re.MULTILINE)
TABLE_CELLS = 6
FORMULA_SIGNS = ("=", "+", "@", "＝", "＋", "－", "＠", "-")

Options = dict[str, bool | str]


def rows(text: str, delimiter: str = ",") -> list[dict[str, str]]:
    """The rows of a CSV file, by the names in its header."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=delimiter, strict=True))


def parsed(markdown: str) -> list[Token]:
    """The blocks of a Markdown text. Footnotes, which CommonMark does not know, are left out: see `footnotes`."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(FOOTNOTE.sub("", markdown))


def footnotes(markdown: str) -> dict[int, str]:
    """The footnotes of a report by number, as Markdown."""
    return {int(number): text for number, text in FOOTNOTE.findall(markdown)}


def shape(tokens: list[Token]) -> list[str]:
    """The kinds of all blocks and of everything in them, down to the last piece of text."""
    return [kind for token in tokens for kind in (f"{token.type} {token.tag}", *shape(token.children or []))]


def words(token: Token) -> str:
    """What a reader sees of a paragraph, heading or cell."""
    return "".join(child.content for child in token.children or [])


def blocks(tokens: list[Token]) -> list[tuple[str, str]]:
    """Every paragraph, heading and cell: its tag and what a reader sees."""
    return [(before.tag, words(token)) for before, token in pairwise(tokens) if token.type == "inline"]


def csv_titles(text: str, delimiter: str = ",") -> list[str]:
    return list({row["id"]: row["title"] for row in rows(text, delimiter)}.values())


def report_titles(text: str) -> list[str]:
    return [seen.partition(" — ")[2] for tag, seen in blocks(parsed(text)) if tag == "h3"]


def table_titles(text: str) -> list[str]:
    cells = [seen for tag, seen in blocks(parsed(text)) if tag == "td"]
    return cells[1::TABLE_CELLS]


def json_titles(text: str) -> list[str]:
    return [event["title"] for event in json.loads(text)["events"]]


def jsonl_titles(text: str) -> list[str]:
    return [json.loads(line)["title"] for line in text.splitlines(keepends=False)]


def guarded(text: str, others: str = ",;\t") -> str:
    """A text as it stands in a spreadsheet's cell: never a formula; no call even where a `;` begins another cell.

    `others` are what other spreadsheets take for the delimiter. An apostrophe that stands where one would be put gets
    one more.
    """
    first, *others_begun = re.split(rf"(?<=[{others}\r\n])", text)
    begins = text.lstrip().startswith(FORMULA_SIGNS) or text.lstrip(" ").startswith(("\t", "\r", "\n"))
    signs = "".join(FORMULA_SIGNS)
    safe = [re.sub(rf"^([\"\s]*)('*[{signs}].*[(|!])", r"\1'\2", cell, flags=re.DOTALL) for cell in others_begun]
    return "".join(["'" * (begins or text.startswith("'")), first, *safe])


def unguarded(cell: str, others: str = ",;\t") -> str:
    """The text of a cell as it was before it was guarded."""
    signs, ends = "".join(FORMULA_SIGNS), f"{others}\r\n"
    return re.sub(rf"([{ends}][{others}\"\s]*)'('*[{signs}][^{ends}]*[(|!])", r"\1\2", cell.removeprefix("'"))


def several(cell: str) -> list[str]:
    """The values that a cell of several holds."""
    return [re.sub(r"(\A|(?<= ))\\(\\*)\|(?= |\Z)", r"\2|", value) for value in cell.split(" | ")] if cell else []


def exact(text: str) -> str:
    return text


def in_text(read: Callable[[str], list[str]]) -> Callable[[bytes], list[str]]:
    """The same reader for the bytes of a text."""
    return lambda data: read(data.decode())


def every(_: Event) -> bool:
    return True


def plain_text(data: bytes) -> str:
    return data.decode().replace("\\", "")


def plain_json(data: bytes) -> str:
    return json.dumps(json.loads(data))


@dataclass(frozen=True, slots=True)
class Way:
    """A format with options: how its titles are read back, and what a title has become on the way.

    `keeps` says which events the format can represent, `plain` gives everything that a reader sees in it.
    """

    format: str
    read: Callable[[bytes], list[str]]
    becomes: Callable[[str], str]
    options: Options = field(default_factory=dict)
    keeps: Callable[[Event], bool] = every
    plain: Callable[[bytes], str] = plain_text


# Every format, and every option that changes what is written. A new format needs its line here.
WAYS = {
    "csv": Way("csv", in_text(csv_titles), guarded),
    "csv with --raw": Way("csv", in_text(csv_titles), exact, {"raw": True}),
    "csv with --excel": Way("csv", in_text(csv_titles), guarded, {"excel": True}),
    "csv with --delimiter ;": Way("csv", in_text(partial(csv_titles, delimiter=";")), guarded, {"delimiter": ";"}),
    "csv with --delimiter tab": Way("csv", in_text(partial(csv_titles, delimiter="\t")), guarded, {"delimiter": "tab"}),
    "csv with --rows claims": Way("csv", in_text(csv_titles), guarded, {"rows": "claims"}),
    "html": Way("html", in_text(reading_html.titles), exact, plain=reading_html.plain),
    "html, in French": Way("html", in_text(reading_html.titles), exact, {"ui": "fr"}, plain=reading_html.plain),
    "markdown": Way("markdown", in_text(report_titles), collapsed),
    "markdown with --table": Way("markdown", in_text(table_titles), collapsed, {"table": True}),
    "json": Way("json", in_text(json_titles), exact, plain=plain_json),
    "jsonl": Way("jsonl", in_text(jsonl_titles), exact),
    "ics": Way("ics", ics_titles, exact, keeps=on_days, plain=plain_ics),
    "ics with --uncertain": Way("ics", ics_titles, exact, {"uncertain": True}, keeps=of_known_days, plain=plain_ics),
    "xlsx": Way("xlsx", xlsx_titles, exact, plain=plain_xlsx),
    "parquet": Way("parquet", parquet_titles, exact, plain=plain_parquet),
    "parquet with --rows claims": Way("parquet", parquet_titles, exact, {"rows": "claims"}, plain=plain_parquet),
    "timelinejs": Way(
        "timelinejs",
        reading_timelinejs.titles,
        exact,
        keeps=reading_timelinejs.of_a_year,
        plain=reading_timelinejs.plain,
    ),
    **{
        f"timelinejs with --group {group}": Way(
            "timelinejs",
            reading_timelinejs.titles,
            exact,
            {"group": group},
            keeps=reading_timelinejs.of_a_year,
            plain=reading_timelinejs.plain,
        )
        for group in ("type", "actor")
    },
    "geojson": Way("geojson", reading_geojson.titles, exact, keeps=reading_geojson.on_the_map),
    "mermaid": Way("mermaid", in_text(reading_mermaid.titles), collapsed, plain=reading_mermaid.plain),
    "markwhen": Way("markwhen", in_text(reading_markwhen.titles), collapsed),
}
