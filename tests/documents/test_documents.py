"""What holds for every kind of document."""

import pytest
from hypothesis import given, settings, strategies as st
from made_documents import DOCUMENTS, SENTENCE, docx, odt

from diplotimeline.documents import READERS, text_of
from diplotimeline.documents.kind import kind_of
from diplotimeline.errors import CallError

ESCAPED = "{}\\é\u00a0“한ع"
SIGNS = f"a<&>\"'{ESCAPED} \n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_kind_is_read_the_same_each_time(name: str) -> None:
    texts = [text_of(DOCUMENTS[name], name) for _ in range(2)]

    assert texts[0] == texts[1]
    assert texts[0].endswith(f"{SENTENCE}\n")


def test_every_reader_has_a_document_here() -> None:
    assert {kind_of(data, name) for name, data in DOCUMENTS.items()} == set(READERS)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n", "it is a picture"),
        (b"PK\x03\x04xl/workbook.xml", "it is a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is a document of an old Office program"),
        (b"", "no text is in it"),
        (b" \n-- ", "no text is in it"),
        (b"MZ\0\0\1", "no document that can be read here"),
        (b"\xff\xfeA\0\0\0", "no document that can be read here"),
    ],
)
def test_what_has_no_reader_or_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CallError, match=words):
        text_of(data, "a")


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.rtf", "a.pdf"])
def test_an_encoding_is_refused_where_a_document_says_it_itself(name: str) -> None:
    with pytest.raises(CallError, match="--encoding is not for"):
        text_of(DOCUMENTS[name], name, "cp1252")


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.sampled_from(SIGNS)).filter(lambda text: any(map(str.isalnum, text))))
def test_words_come_through_every_notation_as_they_are(text: str) -> None:
    """Each document is written by the rules of its notation; what comes back has the same words."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    codes = "".join(f"\\u{ord(sign)}?" if sign in ESCAPED else sign for sign in text.replace("\n", " "))
    wanted = text.split()

    assert text_of(f"<html><p>{escaped}".encode(), "a.html").split() == wanted
    assert text_of(docx(f"<w:p><w:t>{escaped}</w:t></w:p>"), "a.docx").split() == wanted
    assert text_of(odt(f"<text:p>{escaped}</text:p>"), "a.odt").split() == wanted
    assert text_of(f"{{\\rtf1 {codes}}}".encode(), "a.rtf").split() == wanted
    assert text_of(text.encode("utf-16"), "a.txt").split() == wanted


@pytest.mark.parametrize("sign", ["\r", "\r\n", "\x0b", "\x85", "\u2028"])
def test_every_sign_for_the_end_of_a_line_parts_words(sign: str) -> None:
    assert text_of(f"12{sign}15 men".encode(), "a.txt") == "12\n15 men\n"
