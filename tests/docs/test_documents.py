"""README.md and `docs/` are whole: every link leads somewhere, and everything that can be typed is told of."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from documents import DOCUMENTS, WRITINGS, anchors, links, tokens, with_words
from places import ROOT
from typer.main import get_command

from diplotimeline.checks import manual
from diplotimeline.cli import app
from diplotimeline.dates import display, parse
from diplotimeline.exporters import FORMATS
from diplotimeline.record import values
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.fields import fields_of
from diplotimeline.record.words import LISTS

GROUP: Any = get_command(app)
COMMANDS: Mapping[str, Any] = {name: GROUP.get_command(None, name) for name in GROUP.list_commands(None)}
FORMS = {
    "A file": values.Header,
    "Events": values.Event,
    "Claims": values.Claim,
    "Places": values.Place,
    "Casualties": Casualties,
    "Relations": values.Relation,
    "Actors": values.Actor,
    "Sources": values.Source,
}


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def sections(name: str) -> dict[str, str]:
    """The sections of a document by their headings."""
    return dict(re.findall(r"^## (.+)\n((?:(?!^## ).*\n)*)", text_of(name), re.MULTILINE))


def told_of(command: str) -> str:
    """What docs/commands.md says of a command, and of the filters where it takes them."""
    parts = sections("docs/commands.md")
    return parts[command] + (parts["Filters"] if "(#filters)" in parts[command] else "")


def test_the_readme_has_six_to_eight_kilobytes() -> None:
    assert 6_000 <= len(text_of("README.md").encode()) <= 8_192


@pytest.mark.parametrize("document", WRITINGS, ids=lambda path: path.name)
def test_every_link_within_the_project_leads_somewhere(document: Path) -> None:
    for link in links(document):
        path, _, anchor = link.partition("#")
        target = document.parent / path if path else document
        if "://" not in link:
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link


def test_the_readme_leads_to_every_document() -> None:
    assert {f"docs/{path.name}" for path in DOCUMENTS[1:]} <= {link.partition("#")[0] for link in links(DOCUMENTS[0])}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_told_of_with_all_its_options(command: str) -> None:
    names = [name for one in COMMANDS[command].params for name in one.opts if name.startswith("-")]
    missing = [name for name in names if not re.search(rf"`[^`]*(?<![\w-]){name}(?![\w-])[^`]*`", told_of(command))]

    assert f"`{command}`" in text_of("README.md") or f"(docs/commands.md#{command})" in text_of("README.md")
    assert missing == []


def test_every_rule_stands_in_the_manual_of_rules() -> None:
    headings = anchors(ROOT / "docs/rules.md")

    assert [rule for rule in manual() if rule not in headings] == []


def test_every_format_has_a_section() -> None:
    headings = anchors(ROOT / "docs/exports.md")

    assert [name for name in FORMATS if name not in headings] == []


def test_every_closed_list_stands_there_with_its_meanings() -> None:
    text = text_of("docs/format.md")

    assert [name for name in LISTS if f"<!-- words: {name} -->" not in text] == []
    assert with_words(text) == text, "made anew by REWRITE_GOLDEN=1 python -m pytest tests/docs"


@pytest.mark.parametrize("heading", FORMS)
def test_every_field_is_told_of(heading: str) -> None:
    told = sections("docs/format.md")[heading]
    names = [name for one in fields_of(FORMS[heading]) for name in (one.written_as, *one.short)]

    assert [name for name in names if not re.search(rf"`(?:[^`]*\b)?{name}\b[^`]*`", told)] == []


def test_every_date_of_the_table_is_printed_as_it_says() -> None:
    table = text_of("docs/format.md").partition("<!-- dates -->\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `([^`]+)` \| .+ \| (.+) \|$", table, re.MULTILINE)

    assert len(rows) >= 20
    assert [(written, display(parse(written))) for written, _ in rows] == rows


def test_every_comment_is_one_that_something_reads() -> None:
    known = r"<!-- ((file|append|edit|trial|part): \S+|words: [a-z]+|columns: [a-z ]+|dates|end|test-command) -->"
    for document in DOCUMENTS:
        for comment in re.findall(r"<!--.*?-->", document.read_text(encoding="utf-8"), re.DOTALL):
            assert re.fullmatch(known, comment), f"{document.name}: {comment}"


def test_a_document_begins_with_one_title() -> None:
    for document in WRITINGS:
        headings = [token.tag for token in tokens(document) if token.type == "heading_open"]
        assert (headings[0], headings.count("h1")) == ("h1", 1), document.name
