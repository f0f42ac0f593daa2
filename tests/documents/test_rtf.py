from together import together

from diplotimeline.documents import text_of

CYRILLIC = rb"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}"


@together(
    ("body", "text"),
    [
        (rb"One\par Two\line three", "One\n\nTwo\nthree\n"),
        (b"One\r\n two\\\nthree", "One two\n\nthree\n"),
        (rb"\trowd Orn\cell 12\cell\row\trowd Tolm\cell 345\cell\row", "Orn\t12\nTolm\t345\n"),
        (rb"\'93so\'94 \emdash\~\{x\}\\", "“so” —\u00a0{x}\\\n"),
        (rb"inspec\-tion a\_b", "inspection a\u2011b\n"),
        (rb"\u8220?so\u8221?", "“so”\n"),
        (rb"\uc2\u8220\'93\'93so{\uc0\u8221}x", "“so”x\n"),
        (rb"a\u-10179?\u-8704?", "a\U0001f600\n"),
        (rb"\ansicpg1251\'cf\'f0", "Пр\n"),
        (CYRILLIC + rb"\f1\'cf\'f0{\f0 \'e9}", "Прé\n"),
        (rb"12{\sub 3} of 4\sub 5\nosupersub 6", "12₃ of 4₅6\n"),
        (rb"10{\super 6} men\super 2\nosupersub , H{\sub 2}O", "10⁶ men², H2O\n"),
        (rb"a{\v no}b{\deleted no}c", "abc\n"),
        (rb"a{\*\unknown no}{\info{\title no}}{\pict 00}b", "ab\n"),
        (rb"a{\b0\*\cs7 b}c", "abc\n"),  # a sign in the middle of a group says nothing of it
        (rb"{\field{\*\fldinst{HYPERLINK x}}{\fldrslt link}}", "link\n"),
        (rb"{\pict\bin5 }}}}}}a", "a\n"),
        (rb"met{\footnote {\chftn} In Orn.\par Late.}.\par Two", "met.\n\nTwo\n\n¹ In Orn. Late.\n"),
        (rb"met{\super\chftn{\footnote\chftn In Orn.}} again", "met¹ again\n\n¹ In Orn.\n"),
        (rb"}}}a", "a\n"),
    ],
)
def test_words_and_signs(body: bytes, text: str) -> None:
    assert text_of(b"{\\rtf1\\ansi" + (b" " if body[:1].isalnum() else b"") + body + b"}", "a.rtf") == text
