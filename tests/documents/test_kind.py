"""What a file is by its bytes: a plain text, or a document whose words have to be taken out first."""

import gzip
import io
import tarfile
import zipfile
from pathlib import Path, PurePath

import pytest
from hypothesis import given, strategies as st
from together import together
from written import brief, loaded, write

from diplotimeline import check
from diplotimeline.documents.kind import advice, kind_of

WORDS = "The envoys of Ardelia met.\n"


def zipped(*names: str, mimetype: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, WORDS)
    return held.getvalue()


def tarred() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        entry = tarfile.TarInfo("note.txt")
        entry.size = len(WORDS)
        archive.addfile(entry, io.BytesIO(WORDS.encode()))
    return held.getvalue()


OPEN_DOCUMENT = "application/vnd.oasis.opendocument"
PAGE = f"<html><body><p>{WORDS}</p></body></html>"
MHTML = (
    f"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n{PAGE}"
)
MAIL = f"Received: from a by b;\n Mon, 3 Oct 2022\nFrom: a@example.org\nMIME-Version: 1.0\n\n{WORDS}"
DOCUMENTS: dict[str, tuple[bytes | str, str]] = {
    "a PDF": (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
    "a PDF of letters alone": (f"%PDF-1.4\n{WORDS}", "a PDF"),
    "a PDF behind other bytes": (b"\x00\xffjunk\n%PDF-1.7\n", "a PDF"),
    "a page": (PAGE, "a web page"),
    "a page with a doctype": (f"\n  <!DOCTYPE html>\n{PAGE}", "a web page"),
    "a page behind a comment": (f"<!-- saved from url=(0023)https://example.org/ -->\n{PAGE}", "a web page"),
    "a page of XHTML": (f'<?xml version="1.0" encoding="UTF-8"?>\n{PAGE}', "a web page"),
    "a page in capitals": (PAGE.upper(), "a web page"),
    "a page with a byte order mark": ("\ufeff" + PAGE, "a web page"),
    "a page in UTF-16": (PAGE.encode("utf-16"), "a web page"),
    "a page in Latin-1": (PAGE.replace("met", "né").encode("latin-1"), "a web page"),
    "a part of a page": (f'<div class="text"><p>{WORDS}</p></div>', "a web page"),
    "a saved page": (MHTML, "a saved web page (MHTML)"),
    "an e-mail": (MAIL, "an e-mail as a mail program saves it"),
    "docx": (zipped("[Content_Types].xml", "word/document.xml"), "a Word document (.docx)"),
    "odt": (zipped("content.xml", mimetype=f"{OPEN_DOCUMENT}.text"), "a text document (.odt)"),
    "xlsx": (zipped("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"),
    "ods": (zipped("content.xml", mimetype=f"{OPEN_DOCUMENT}.spreadsheet"), "a spreadsheet"),
    "pptx": (zipped("ppt/presentation.xml"), "a presentation"),
    "epub": (zipped("text.xhtml", mimetype="application/epub+zip"), "an e-book"),
    "zip": (zipped("note.txt"), "an archive"),
    "empty zip": (zipped(), "an archive"),
    "tar": (tarred(), "an archive"),
    "gzip": (gzip.compress(WORDS.encode()), "a gzip archive"),
    "rtf": (r"{\rtf1\ansi The envoys met.}", "an RTF document"),
    "png": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "jpeg": (b"\xff\xd8\xff\xe0", "a picture"),
    "locked": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "an Office document protected by a password",
    ),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "a document of an old Office program"),
}
TEXTS = {
    "nothing": "",
    "words": WORDS,
    "From and Subject": f"From: Ministry of Ardelia\nTo: the press\nSubject: Talks\nDate: 3 October 2022\n\n{WORDS}",
    "From alone": f"From: Ardelia to Tavoria\n\n{WORDS}",
    "From in a sentence": f"From the first day on.\nMIME-Version: 1.0\n{WORDS}",
    "a later header": f"{WORDS}\nMIME-Version: 1.0\nContent-Type: text/html\n",
    "tags later": f"{WORDS}{PAGE}",
    "an angle bracket": "<The envoys met>, said Ardelia.\n",
    "a tag that is never closed": "<p> is how a paragraph begins.\n",
    "a PDF named": "The file begins with %PDF-1.7.\n",
    "PK": "PK stands for Parker.\n",
    "Markdown": "# Statement\n\nThe envoys <b>met</b>.\n",
    "ustar": "x" * 257 + "ustar",
    "Armenian": "Արցախ\n",
}


@together("name", ["statement.txt", "statement"])
@together(("data", "kind"), DOCUMENTS.values())
def test_a_document_is_known_by_its_bytes_whatever_its_name(data: bytes | str, kind: str, name: str) -> None:
    assert kind_of(data if isinstance(data, bytes) else data.encode(), name) == kind


@together("name", ["statement.txt", "statement.pdf", "statement.docx", "statement.zip"])
@together("text", TEXTS.values())
def test_a_plain_text_is_one_whatever_its_name(text: str, name: str) -> None:
    assert kind_of(text.encode(), name) == ""


def test_the_ending_helps_where_the_bytes_leave_doubt() -> None:
    assert kind_of(b"The envoys met.<br>They <b>agreed</b>.", "a.txt") == ""
    assert kind_of(b"The envoys met.<br>They <b>agreed</b>.", "a.HTML") == "a web page"
    assert kind_of(b"The envoys met.", "a.html") == ""
    assert kind_of(b"From: a@example.org\nSubject: Talks\n\nText", "a.eml") == "an e-mail as a mail program saves it"
    assert kind_of(b"\x00\xff\xfe", "a.docx") == "a Word document (.docx)"
    assert kind_of(b"\x00\xff\xfe", "a.txt") == ""


@given(st.text(alphabet=st.characters(exclude_characters="<%{", exclude_categories=["Cs", "Cc"])))
def test_words_without_the_signs_of_a_document_are_a_text(text: str) -> None:
    assert kind_of(text.encode(), "a.txt") == ""


@pytest.mark.parametrize(
    ("kind", "path", "folder", "command"),
    [
        ("a PDF", "sources/a.pdf", ".", "take its words out: diplotimeline text sources/a.pdf -o sources/a.txt"),
        ("a PDF", "a.pdf", ".", "take its words out: diplotimeline text a.pdf -o sources/a.txt"),
        ("a web page", "t/a b.html", "t", "take its words out: diplotimeline text 't/a b.html' -o 't/sources/a b.txt'"),
        ("a PDF", "t/a b.pdf", None, "take its words out: diplotimeline text 't/a b.pdf' -o 't/a b.txt'"),
        ("a gzip archive", "a.txt.gz", ".", "diplotimeline text DOCUMENT -o sources/a.txt.txt"),
        (
            "a spreadsheet",
            "a.xlsx",
            ".",
            "save it as a PDF or .docx, then take its words out: diplotimeline text DOCUMENT",
        ),
    ],
)
def test_the_command_is_the_one_to_type(kind: str, path: str, folder: str | None, command: str) -> None:
    assert command in advice(kind, PurePath(path), None if folder is None else PurePath(folder))


@pytest.mark.parametrize("name", ["docx", "a page", "a PDF", "gzip", "a saved page"])
def test_the_document_is_blamed_and_not_the_quote(tmp_path: Path, name: str) -> None:
    data, kind = DOCUMENTS[name]
    write(tmp_path / "sources" / "talks.txt", data)
    source = "sources:\n  s: {title: Talks, issued: 2022, file: sources/talks.txt}\n"
    text = f"{source}events:\n  - {{date: 2022, title: Talks, source: s, quote: Nobody said these words}}\n"
    (problem,) = check(loaded(tmp_path, text))

    assert brief([problem]) == ["2:41 source-not-text"]
    assert problem.message == f"the archived text 'sources/talks.txt' is {kind}, not plain text"
    assert "diplotimeline text " in problem.help
