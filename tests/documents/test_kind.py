import pytest

from diplotimeline.documents.kind import kind_of

HEADERS = b"From: envoy@ardelia.example\r\nTo: all\r\nSubject: Talks\r\n"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a.txt", "PDF"),
        (b"\xef\xbb\xbf\n%PDF-1.7\n", "a", "PDF"),
        (b"junk\n%PDF-1.4\n", "a.pdf", "PDF"),
        (b"{\\rtf1\\ansi", "a.doc", "RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.doc", "old or encrypted Office document"),
        (b"PK\x03\x04....word/document.xml", "a.txt", "Word document"),
        (b"PK\x03\x04....xl/workbook.xml", "a", "Excel workbook"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.textPK", "a", "OpenDocument text"),
        (b"PK\x03\x04....photo.jpg", "a.zip", "archive"),
        (b"\x1f\x8b\x08", "a.gz", "archive"),
        (b"<!DOCTYPE html><title>x", "a.txt", "web page"),
        (b"\xef\xbb\xbf\r\n<!-- saved --><HTML lang=en>", "a", "web page"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "a", "web page"),
        ("<html><p>Ardelia".encode("utf-16"), "a.txt", "web page"),
        (b"<p>Ardelia agreed.</p>", "a.html", "web page"),
        (HEADERS + b"MIME-Version: 1.0\r\n\r\nText", "a.txt", "e-mail"),
        (b"Received: by mx\r\n\tfor x\r\n" + HEADERS + b"\r\nText", "a", "e-mail"),
        (HEADERS + b"\r\nText", "a.eml", "e-mail"),
        (b"From: <Saved by Blink>\r\nSnapshot-Content-Location: x\r\nMIME-Version: 1.0\r\n", "a.txt", "saved web page"),
        (b'From: "Saved by WebKit"\nContent-Type: multipart/related;\n\ttype="text/html"\n', "a", "saved web page"),
    ],
)  # fmt: skip
def test_the_bytes_say_what_a_document_is(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.txt"),
        (HEADERS + b"\r\nThe press release as it was pasted.", "a.txt"),  # headings that people type
        (b"The envoys write <html> in the middle.", "a.txt"),
        (b"<p>Ardelia agreed.</p>", "a.txt"),
        (b"<!---->" * 500, "a.txt"),  # not tried in all ways to part it
        (b"The file begins with %PDF-, says the manual.", "a.txt"),
        (b"Statement: Ardelia agreed.\n", "a.txt"),
        (b"A page that was saved as its words.", "a.html"),
        ("Ardelia".encode("utf-16"), "a.txt"),
        (b"\xff\xfe", "a"),
    ],
)
def test_plain_text_has_no_kind(data: bytes, name: str) -> None:
    assert kind_of(data, name) is None
