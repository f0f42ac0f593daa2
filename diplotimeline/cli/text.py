"""`text`: the words of a document, such as a web page or a PDF, become an archived text."""

import os
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from diplotimeline.cli.filters import option
from diplotimeline.cli.streams import NOT_SYNCED, print_text, say
from diplotimeline.documents import MAX_DOCUMENT_BYTES, text_of
from diplotimeline.errors import CallError, ReadError
from diplotimeline.files import MEBIBYTE, read_regular, write_atomic, write_new
from diplotimeline.phrases import count_of
from diplotimeline.quotes.archive import MAX_SOURCE_BYTES
from diplotimeline.reading.find import STANDARD_INPUT
from diplotimeline.record.fields import fields_of
from diplotimeline.record.values import Source
from diplotimeline.writing.archiving import with_archived_text


def text(
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="A web page, .docx, .odt, .rtf, .eml, .mhtml, .pdf or plain text.")
    ],
    *,
    output: Annotated[str, option("--output", "-o", metavar="FILE", help="A new file; never overwrites.")] = "",
    source: Annotated[str, option("--source", metavar="ID", help="The source whose words they are; with --into.")] = "",
    into: Annotated[
        str, option("--into", metavar="TIMELINE", help="The file that declares the source and gets its archived text.")
    ] = "",
    encoding: Annotated[
        str, option("--encoding", metavar="NAME", help="For pages, mails and plain texts, such as cp1251.")
    ] = "",
) -> None:
    """Turn a document into the plain text in which quotes are searched."""
    to_file = output not in ("", STANDARD_INPUT)
    _refuse_half_a_call(source, into, to_file=to_file)
    data = _read(document)
    try:
        words = text_of(data, document, encoding)
    except CallError as error:
        raise CallError(f"{_named(document)}: {error.message}", error.help) from None
    archived = words.encode()
    if len(archived) > MAX_SOURCE_BYTES:
        raise CallError(f"{_named(document)}: its text is larger than {MAX_SOURCE_BYTES // MEBIBYTE} MiB", "split it")
    timeline = _timeline(Path(into), source, Path(output), archived, document, data) if into else b""
    if to_file:
        with suppress(OSError):  # where there is none and none can be made, writing says it
            Path(output).parent.mkdir(exist_ok=True)
        synced = write_new(Path(output), archived)
        if into:
            synced &= write_atomic(Path(into), timeline)
        say(f"Wrote {output}.", *([f"Source '{source}' in {into} names it."] if into else []))
        say(*([] if synced else [NOT_SYNCED]))
    else:
        print_text(words)
    _say_what_is_missing(words)


def _refuse_half_a_call(source: str, into: str, *, to_file: bool) -> None:
    """Raises `CallError` when only a part is given of what names a source."""
    if into and not source:
        raise CallError("--into needs the source whose words they are", "add --source ID")
    if source and not into:
        raise CallError("--source needs the timeline that declares it", "add --into TIMELINE.yaml")
    if into and not to_file:
        raise CallError("--into needs a file for the text", "add -o sources/NAME.txt")


def _named(document: str) -> str:
    return "standard input" if document == STANDARD_INPUT else document


def _read(document: str) -> bytes:
    """The bytes of the document."""
    try:
        if document != STANDARD_INPUT:
            return read_regular(document, MAX_DOCUMENT_BYTES)
    except ReadError as error:
        online = document.lower().startswith(("http://", "https://"))
        help = "nothing is fetched: save the page in a browser, then name its file" if online else ""
        raise CallError(f"{document or repr(document)} {error.message}", help) from None
    data = sys.stdin.buffer.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        raise CallError(f"standard input is larger than {MAX_DOCUMENT_BYTES // MEBIBYTE} MiB", "split it")
    return data


def _timeline(path: Path, source: str, output: Path, archived: bytes, document: str, data: bytes) -> bytes:
    """The timeline's file with the archived text named in the entry of the source."""
    file = os.path.relpath(output, path.parent).replace(os.sep, "/")
    if file.startswith("../"):
        raise CallError(f"{output} does not lie below the folder of {path}", f"write it to {path.parent / 'sources'}")
    origin = {"name": os.path.basename(document), "sha256": sha256(data).hexdigest()}
    given = {"file": file, "sha256": sha256(archived).hexdigest(), "origin": origin}
    known = {field.written_as for field in fields_of(Source)}
    return with_archived_text(path, source, {name: value for name, value in given.items() if name in known})


def _say_what_is_missing(words: str) -> None:
    """Tell which pages have no text, and how many letters could not be read."""
    pages = words.split("\f")
    empty = [str(number) for number, page in enumerate(pages, start=1) if not page.strip()]
    if empty:
        say(f"Without text, perhaps pictures: {', '.join(empty)} of {count_of(len(pages), 'page')}.")
    unread = words.count("\ufffd")
    if unread:
        say(f"{count_of(unread, 'letter')} of the document cannot be read; in the text each is a \ufffd.")
