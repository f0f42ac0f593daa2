"""`text`: what is printed, written and said, and what a wrong call is told."""

from hashlib import sha256
from pathlib import Path

import pytest
from calling import call, wrong
from made_documents import pdf

PAGE = "<html><nav>Home</nav><p>The envoys of Ardelia met in Orn.</p><p>They agreed to meet again.</p>"
TEXT = "The envoys of Ardelia met in Orn.\n\nThey agreed to meet again.\n"
TIMELINE = """\
title: Talks  # a draft

sources:
  readout:
    title: Readout of the talks   # as printed
    issued: 2022-10-06
  other: {title: Other, issued: 2022-10-07}

events:
  - date: 2022-10-06
    title: The envoys meet
    source: readout
    quote: The envoys of Ardelia met in Orn.
"""
INTO = ("text", "page.html", "-o", "sources/readout.txt", "--source", "readout", "--into", "talks.yaml")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("page.html").write_text(PAGE, encoding="utf-8")
    Path("talks.yaml").write_text(TIMELINE, encoding="utf-8")
    Path("sources").mkdir()


def test_the_text_is_the_product() -> None:
    answer = call("text", "page.html")

    assert (answer.code, answer.out, answer.err) == (0, TEXT, "")
    assert call("text", "-", stdin=PAGE).out == TEXT
    assert call("text", "page.html", "-o", "-").out == TEXT


def test_it_is_written_to_a_new_file_only() -> None:
    assert call("text", "page.html", "-o", "a.txt").err == "Wrote a.txt.\n"
    assert Path("a.txt").read_bytes() == TEXT.encode()
    assert "exists already" in wrong("text", "page.html", "-o", "a.txt")
    assert "exists already" in wrong("text", "page.html", "-o", "page.html")


def test_the_folder_of_the_text_is_made() -> None:
    Path("sources").rmdir()

    assert call(*INTO).code == 0
    assert Path("sources/readout.txt").read_bytes() == TEXT.encode()


def test_a_source_gets_its_text_and_nothing_else_of_the_file_changes() -> None:
    answer = call(*INTO)
    new = Path("talks.yaml").read_text(encoding="utf-8").splitlines()
    added = [line for line in new if line not in TIMELINE.splitlines()]

    assert answer.code == 0
    assert answer.err == "Wrote sources/readout.txt.\nSource 'readout' in talks.yaml names it.\n"
    assert [line for line in new if line not in added] == TIMELINE.splitlines()
    assert added[:2] == ["    file: sources/readout.txt", f"    sha256: {sha256(TEXT.encode()).hexdigest()}"]
    assert call("check", "talks.yaml").code == 0


def test_a_source_in_brackets_gets_it_too() -> None:
    call("text", "page.html", "-o", "sources/other.txt", "--source", "other", "--into", "talks.yaml")
    line = Path("talks.yaml").read_text(encoding="utf-8").splitlines()[6]

    assert line.startswith("  other: {title: Other, issued: 2022-10-07, file: sources/other.txt, sha256: ")


def test_a_declared_path_that_is_the_same_is_no_contradiction() -> None:
    Path("talks.yaml").write_text(TIMELINE.replace("    issued", "    file: sources/readout.txt\n    issued", 1))

    assert call(*INTO).code == 0
    assert call("check", "talks.yaml").code == 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("--into", "talks.yaml", "-o", "a.txt"), "add --source ID"),
        (("--source", "readout", "-o", "a.txt"), "add --into TIMELINE.yaml"),
        (("--source", "readout", "--into", "talks.yaml"), "add -o sources/NAME.txt"),
        (("--source", "readouts", "--into", "talks.yaml", "-o", "a.txt"), "readout"),
        (("--source", "readout", "--into", "talk.yaml", "-o", "a.txt"), "talk.yaml does not exist"),
        (("--source", "readout", "--into", "talks.yaml", "-o", "../a.txt"), "does not lie below the folder"),
        (("--source", "readout", "--into", "page.html", "-o", "a.txt"), "page.html"),
        (("--encoding", "klingon"), "no encoding is called 'klingon'"),
        (("-o", "none/none/a.txt"), "cannot be written"),
    ],
)
def test_a_wrong_call_writes_nothing(given: tuple[str, ...], words: str) -> None:
    assert words in wrong("text", "page.html", *given)
    assert sorted(path.name for path in Path().rglob("*")) == ["page.html", "sources", "talks.yaml"]
    assert Path("talks.yaml").read_text(encoding="utf-8") == TIMELINE


def test_a_page_is_saved_by_hand() -> None:
    assert "save the page in a browser" in wrong("text", "https://talks.example/readout")


@pytest.mark.parametrize("field", ["file: sources/other.txt", "sha256: '0'"])
def test_a_source_that_says_otherwise_is_left_as_it_is(field: str) -> None:
    text = TIMELINE.replace("    issued", f"    {field}\n    issued", 1)
    Path("talks.yaml").write_text(text, encoding="utf-8")

    assert f"source 'readout' has another '{field.partition(':')[0]}' already" in wrong(*INTO)
    assert not Path("sources/readout.txt").exists()
    assert Path("talks.yaml").read_text(encoding="utf-8") == text


def test_a_file_with_a_mistake_of_form_is_left_as_it_is() -> None:
    Path("talks.yaml").write_text(TIMELINE + "title: again\n", encoding="utf-8")

    assert "diplotimeline check talks.yaml shows where" in wrong(*INTO)
    assert not Path("sources/readout.txt").exists()


@pytest.mark.parametrize("name", ["none.html", "sources"])
def test_a_document_that_cannot_be_opened_is_named(name: str) -> None:
    assert name in wrong("text", name)


def test_bytes_that_are_no_text_are_not_guessed() -> None:
    Path("old.txt").write_bytes("Les délégués se sont réunis.".encode("cp1252"))

    assert "name it, such as --encoding cp1252" in wrong("text", "old.txt")
    assert call("text", "old.txt", "--encoding", "cp1252").out == "Les délégués se sont réunis.\n"


def test_pages_without_text_are_told() -> None:
    Path("a.pdf").write_bytes(pdf([["The envoys met."], [], ["Again."], []]))
    answer = call("text", "a.pdf")

    assert answer.out == "The envoys met.\n\f\n\fAgain.\n\f\n"
    assert answer.err == "Without text, perhaps pictures: 2, 4 of 4 pages.\n"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a.pdf", "a PDF"),
        (PAGE.encode(), "a.yaml", "a web page"),
        (b"<!doctype html>\n<title>x: y</title>\n", "a b.html", "a web page"),
        (b"PK\x03\x04word/document.xml\0", "a.docx", "a Word document (.docx)"),
        (b"{\\rtf1 x}", "a.rtf", "an RTF document"),
        (b"From: a@x\nMIME-Version: 1.0\n\nHello", "a.eml", "an e-mail as a mail program saves it"),
    ],
)
def test_where_a_text_or_timeline_is_wanted_the_command_is_told(data: bytes, name: str, kind: str) -> None:
    Path(name).write_bytes(data)
    quoted = f"'{name}'" if " " in name else name
    text = quoted.replace(name, f"{name.rpartition('.')[0]}.txt")
    command = f"diplotimeline text {quoted} -o {text}"
    told = wrong("draft", name, "--date", "2022-10-06")

    assert f"{name} is {kind}\n  take its words out: {command}\n" in told
    for answer in (call("check", name).out, call("show", name).err):
        assert f"the file is no timeline but {kind}" in answer
        assert command in " ".join(answer.split())
