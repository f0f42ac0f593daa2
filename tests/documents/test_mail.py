import pytest

from diplotimeline.documents import text_of
from diplotimeline.errors import CallError

HEAD = b"From: =?utf-8?q?Ard=C3=A9?= <a@ardelia.example>\nSubject: Talks\n in Orn\nReceived: by x\nMIME-Version: 1.0\n"
SHOWN = "From: Ardé <a@ardelia.example>\nSubject: Talks in Orn\n\n"


def multipart(kind: str, *parts: bytes, boundary: bytes = b"=_x") -> bytes:
    lines = [b"Content-Type: multipart/" + kind.encode() + b'; boundary="' + boundary + b'"\n']
    return b"\n".join([*lines, *(b"--" + boundary + b"\n" + part for part in parts), b"--" + boundary + b"--\n"])


PLAIN = b"Content-Type: text/plain; charset=utf-8\n\nThe envoys met.\n"
LATIN = b"Content-Type: text/plain; charset=latin1"
ATTACHED = b"Content-Disposition: attachment; filename=a.pdf\n\nxx\n"
PAGE = b"Content-Type: text/html; charset=windows-1251\n\n<meta charset=utf-8><p>\xcf\xf0\n"


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        (b"\nThe envoys met.\n", "The envoys met.\n"),
        (PLAIN, "The envoys met.\n"),
        (PAGE, "Пр\n"),
        (b"Content-Transfer-Encoding: base64\n" + PLAIN.partition(b"\n\n")[0] + b"\n\nw6kgw6k=\n", "é é\n"),
        (b"Content-Transfer-Encoding: quoted-printable\n" + LATIN + b"\n\n=E9 m=\net\n", "é met\n"),
        (multipart("alternative", PAGE, PLAIN), "The envoys met.\n"),
        (multipart("alternative", b"Content-Type: text/plain\n\n\n", PAGE), "Пр\n"),
        (multipart("mixed", multipart("alternative", PLAIN, PAGE, boundary=b"y"), PAGE), "The envoys met.\n\nПр\n"),
        (multipart("mixed", PLAIN, ATTACHED), "The envoys met.\n\nAttached: a.pdf\n"),
        (multipart("mixed", PLAIN, b"Content-Type: image/png\n\nxx\n"), "The envoys met.\n"),
        (multipart("mixed", b"Content-Type: message/rfc822\n\nFrom: b@x\n\nOlder.\n"), "From: b@x\n\nOlder.\n"),
    ],
)  # fmt: skip
def test_headings_and_words_of_an_e_mail(rest: bytes, text: str) -> None:
    mail = HEAD + rest

    assert text_of(mail, "a.eml") == SHOWN + text
    assert text_of(mail.replace(b"\n", b"\r\n"), "a.eml") == SHOWN + text


def test_the_page_of_a_saved_page_is_its_text() -> None:
    part = (
        b"Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
        b"<html><nav>x</nav><p>The =\nenvoys =E2=80=94\n"
    )
    saved = b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\n" + multipart(
        "related", part, b"Content-Type: text/css\n\np{}\n"
    )

    assert text_of(saved, "a.mhtml") == "The envoys —\n"


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        (b"Content-Type: multipart/mixed\n\nx", "where its parts begin"),
        (b"Content-Type: text/plain\n\n\xe9", "no text in UTF-8"),
        (b"Content-Type: text/plain; charset=klingon\n\nx", "not known: 'klingon'"),
        (b"Content-Type: text/plain; x=" + b"y" * 5000 + b"\n\nx", "longer than 4,096"),
        (b"X: " + b"y" * 70_000 + b"\n\nx", "header of a part is larger than 64 KiB"),
        (multipart("mixed", *[PLAIN] * 1001), "more than 1,000 parts"),
    ],
)
def test_what_cannot_be_read_is_refused(rest: bytes, words: str) -> None:
    with pytest.raises(CallError, match=words):
        text_of(HEAD + rest, "a.eml")


def test_an_encoding_that_is_given_holds_for_every_part() -> None:
    assert "é" in text_of(HEAD + b"\n\xe9\n", "a.eml", "cp1252")
