"""Small documents of each kind, made for the tests."""

import io
import zipfile
from collections.abc import Mapping, Sequence

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPEN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(f'xmlns:{name}="{OPEN}:{name}:1.0"' for name in ("office", "text", "table", "draw"))


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file with these parts; `mimetype` is stored, as the standard asks."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as parts_of:
        for name, content in parts.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else method
            parts_of.writestr(name, content, kind)
    return file.getvalue()


def docx(body: str, **notes: str) -> bytes:
    """A Word document with these elements in its body; `footnotes` and `endnotes` are parts of their own."""
    parts = {"word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'}
    parts |= {f"word/{kind}.xml": f'<w:{kind} xmlns:w="{WORD}">{xml}</w:{kind}>' for kind, xml in notes.items()}
    return zipped(parts)


def odt(body: str) -> bytes:
    """An OpenDocument text with these elements in its body."""
    content = (
        f"<office:document-content {SPACES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def pdf(pages: Sequence[Sequence[str]], more: str = "", contents: bytes | None = None) -> bytes:
    """A PDF whose pages have these lines; `more` goes into the catalogue, `contents` in the place of the lines."""
    count = len(pages)
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {more} >>".encode(),
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(count))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj 0 -16 Td" for line in lines)
        stream = contents or f"BT /F1 12 Tf 72 720 Td {shown} ET".encode("cp1252")
        resources = f"<< /Font << /F1 3 0 R >> /XObject << /X {5 + 2 * number} 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources {resources}"
            f" /Contents {5 + 2 * number} 0 R >>".encode()
        )
        form = f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources {resources}"
        objects.append(f"<< {form} /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream")
    return _with_places(objects)


def _with_places(objects: Sequence[bytes]) -> bytes:
    """The objects as a file with the table of their places."""
    file, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(file))
        file += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF\n"
    return file + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


SENTENCE = "The envoys of Ardelia met in Orn."
# One of each kind, by a name that it may have.
DOCUMENTS = {
    "a.html": f"<html><p>{SENTENCE}".encode(),
    "a.docx": docx(f"<w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p>"),
    "a.odt": odt(f"<text:p>{SENTENCE}</text:p>"),
    "a.rtf": b"{\\rtf1 " + SENTENCE.encode() + b"}",
    "a.eml": b"From: a@x\nMIME-Version: 1.0\n\n" + SENTENCE.encode(),
    "a.mhtml": b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    b"--x\nContent-Type: text/html\n\n<p>" + SENTENCE.encode(),
    "a.pdf": pdf([[SENTENCE]]),
    "a.txt": SENTENCE.encode(),
}
