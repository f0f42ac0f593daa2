import pytest
from made_documents import docx, zipped

from diplotimeline.documents import text_of
from diplotimeline.errors import CallError


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>"


def words(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{paragraph(words(cell))}</w:tc>' for cell in cells)}</w:tr>"


BOX = f"<w:txbxContent>{paragraph(words('box'))}</w:txbxContent>"
LOWERED = '<w:rPr><w:vertAlign w:val="subscript"/></w:rPr>'
RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(words("One "), words("two.")) + paragraph(words("Three.")), "One two.\n\nThree.\n"),
        (paragraph(words("a") + "<w:br/>" + words("b") + "<w:tab/>" + words("c")), "a\nb\tc\n"),
        ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" + paragraph(words("a")), "a\n"),
        (paragraph(words("a") + "<w:noBreakHyphen/>" + words("b") + "<w:softHyphen/>" + words("c")), "a\u2011bc\n"),
        (f"<w:tbl>{row('Orn', '12')}{row('Tolm', '345')}</w:tbl>", "Orn\t12\nTolm\t345\n"),
        (paragraph(words("10"), RAISED + words("6"), words(" men")), "10⁶ men\n"),
        (paragraph(words("12"), LOWERED + words("3"), words(" H"), LOWERED + words("2"), words("O")), "12₃ H2O\n"),
        (paragraph(words("a"), "<w:rPr><w:vanish/></w:rPr>" + words("no"), words("b")), "ab\n"),
        (paragraph(words("a"), "<w:rPr><w:vanish w:val='0'/></w:rPr>" + words("b")), "ab\n"),
        (f"<w:del>{paragraph(words('no'))}</w:del><w:ins>{paragraph(words('yes'))}</w:ins>", "yes\n"),
        (f"<w:moveFrom>{paragraph(words('no'))}</w:moveFrom>{paragraph(words('yes'))}", "yes\n"),
        (paragraph("<w:instrText>PAGE</w:instrText>" + words("a")), "a\n"),
        (paragraph(words("a"), BOX, words("b")), "a\n\nbox\n\nb\n"),
    ],
)  # fmt: skip
def test_paragraphs_rows_and_signs(body: str, text: str) -> None:
    assert text_of(docx(body), "a.docx") == text


def test_notes_stand_at_the_end_with_their_numbers() -> None:
    body = paragraph(
        words("met") + '<w:footnoteReference w:id="7"/>', words(" again") + '<w:endnoteReference w:id="2"/>'
    )
    notes = (
        f'<w:footnote w:id="-1"/><w:footnote w:id="7">{paragraph("<w:footnoteRef/>" + words("In Orn."))}</w:footnote>'
    )
    ends = f'<w:endnote w:id="2">{paragraph(words("By call."))}{paragraph(words("Late."))}</w:endnote>'

    assert text_of(docx(body, footnotes=notes, endnotes=ends), "a.docx") == (
        "met¹ again²\n\n¹ In Orn.\n\n² By call. Late.\n"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (docx(paragraph(words("a")))[:-40], "damaged"),
        (zipped({"word/other.xml": "<a/>"}), "it is an archive"),
        (zipped({"word/document.xml": "<a>"}), "no XML"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares a document type"),
        (zipped({"word/document.xml": "<a/>"}, 14), "cannot be unpacked"),
        (docx(paragraph(words(" "))), "no text is in it"),
    ],
)
def test_what_is_damaged_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CallError, match=words):
        text_of(data, "a.docx")
