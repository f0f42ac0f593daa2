"""Bytes to text, in the encoding that a document or its reader names; none is ever guessed."""

import codecs
from collections.abc import Sequence

from diplotimeline.errors import CallError

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# Names that mean a wider encoding on web pages and in mails: what browsers take them for.
MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949",
}  # fmt: skip
# Python knows others that are no encodings of letters, and some that take hours.
LETTERS = (
    "ascii", "utf-", "iso8859", "iso2022", "cp", "koi8", "mac-", "gb", "big5", "euc_", "shift_jis", "johab", "hz",
    "tis-620", "kz1048", "ptcp154",
)  # fmt: skip
HELP = (
    "if you know the encoding, name it, such as --encoding cp1252 (Western Europe), cp1251 (Cyrillic), cp1256 (Arabic)"
)


def codec(name: str) -> str:
    """The name by which Python knows an encoding of letters; empty for any other."""
    try:
        known = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        return ""
    return known if known.startswith(LETTERS) and known != "utf-7" else ""


def given(name: str) -> str:
    """The encoding that a person names. Raises `CallError` if there is none of that name."""
    known = codec(name)
    if name and not known:
        raise CallError(f"--encoding: no encoding is called '{name}'", "such as utf-8, utf-16, cp1252, cp1251, gb18030")
    return known


def decode(data: bytes, encoding: str, declared: Sequence[str] = ()) -> str:
    """The text: in the encoding given, else in that of its first bytes or the first declared one, else in UTF-8.

    Raises `CallError` for bytes that are none in it, and for a declared encoding that is not known.
    """
    name = encoding or next((name for mark, name in MARKS.items() if data.startswith(mark)), "")
    if not name and declared:
        name = codec(declared[0])
        if not name:
            raise CallError(f"it names an encoding that is not known: '{declared[0]}'", HELP)
        name = MEANT.get(name, name)
    try:
        return data.decode(name or "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        said = "" if declared or encoding else ", and it names no other encoding"
        raise CallError(f"line {line} of it is no text in {(name or 'UTF-8').upper()}{said}", HELP) from None
