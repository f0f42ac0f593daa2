"""What is tried with mutated input, and what must hold. A target takes bytes and raises when a promise is broken.

It gives True for an input that the tool takes without a mistake, so that a run can tell how many were.
"""

import csv
import json
import math
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from drafted_files import draft
from made_documents import DOCUMENTS
from reading_back import WAYS

from diplotimeline import Timeline, check, load
from diplotimeline.characters import FORBIDDEN
from diplotimeline.checks import manual
from diplotimeline.dates import EventDate, display, iso, parse
from diplotimeline.dates.typed import parse_typed
from diplotimeline.documents import text_of
from diplotimeline.errors import CallError, DateError
from diplotimeline.exporters import export, render
from diplotimeline.exporters.csv import DELIMITERS
from diplotimeline.importing import kinds
from diplotimeline.importing.drafted import timeline_text
from diplotimeline.importing.proposal import understood
from diplotimeline.importing.rows import events_of
from diplotimeline.problems import Problem
from diplotimeline.quotes.layout import fold
from diplotimeline.quotes.nearest import Passages
from diplotimeline.quotes.verify import ArchivedText
from diplotimeline.returning.entries import entries
from diplotimeline.returning.record import lines_of, returned
from diplotimeline.returning.sheets import read as read_export
from diplotimeline.views.report import LINE_FORMATS, TEXT_FORMATS

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "data"
ARCHIVED = "National Security Advisor Jake Sullivan met on September 27 with Hikmet Hajiyev. They can’t agree – yet.\n"
NOTE = "only for curators"
# Between text and quote, in the input of the target `quotes`.
BREAK = b"\n====\n"
# The documents of the target `documents`, by the number that stands before their bytes.
NAMES = tuple(DOCUMENTS)
# The files of the target `tables`, likewise.
TABLE_KINDS = (".csv", ".json", ".jsonl", ".xlsx")
MOST_FILE_BYTES = 6000
WORD_JOINER = "\u2060"
TYPED = ("4 October 2022", "October 4, 2022", "Sept 2", "04/10/2022", "September 2022", "13-14 September", "c. 2022")
STATED = date(2022, 10, 6)
STATED_IN_FRENCH = ("Les deux ministres se sont rencontrés à Genève le 2 octobre. Hier, les combats ont repris.",)
MOMENTS = (
    "2022-09-12/2022-09-13",
    "2022",
    "199X",
    "2022-09~",
    "../2022-10",
    "[..2022-10-06]",
    "2022-09-13T00:05+04:00",
)


def dates(data: bytes) -> bool:
    """The parser gives a date whose bounds are in order, or its own error with a remedy."""
    text = data.decode(errors="surrogateescape")
    for read in (parse_typed, parse):
        try:
            when = read(text)
        except DateError as error:
            remedy, when = error.help, None
        assert when or remedy, "a refusal without a remedy"
    if isinstance(when, EventDate):
        _sane(when, text)
    return when is not None


def _sane(when: EventDate, text: str) -> None:
    starts = -math.inf if when.earliest is None else when.earliest
    ends = math.inf if when.latest is None else when.latest
    assert starts <= when.first_day <= when.last_day <= ends, "bounds out of order"
    assert when.possible(when.first_day, when.first_day), "not possible on its first day"
    assert text.isascii(), "a date that is not ASCII"
    assert when == parse(when.edtf), "not the same when parsed again"
    assert display(when), "shown as nothing"
    assert when.order() <= when.order(), "no order"
    assert all(map(iso, (when.earliest, when.start_latest, when.end_earliest, when.latest))), "no bounds"


def loader(data: bytes) -> bool:
    """Loading and checking give a timeline and problems, each of a known rule at a place inside the file."""
    path = _folder() / "timeline.yaml"
    path.write_bytes(data)
    timeline = load(path)
    problems = check(timeline)
    for problem in problems:
        in_place(problem, {str(file.path): file.data for file in timeline.report.files}[problem.path])
    for report in LINE_FORMATS.values():
        assert all("\n" not in text for line in report(problems, timeline.report.files) for _, text in line), (
            "a line in two"
        )
    for written in TEXT_FORMATS.values():
        assert not FORBIDDEN.search(written(problems)), "a forbidden character in a report"
    return not problems


def in_place(problem: Problem, data: bytes) -> None:
    lines = data.removeprefix(b"\xef\xbb\xbf").removesuffix(b"\n").split(b"\n")
    assert problem.rule in manual(), f"an unknown rule, {problem.rule}"
    assert problem.message, "a problem without words"
    assert 1 <= problem.line <= len(lines), f"line {problem.line} of {len(lines)}"
    assert 1 <= problem.column <= len(lines[problem.line - 1].decode(errors="replace")) + 1, (
        f"column {problem.column}, {problem.rule}"
    )
    assert (problem.line, problem.column) <= (problem.end_line, problem.end_column), "an end before its beginning"


def quotes(data: bytes) -> bool:
    """A quote that passes stands in the text, in order; help for one that does not is words."""
    text, _, quote = data.decode(errors="replace").partition(BREAK.decode())
    verdict = ArchivedText(text).verdict(quote)
    if verdict == "exact":
        assert quote in text, "exact, but not there"
    if verdict in ("exact", "folded"):
        assert fold(quote) in fold(text), "passed, but not there"
    if verdict == "elided":
        assert set(fold(quote).replace("[…]", "").replace("…", "")) <= set(fold(text)) | {" "}, "a sign of its own"
    assert isinstance(Passages(text).difference(quote), str)
    assert verdict in ("exact", "folded", "elided", "absent")
    return verdict != "absent"


def drafts(data: bytes) -> bool:
    """A draft can be loaded: its quotes stand in the text, and nothing is wrong but what a person has to decide."""
    text = data.decode(errors="replace")
    folder = _folder() / "drafts"
    folder.mkdir(exist_ok=True)
    (folder / "statement.txt").write_bytes(text.encode())
    (folder / "timeline.yaml").write_text(draft(text, STATED, file="statement.txt", everything=True), encoding="utf-8")
    timeline = load(folder / "timeline.yaml")
    errors = [one for one in check(timeline) if one.severity == "error" and one.rule != "todo-left"]
    assert not errors, errors[0].concise
    assert {*timeline.verdicts.values()} <= {"exact", "folded", "elided"}, "a quote that is not there"
    return bool(timeline.events or timeline.report.faulty)


def exporters(data: bytes) -> bool:
    """A text in every field goes the whole way from a file into every format, and takes no other shape there."""
    text = FORBIDDEN.sub("", data.decode(errors="replace")).replace("\r", "")
    path = _folder() / "timeline.yaml"
    path.write_text(json.dumps(_filled(text), ensure_ascii=False), encoding="utf-8")
    timeline = load(path)
    if any(problem.severity == "error" for problem in check(timeline)):
        return False
    for way in WAYS.values():
        _clean(timeline, way.format, way.options)
    return True


def _clean(timeline: Timeline, name: str, options: Mapping[str, bool | str]) -> None:
    content = render(timeline, name, options).content
    if isinstance(content, bytes):
        assert NOTE.encode() not in content, f"a note in {name}"
        return
    assert NOTE not in content, f"a note in {name}"
    shown = content.replace("\r\n", "\n").removeprefix("\ufeff")
    found = FORBIDDEN.search(shown.replace(WORD_JOINER, "") if name == "markwhen" else shown)
    assert found is None, f"{found} in {name}"
    if name in ("json", "geojson", "timelinejs"):
        json.loads(content)
    if name == "csv":
        delimiter = DELIMITERS[str(options.get("delimiter", ","))]
        rows = list(csv.reader(content.splitlines(keepends=True), delimiter=delimiter, strict=True))
        assert len({len(row) for row in rows}) == 1, "rows of different lengths"


def _filled(text: str) -> dict[str, object]:
    """A timeline with the text in every field that takes any text."""
    line = " ".join(text.split()) or "x"
    who = {"who": "a", "killed": "3"}
    return {
        "title": line, "summary": text.strip() or "x",
        "actors": {"a": {"name": line, "kind": "state", "aliases": [line], "office": line, "note": NOTE}},
        "sources": {"s": {"title": line, "publisher": line, "type": line, "venue": line, "issued": "2022-10-06",
                          "url": "https://example.org/", "note": NOTE}},
        "events": [
            {"date": moment, "title": line, "status": "planned", "actors": ["a", {"who": "a", "role": "host"}],
             "place": {"name": line, "country": "ARM", "lat": "1", "lon": "2"}, "date_text": line,
             "summary": text.strip() or "x", "tags": [line], "casualties": [who], "note": NOTE, "id": f"e{number}",
             "claims": [{"source": "s", "quote": text.strip() or "x", "note": NOTE},
                        {"source": "s", "stance": "denies", "actors": ["a"], "place": line, "casualties": [who]}]}
            for number, moment in enumerate(MOMENTS)
        ],
    }  # fmt: skip


def documents(data: bytes) -> bool:
    """A document becomes text that a claim can be searched in, or is refused in words; its first byte is its kind."""
    name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    try:
        text = text_of(data[1:], name)
    except CallError as error:
        if not error.help:
            raise  # a refusal without a remedy
        return False
    assert text == text_of(data[1:], name), "another text the second time"
    assert text.endswith("\n"), "a text without its last line end"
    assert not FORBIDDEN.search(text.replace("\f", "")), "a forbidden character"
    return True


def tables(data: bytes) -> bool:
    """A table or export becomes a timeline without mistakes but questions, or is refused; byte 0 is its kind."""
    path = _folder() / f"table{TABLE_KINDS[data[0] % len(TABLE_KINDS)] if data else '.csv'}"
    path.write_bytes(data[1:])
    try:
        text = _timeline_of(str(path))
    except CallError:
        return False
    (_folder() / "imported.yaml").write_text(text, encoding="utf-8")
    timeline = load(_folder() / "imported.yaml")
    errors = [one for one in check(timeline) if one.severity == "error" and one.rule != "todo-left"]
    assert not errors, errors[0].concise
    return True


def _timeline_of(path: str) -> str:
    """What `import` writes for a file."""
    sheets = read_export(path)
    if sheets is not None:
        return "\n".join(lines_of(returned(entries(sheets), _folder()), "table")) + "\n"
    table, kind = kinds.read(path)
    mapping = kinds.mapping_of(kind, table)
    understood(mapping, table)
    return timeline_text(events_of(table, mapping, Timeline()))


TARGETS: Mapping[str, Callable[[bytes], bool]] = {
    "dates": dates, "loader": loader, "quotes": quotes, "drafts": drafts, "exporters": exporters,
    "documents": documents, "tables": tables,
}  # fmt: skip


def seeds(target: str) -> list[bytes]:
    """Inputs to begin with: those of the tests, and whatever broke a promise before."""
    kept = [path.read_bytes() for path in sorted((HERE / "corpus" / target).glob("*"))]
    if target == "dates":
        with (DATA / "edtf_cases.csv").open(encoding="utf-8", newline="") as file:
            kept += [row["notation"].encode() for row in csv.DictReader(file)]
        kept += [typed.encode() for typed in TYPED]
    if target == "loader":
        kinds = ("good", "good", "good", "bad", "warned")  # most changes make a good file bad
        files = [path for kind in kinds for path in sorted((DATA / kind).rglob("*.yaml"))]
        kept += [path.read_bytes() for path in files if path.stat().st_size < MOST_FILE_BYTES]
    if target == "quotes":
        kept += [ARCHIVED.encode() + BREAK + quote.encode() for quote in ("They can't agree - yet.", "met […] yet")]
    if target == "drafts":
        statement = (HERE.parents[2] / "timelines/sources/carpenter-2022-10-06.txt").read_text(encoding="utf-8")
        kept += [piece.encode() for piece in (*statement.split("\n\n"), *STATED_IN_FRENCH)]
    if target == "exporters":
        kept += [b"Talks in Geneva, 12 September: a, b; c", b"one\ntwo: [x](y) | z\n", "Հայաստան 1. x".encode()]
    if target == "documents":
        kept += [bytes([number]) + document for number, document in enumerate(DOCUMENTS.values())]
    if target == "tables":
        samples = sorted((DATA / "importing").glob("*.csv"))
        kept += [b"\0" + path.read_bytes() for path in samples if path.stat().st_size < MOST_FILE_BYTES]
        small = _small()
        exports = (
            export(small, "csv"),
            export(small, "csv", rows="claims"),
            export(small, "json"),
            export(small, "jsonl"),
        )
        kept += [bytes([kind]) + text.encode() for kind, text in zip((0, 0, 1, 2), exports, strict=True)]
        kept.append(bytes([3]) + export(small, "xlsx"))
    return kept


def _small() -> Timeline:
    """A timeline of an event with something in every field."""
    path = _folder() / "small.yaml"
    path.write_text(json.dumps(_filled('Talks; =1+1 | "x"')), encoding="utf-8")
    return load(path)


@cache
def _folder() -> Path:
    """A folder with the files that mutated timelines may name; it stays for the run."""
    folder = Path(tempfile.mkdtemp(prefix="diplotimeline-fuzz-"))
    (folder / "text.txt").write_text(ARCHIVED, encoding="utf-8")
    (folder / "shared.yaml").write_text("actors: {shared: {name: Shared}}\n", encoding="utf-8")
    return folder
