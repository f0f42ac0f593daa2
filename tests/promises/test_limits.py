"""Limits at their edge: the largest is accepted, one more is refused in words; SECURITY.md names these numbers."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from calling import call
from made_documents import zipped
from made_up import event
from places import ROOT
from written import SMALLEST, write

from diplotimeline import CallError, check, load
from diplotimeline.cli import statements, text as text_command
from diplotimeline.documents import mail, parts
from diplotimeline.exporters import render, xlsx
from diplotimeline.importing import delimited, lines as table_lines, tables, workbook
from diplotimeline.quotes import archive
from diplotimeline.reading import builder, find, text, tree
from diplotimeline.record import chronology as model
from diplotimeline.views import report

SECURITY = ROOT / "SECURITY.md"
ROW = re.compile(r"^\| ([^|]+) \| ([0-9,]+)( MiB| characters)? \|$", re.MULTILINE)
MEBIBYTE = 1024 * 1024
ARCHIVED = "sources:\n  s: {title: Readout, issued: 2022-10-06, file: text.txt}\n"


class Limit(NamedTuple):
    """A constant, what is said above it, and a way to reach exactly so much; `small` stands for a huge one."""

    where: object
    name: str
    words: str
    use: Callable[[Path, int], str]
    small: int = 0


def said(path: Path) -> str:
    """What is said of a file, or of the call that reads it."""
    try:
        return "\n".join(problem.concise for problem in check(load(path)) if problem.severity == "error")
    except CallError as error:
        return error.message


def of(text: Callable[[int], str]) -> Callable[[Path, int], str]:
    return lambda folder, size: said(write(folder / "a.yaml", text(size)))


def archived(folder: Path, size: int) -> str:
    write(folder / "text.txt", b"x" * size)
    return said(write(folder / "a.yaml", ARCHIVED))


def drafted(folder: Path, size: int) -> str:
    # Blanks: a text of the right size is refused all the same, before the model of a language is loaded.
    text, day = " " * size, ("--date", "2022-10-06")
    answers = call("draft", write(folder / "a.txt", text), *day), call("draft", "-", *day, stdin=text)

    assert answers[0].code == answers[1].code
    return answers[0].err


def turned(folder: Path, size: int) -> str:
    text = "x" * size
    answers = call("text", write(folder / "a.txt", text)), call("text", "-", stdin=text)

    assert answers[0].code == answers[1].code
    return answers[0].err


def of_size(folder: Path, size: int) -> str:
    xml = f"<document><t>{'x' * (size - len('<document><t></t></document>'))}</t></document>"
    return call("text", write(folder / "a.docx", zipped({"word/document.xml": xml}))).err


def in_parts(folder: Path, size: int) -> str:
    head = "From: a@x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    return call("text", write(folder / "a.eml", head + "--x\n\nWords\n" * size)).err


def in_one_another(folder: Path, size: int) -> str:
    head = "From: a@x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    return call("text", write(folder / "a.eml", head * size + "From: a@x\n\nWords\n")).err


def imported(folder: Path, text: str | bytes, *options: str, name: str = "t.csv") -> str:
    return call("import", write(folder / name, text), "--dry-run", *options).err


def of_table(folder: Path, size: int) -> str:
    return imported(folder, "Date,What\n2024,".ljust(size, "a"))


def of_lines(folder: Path, size: int) -> str:
    return imported(folder, "Date,What\n2024,a".ljust(size + 15, "\n"))


def of_rows(folder: Path, size: int) -> str:
    return imported(folder, "Date,What\n" + "2024,a\n" * (size - 1))


def of_columns(folder: Path, size: int) -> str:
    names = [f"c{number}" for number in range(size - 2)]
    return imported(folder, ",".join(["Date", "What", *names]) + "\n2024,a" + "," * len(names))


def of_cells(folder: Path, size: int) -> str:
    return imported(folder, "x\n" * (size - 4) + "Date,What\n2024,a\n", "--header", str(size - 3))


def of_tags(folder: Path, size: int) -> str:
    return imported(folder, zipped({"xl/styles.xml": "<a>" * size}), name="t.xlsx")


def chain(folder: Path, size: int) -> str:
    for number in range(1, size):
        write(folder / f"{number}.yaml", f"include: [{number + 1}.yaml]\n")
    write(folder / f"{size}.yaml", "title: The last\n")
    return said(folder / "1.yaml")


def levels(folder: Path, size: int) -> str:
    actors = "".join(f"  a{one}: {{name: A, of: a{one + 1}}}\n" for one in range(1, size))
    return said(write(folder / "a.yaml", f"actors:\n{actors}  a{size}: {{name: A}}\n"))


def printed(folder: Path, size: int) -> str:
    timeline = load(write(folder / "a.yaml", "title: a\n" + "".join(f"x{number}: y\n" for number in range(size))))
    lines = ["".join(text for _, text in line) for line in report.concise(check(timeline), timeline.report.files)]

    assert sum("[unknown-key]" in line for line in lines) == min(size, report.MOST_PROBLEMS)
    return "\n".join(line for line in lines if "[unknown-key]" not in line)


def cell(folder: Path, size: int) -> str:
    import json

    text = json.dumps({"sources": {"statement": {"title": "s"}}, "events": [event(summary="x" * size)]})
    return " ".join(render(load(write(folder / "a.yaml", text)), "xlsx", {}).remarks)


def named(folder: Path, size: int) -> str:
    problems = load(write(folder / "a.yaml", "title: a\n#" + "\u200b" * size)).problems

    assert sum("U+200B" in problem.message for problem in problems) == min(size, text.MOST_NAMED)
    return "\n".join(problem.message for problem in problems if "U+200B" not in problem.message)


def repeated(sign: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + sign * size + after


LIMITS: dict[str, Limit] = {
    "a file, or standard input": Limit(
        find, "MAX_FILE_BYTES", "is larger than", of(lambda size: "title: a\n".ljust(size, "#")), 100),
    "an archived text": Limit(archive, "MAX_SOURCE_BYTES", "is larger than", archived, 100),
    "a statement for `draft`": Limit(statements, "MAX_TEXT_BYTES", "is larger than", drafted, 100),
    "a document for `text`": Limit(text_command, "MAX_DOCUMENT_BYTES", "is larger than", turned, 100),
    "a part of a document, unpacked": Limit(parts, "MAX_PART_BYTES", "its text is larger than", of_size, 500),
    "parts of an e-mail": Limit(mail, "MAX_PARTS", "has more than 1,000 parts", in_parts),
    "e-mails and parts inside one another": Limit(mail, "MAX_DEPTH", "stand more than 20 deep", in_one_another),
    "a table for `import`, a workbook also when it is unpacked": Limit(
        tables, "MOST_BYTES", "is larger than", of_table, 100),
    "lines of a table": Limit(delimited, "MOST_LINES", "has more than 100 lines", of_lines, 100),
    "rows of a table, its header with them": Limit(table_lines, "MOST_ROWS", "has more than 100 rows", of_rows, 100),
    "columns of a table": Limit(table_lines, "MOST_COLUMNS", "a row has more than 1,000 columns", of_columns),
    "cells of a table": Limit(table_lines, "MOST_CELLS", "has more than 20 cells", of_cells, 20),
    "tags in a part of a workbook": Limit(workbook, "MOST_TAGS", "more than 500 tags", of_tags, 500),
    "a line of a file": Limit(text, "MAX_LINE_BYTES", "a line is longer than", of(repeated("#", "title: a\n"))),
    "values in a file": Limit(
        builder, "MAX_VALUES", "more than 20 values", of(lambda n: f"include: [{'x.yaml, ' * (n - 2)}x.yaml]"), 20),
    "lists and groups inside one another": Limit(
        builder, "MAX_DEPTH", "20 levels", of(lambda n: f"title: a\nx: {'[' * (n - 1)}{']' * (n - 1)}\n")),
    "a text": Limit(builder, "MAX_SCALAR", "a text is longer than", of(repeated("x", "title: "))),
    "the name of a field": Limit(
        builder, "MAX_KEY", "the name of a field is longer", of(lambda n: f"actors:\n  {'a' * n}: {{name: a}}\n")),
    "files that include one another in a row": Limit(find, "MAX_CHAIN", "more than 50 levels", chain),
    "actors that belong to one another in a row": Limit(model, "MAX_ABOVE", "50 others or more", levels),
    "invisible characters named one by one in a file": Limit(text, "MOST_NAMED", "1 more invisible", named),
    "problems printed (the count is complete, `-f json` has all)": Limit(
        report, "MOST_PROBLEMS", "and 1 more problem", printed),
    "a cell of a spreadsheet (what is longer goes on in another)": Limit(
        xlsx, "CELL_LIMIT", "longer than a cell holds (32,767", cell),
}  # fmt: skip


@pytest.mark.parametrize("limit", LIMITS.values(), ids=LIMITS)
def test_the_largest_is_accepted_and_one_more_refused(
    tmp_path: Path, limit: Limit, monkeypatch: pytest.MonkeyPatch
) -> None:
    if limit.small:
        monkeypatch.setattr(limit.where, limit.name, limit.small)
    most = getattr(limit.where, limit.name)

    assert limit.words not in limit.use(tmp_path / "most", most)
    assert limit.words in limit.use(tmp_path / "more", most + 1)


def test_an_alias_is_never_expanded(tmp_path: Path) -> None:
    text = f"x: &a [b]\ny: *a\n{SMALLEST}"

    assert "the alias '*a' is not read" in said(write(tmp_path / "a.yaml", text))
    assert tree.read_tree(text.encode()).root["y"] is None


def test_the_numbers_of_the_page_on_security_are_those_of_the_tool() -> None:
    stated = {
        what: int(number.replace(",", "")) * (MEBIBYTE if unit == " MiB" else 1)
        for what, number, unit in ROW.findall(SECURITY.read_text(encoding="utf-8").partition("## What was tried")[0])
    }
    known = {what: getattr(limit.where, limit.name) for what, limit in LIMITS.items()}

    assert stated == known | {"aliases that are expanded": 0}
