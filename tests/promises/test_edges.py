"""Each edge is one function: with it a hostile probe is stopped, and without it the same probe gets through.

The second half proves that the first can fail: that nothing else stops the probe by accident.
"""

import io
import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import jinja2
import openpyxl
import pytest
from calling import call
from hostile_texts import timeline_of
from made_up import event, loaded, write
from reading_back import WAYS
from reading_parquet import plain_parquet
from written import write as write_text
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from diplotimeline import CallError, load
from diplotimeline.exporters import FORMATS, html, render
from diplotimeline.files import read_regular
from diplotimeline.reading.tree import read_tree

ESCAPE, OVERRIDE = "\x1b[31m", "\u202e"
SECRET = "words of the reader's own"
SOURCE = "sources:\n  s: {{title: Readout, issued: 2022-10-06, {}}}\n"
QUOTING = "events:\n  - {{date: 2022-10-04, title: Call, source: s, quote: {}}}\n"


TEMPLATE = html._template()


def unescaping() -> jinja2.Template:
    """The template of the page without the one setting that escapes."""
    return TEMPLATE.environment.overlay(autoescape=False, cache_size=0).get_template(str(TEMPLATE.name))


class Edge(NamedTuple):
    """The function, what stands in its place when it is bypassed, and a probe that tells whether it got through."""

    function: str
    bypass: Any
    gets_through: Callable[[Path], bool]


def same(text: str) -> str:
    return text


def nothing(*_args: Any, **_options: Any) -> None:
    return None


def never(*_args: Any) -> bool:
    return False


def said(*args: str | Path, **settings: str) -> str:
    answer = call(*args, **settings)
    return answer.out + answer.err


def exported(name: str, text: str) -> str:
    """A text in every field, exported; a serialiser that refuses it has let it through to the last moment."""
    try:
        content = render(timeline_of(text), name, {}).content
    except ValueError as refused:
        return str(refused)
    return content if isinstance(content, str) else ""


def starts_a_line_like_a_command(_: Path) -> bool:
    return any(line.startswith("::error::") for line in said("show", "x\n::error::y.yaml").splitlines())


def writes_through_a_link(folder: Path) -> bool:
    (folder / "link.csv").symlink_to("precious.txt")
    (folder / "precious.txt").write_text("precious", encoding="utf-8")
    call("export", "armenia-azerbaijan-2022", "-o", folder / "link.csv")
    return (folder / "precious.txt").read_text(encoding="utf-8") != "precious"


def overwrites_its_input(folder: Path) -> bool:
    path = write(folder / "my.json", event())
    before = path.read_bytes()
    call("export", path, "-o", path)
    return path.read_bytes() != before


def reads_a_device(_: Path) -> bool:
    try:
        load("/dev/null")
    except CallError:
        return False
    return True


def reads_outside(folder: Path) -> bool:
    write_text(folder / "outside.txt", SECRET)
    path = write_text(folder / "in/a.yaml", SOURCE.format("file: ../outside.txt") + QUOTING.format(SECRET))
    return "exact" in load(path).verdicts.values()


def shows_what_a_link_leads_to(folder: Path) -> bool:
    (folder / "in").mkdir()
    (folder / "in/link.yaml").symlink_to(write_text(folder / "secret.yaml", f"title: x\n{SECRET}: x\n"))
    return SECRET in said("check", folder / "in")


def links_to_a_script(folder: Path) -> bool:
    path = write_text(folder / "a.yaml", SOURCE.format("url: 'javascript:alert(1)'") + QUOTING.format("x"))
    timeline = load(path)
    return not timeline.problems and "javascript:" in str(render(timeline, "markdown", {}).content)


def a_script_is_a_link(name: str) -> bool:
    """An address that no file can hold, in a timeline that was made elsewhere."""
    timeline = timeline_of("x")
    for source in timeline.sources.values():
        for field in ("url", "archive_url"):
            object.__setattr__(source, field, "javascript:alert(1)")
    content = unescape(str(render(timeline, name, {}).content)).replace('\\"', '"')
    return bool(re.search(r"""(?:href|cite)=["']?javascript:""", content))


def has_a_formula(_: Path) -> bool:
    book = openpyxl.load_workbook(io.BytesIO(render(timeline_of("=1+1"), "xlsx", {}).data))
    return any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def names_a_file_like_a_command(folder: Path) -> bool:
    path = write_text(folder / "a\n::error::x.yaml", "title: a\nb: c\n")
    return "a\n" in said("check", path, "-f", "github")


EDGES: dict[str, Edge] = {
    "an escape sequence in a pipe": Edge(
        "diplotimeline.views.lines.safe", same, lambda _: ESCAPE in said("show", "-a", ESCAPE)),
    "a command to a CI service": Edge(
        "diplotimeline.views.lines.safe", same, starts_a_line_like_a_command),
    "an escape sequence on a terminal": Edge(
        "diplotimeline.views.lines.visible", same,
        lambda _: ESCAPE in said("show", "-a", ESCAPE, FORCE_COLOR="1", TERM="xterm-256color")),
    "a name in a report": Edge(
        "diplotimeline.reading.positions.visible", same,
        lambda folder: any(
            OVERRIDE in problem.message
            for problem in load(write_text(folder / "a.yaml", '"\\u202ea": 1\n')).problems)),
    "a file name in a command to GitHub": Edge("diplotimeline.views.report._data", same, names_a_file_like_a_command),
    "an override in a file": Edge(
        "diplotimeline.reading.tree.clean_text", lambda data, _: data,
        lambda _: [f"{OVERRIDE}a"] == [*(read_tree(f"title: {OVERRIDE}a".encode()).root or {}).values()]),
    "an escape sequence written as an escape": Edge(
        "diplotimeline.reading.builder.Builder.inspect", nothing,
        lambda _: not read_tree(b'title: "\\e[31m"').findings),
    "a name that stands twice": Edge(
        "diplotimeline.reading.builder.Builder.refuse_key", lambda _self, _event, value: value,
        lambda _: not read_tree(b"title: a\ntitle: b\n").findings),
    "an address that is a script": Edge(
        "diplotimeline.record.kinds.ADDRESS.matches", re.compile(".*").fullmatch, links_to_a_script),
    "an address that is a script, on the page": Edge(
        "diplotimeline.exporters.page.articles.link", same, lambda _: a_script_is_a_link("html")),
    "an address that is a script, on a slide": Edge(
        "diplotimeline.exporters.telling.link", same, lambda _: a_script_is_a_link("timelinejs")),
    "a device": Edge(
        "diplotimeline.reading.find.read_regular", lambda path, _: Path(path).read_bytes(), reads_a_device),
    "an archived text outside": Edge(
        "diplotimeline.quotes.archive.read_inside", lambda folder, file, limit: read_regular(folder / file, limit),
        reads_outside),
    "a link out of the folder": Edge("diplotimeline.reading.find.leads_out", never, shows_what_a_link_leads_to),
    "a link that is written on": Edge(
        "diplotimeline.cli.export.write_atomic", lambda path, pieces: path.write_bytes(b"".join(pieces)),
        writes_through_a_link),
    "an input that is written on": Edge("diplotimeline.cli.export.refuse_inputs", nothing, overwrites_its_input),
}  # fmt: skip
# What a format does to texts; those that are missing here hand them to a serialiser that has no text form of its own.
FORMAT_EDGES: dict[str, Edge] = {
    "csv": Edge(
        "diplotimeline.exporters.csv.Cells.guarded", lambda _self, text, **_: text,
        lambda _: '"=1,' in exported("csv", "=1,")),
    "markdown": Edge("diplotimeline.exporters.markdown.escape", same, lambda _: "<b>" in exported("markdown", "<b>")),
    "mermaid": Edge("diplotimeline.exporters.mermaid.escape", same, lambda _: "a : b" in exported("mermaid", "a : b")),
    "markwhen": Edge("diplotimeline.exporters.markwhen.escape", same, lambda _: "a #b" in exported("markwhen", "a #b")),
    "ics": Edge("diplotimeline.exporters.ics.escape", same, lambda _: "a;b" in exported("ics", "a;b")),
    "timelinejs": Edge(
        "diplotimeline.exporters.timelinejs.escape", same, lambda _: "<b>" in exported("timelinejs", "<b>")),
    "html": Edge("diplotimeline.exporters.html._template", unescaping, lambda _: "<b>" in exported("html", "<b>")),
    "xlsx": Edge("xlsxwriter.worksheet.Worksheet.write_string", Worksheet.write_formula, has_a_formula),
}  # fmt: skip
SERIALISED = {"json", "jsonl", "geojson", "parquet"}
ALL = EDGES | {f"a text in {name}": edge for name, edge in FORMAT_EDGES.items()}


def test_every_format_has_its_edge_or_a_serialiser() -> None:
    assert FORMAT_EDGES.keys() | SERIALISED == FORMATS.keys()


@pytest.mark.parametrize("edge", ALL.values(), ids=ALL)
def test_a_probe_is_stopped_by_this_function_and_by_no_other(tmp_path: Path, edge: Edge) -> None:
    for folder in ("with", "without"):
        (tmp_path / folder).mkdir()
    stopped = not edge.gets_through(tmp_path / "with")
    with mock.patch(edge.function, edge.bypass):
        got_through = edge.gets_through(tmp_path / "without")

    assert (stopped, got_through) == (True, True)


def test_words_to_look_for_are_never_made_a_pattern(tmp_path: Path) -> None:
    evil = "(a+)+$"
    path = write(tmp_path / "a.yaml", event(title="a" * 40 + "!"), event(title=f"what {evil} means"))
    real, patterns = re.compile, []

    def watched(pattern: Any, flags: int = 0) -> Any:
        patterns.append(pattern)
        return real(pattern, flags)

    compiling = mock.patch("re._compiler.compile", wraps=re._compiler.compile)  # type: ignore[attr-defined]
    with compiling as compiled, mock.patch("re.compile", watched):
        found = call("show", path, "-g", evil, "-1")

    assert found.out.count("\n") == 1
    assert not [one for one in patterns if evil in str(one)]
    assert not [one for one in compiled.mock_calls if evil in str(one)]


def test_a_note_is_in_no_export(tmp_path: Path) -> None:
    note = "Only for those who keep the record"
    claim = {"source": "statement", "quote": "x", "note": note}
    timeline = loaded(
        tmp_path,
        event(note=note, place={"name": "x", "lat": "1", "lon": "2"}, actors=["a"], claims=[claim]),
        actors={"a": {"name": "A", "note": note}},
        sources={"statement": {"title": "A statement", "issued": "2099-12-31", "note": note}},
    )
    for name, way in WAYS.items():
        assert_without(note, render(timeline, way.format, way.options).data, name)


def assert_without(note: str, data: bytes, name: str) -> None:
    """No byte of the note in a file, nor in any part of a compressed one."""
    import zipfile

    parts = [data]
    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts += [archive.read(part) for part in archive.namelist()]
    if data.startswith(b"PAR1"):
        parts.append(plain_parquet(data).encode())

    assert not [part for part in parts if note.encode() in part], name
