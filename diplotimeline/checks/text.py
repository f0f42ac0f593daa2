"""Rules on the text of files as it is written: addresses, comments, invisible characters, TODOs."""

import re
import unicodedata
from collections.abc import Iterator

from diplotimeline.checks.rule import Record, found, found_in_text, rule
from diplotimeline.problems import TODO, TODO_WORDS, Finding, Mark
from diplotimeline.reading.text import PLAIN_ASCII, matches_in

# Compiled when first asked, by rules that only warn.
DIRECTION_MARKS = "[\u200e\u200f\u061c]"
OVERRIDES = "[\u202a-\u202e\u2066-\u2069]"


@rule("http-url", warns=True)
def http_url(record: Record) -> Iterator[Finding]:
    """Addresses of sources that begin with `http:`."""
    for source in record.timeline.sources.values():
        for name, address in (("url", source.url), ("archive_url", source.archive_url)):
            if address.lower().startswith("http:"):
                yield found(source.origin.at(name), "the address is not protected", "write https: if the site has it")


@rule("cut-by-comment", warns=True)
def cut_by_comment(record: Record) -> Iterator[Finding]:
    """Places where ` #` and a word end an unquoted value."""
    for number in range(len(record.timeline.report.files)):
        help = "put the text in quotation marks, or a blank behind '#' if it is a comment"
        yield Finding("", "the text ends here: '#' begins a comment", help, at="cuts", file=number)


@rule("bidi-control", warns=True)
def bidi_control(record: Record) -> Iterator[Finding]:
    """Direction marks in lines without right-to-left letters, and archived texts with direction overrides."""
    yield from _marks_in_files(record)
    yield from _overrides_in_archive(record)


def _marks_in_files(record: Record) -> Iterator[Finding]:
    for number, file in enumerate(record.timeline.report.files):
        others = b"" if file.data.isascii() else file.data.translate(None, PLAIN_ASCII)  # in them a mark is soon found
        has_marks = any(mark.encode() in others for mark in DIRECTION_MARKS[1:-1])
        text = file.data.decode(errors="replace") if has_marks else ""
        for line_number, line in enumerate(text.split("\n"), start=1):
            sign = re.search(DIRECTION_MARKS, line)
            letters = re.sub(DIRECTION_MARKS, "", line)
            if sign and not any(unicodedata.bidirectional(one) in ("R", "AL") for one in letters):
                mark = Mark(line_number, sign.start() + 1, line_number, sign.start() + 2)
                message = f"the invisible direction mark U+{ord(sign[0]):04X} stands in this line"
                yield found_in_text(number, mark, message, "delete it")


def _overrides_in_archive(record: Record) -> Iterator[Finding]:
    texts = {kept.text for kept in record.timeline.archive.values() if kept.text}
    overridden = {text for text in texts if re.search(OVERRIDES, text)}  # many sources may name one large text
    for source in record.timeline.sources.values() if overridden else ():
        kept = record.timeline.archive.get(source.id)
        if kept and kept.text in overridden:
            message = f"the archived text '{source.file}' has characters that change the direction of writing"
            yield found(source.origin.at("file"), message, "read it in an editor that shows them")


@rule("todo-left")
def todo_left(record: Record) -> Iterator[Finding]:
    """Every TODO in the text of the files."""
    for number, file in enumerate(record.timeline.report.files):
        text = file.data.decode(errors="replace") if b"TODO" in file.data else ""
        for _, mark in matches_in(text, TODO):
            yield found_in_text(number, mark, *TODO_WORDS)
