import pytest
from made_documents import odt, zipped

from diplotimeline.documents import text_of
from diplotimeline.errors import CallError

MIMETYPE = "application/vnd.oasis.opendocument.text"
CELL = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
ROW = f"<table:table-row>{CELL}{CELL}</table:table-row>"
BOX = "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<text:h>Talks</text:h><text:p>One <text:span>two.</text:span></text:p>", "Talks\n\nOne two.\n"),
        ("<text:p>a<text:s text:c='1000000000'/>b<text:tab/>c<text:line-break/>d</text:p>", "a b\tc\nd\n"),
        ("<text:p>a\n   b</text:p>", "a b\n"),
        ("<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list> <text:p>b</text:p>", "a\n\nb\n"),
        (f"<table:table>{ROW.format('Orn', '12')}{ROW.format('Tolm', '345')}</table:table>", "Orn\t12\nTolm\t345\n"),
        ("<text:tracked-changes><text:p>no</text:p></text:tracked-changes><text:p>yes</text:p>", "yes\n"),
        ("<text:p>a<office:annotation><text:p>no</text:p></office:annotation>b</text:p>", "ab\n"),
        (f"<text:p>a{BOX}b</text:p>", "a\n\nbox\n\nb\n"),
    ],
)  # fmt: skip
def test_paragraphs_rows_and_signs(body: str, text: str) -> None:
    assert text_of(odt(body), "a.odt") == text


def test_notes_stand_at_the_end_with_their_marks() -> None:
    body = "<text:note-body><text:p>In Orn.</text:p></text:note-body>"
    note = f"<text:note><text:note-citation>1</text:note-citation>{body}</text:note>"

    assert text_of(odt(f"<text:p>met{note} again.</text:p><text:p>Two.</text:p>"), "a.odt") == (
        "met¹ again.\n\nTwo.\n\n¹ In Orn.\n"
    )


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"mimetype": MIMETYPE}, "its text is missing"),
        ({"mimetype": MIMETYPE, "content.xml": "x", "META-INF/manifest.xml": "<a><encryption-data/></a>"}, "encrypted"),
        ({"mimetype": MIMETYPE, "content.xml": "<!DOCTYPE a><a/>"}, "declares a document type"),
    ],
)
def test_what_cannot_be_read_is_refused(parts: dict[str, str], words: str) -> None:
    with pytest.raises(CallError, match=words):
        text_of(zipped(parts), "a.odt")
