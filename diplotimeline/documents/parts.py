"""The parts of a document that is a zip file of XML, such as DOCX and ODT, and the elements in them."""

import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from diplotimeline.errors import CallError

MAX_PART_BYTES = 64 * 1024 * 1024
DAMAGED = (BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError, zlib.error)


def open_parts(data: bytes) -> ZipFile:
    """The zip file. Raises `CallError` for one that is damaged."""
    try:
        return ZipFile(BytesIO(data))
    except DAMAGED:
        raise CallError("it is damaged: it is no complete zip file", "save the document again") from None


def read_part(parts: ZipFile, name: str) -> bytes:
    """The bytes of a part; none if it does not exist. Raises `CallError` for one that is damaged or too large."""
    try:
        info = parts.getinfo(name)
    except KeyError:
        return b""
    if info.flag_bits & 1:
        raise CallError("it is encrypted", "save it without a password")
    try:
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise BadZipFile
        with parts.open(info) as file:
            found = file.read(MAX_PART_BYTES + 1)
    except DAMAGED:
        raise CallError("it is damaged: its text cannot be unpacked", "save the document again") from None
    if len(found) > MAX_PART_BYTES:
        raise CallError(f"its text is larger than {MAX_PART_BYTES // 1024 // 1024} MiB", "split the document")
    return found


def walk(
    xml: bytes,
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None],
    words: Callable[[str], None],
) -> None:
    """Call these for every element, with its name and attributes without their prefixes, and for every text.

    Raises `CallError` for what is no XML, and for XML with a document type: entities are declared there.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.CharacterDataHandler = words
    parser.StartElementHandler = lambda name, given: start(_local(name), {_local(one): given[one] for one in given})
    parser.EndElementHandler = lambda name: end(_local(name))
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise CallError("it is damaged: its text is no XML", "save the document again") from None


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _refuse(*_declared: object) -> None:
    raise CallError("it declares a document type, as no program does that writes such documents", "save it again")
