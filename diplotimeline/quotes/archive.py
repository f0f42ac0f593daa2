"""The archived texts of sources, read from the disk: whether they are texts, and the ones that were pinned."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path, PurePath

from diplotimeline.documents.kind import advice, kind_of
from diplotimeline.errors import OutsideError, ReadError
from diplotimeline.files import read_inside
from diplotimeline.record.chronology import Archived
from diplotimeline.record.report import TimelineFile
from diplotimeline.record.values import Source

MAX_SOURCE_BYTES = 20 * 1024 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def read_archive(
    sources: Iterable[Source], files: Sequence[TimelineFile], is_timeline: Callable[[bytes, str], bool]
) -> dict[str, Archived]:
    """The archived texts of all sources that name a file, by source id; a file that several name is read once.

    `is_timeline` says of the bytes and the name of a file whether it is one, which is no archived text.
    """
    read: dict[tuple[Path, str], _Read] = {}
    archive: dict[str, Archived] = {}
    for source in sources:
        if source.file:
            place = files[source.origin.file].folder, source.file
            if place not in read:
                read[place] = _read(*place, is_timeline)
            archive[source.id] = read[place].pinned(source.sha256.lower(), source.file)
    return archive


class _Read:
    """An archived text as it was read, or why there is none, with its digest."""

    def __init__(self, archived: Archived, digest: str = "") -> None:
        self.archived, self.digest = archived, digest

    def pinned(self, pin: str, name: str) -> Archived:
        """The archived text; with a rule if it is not the one that was pinned."""
        text = self.archived.text
        if text is None or pin in ("", self.digest):
            return self.archived
        message = f"{_subject(name)} is not the one that was pinned"
        difference = self.forms.get(pin)
        if difference is None:
            return Archived(text, "source-changed", message)
        line = f"{'*' if PurePath(name).suffix else PurePath(name).stem}{PurePath(name).suffix} -text"
        help = (
            f"the words are the same: {difference}; write '{line}' into .gitattributes, so that git leaves line ends "
            "alone, and restore the file; to pin it anew would break it for everybody else"
        )
        return Archived(text, "source-changed", message, help)

    @cached_property
    def forms(self) -> dict[str, str]:
        """How the text differs from the same words with other line ends, by their digests."""
        from hashlib import sha256  # 3 ms, only for archived texts

        from diplotimeline.quotes.pins import forms  # only for a mistake

        data = (self.archived.text or "").encode()
        return forms(data if sha256(data).hexdigest() == self.digest else BYTE_ORDER_MARK + data)


def _subject(name: str) -> str:
    return f"the archived text '{name}'"


def _read(folder: Path, name: str, is_timeline: Callable[[bytes, str], bool]) -> _Read:
    """Read the archived text that lies at a path below the folder of its timeline."""
    try:
        data = read_inside(folder, name, MAX_SOURCE_BYTES)
        if kind := kind_of(data, name):
            message = f"{_subject(name)} is {kind}, not plain text"
            return _Read(Archived(None, "source-not-text", message, advice(kind, folder / name, folder)))
        if is_timeline(data, name):
            return _Read(Archived(None, "source-is-timeline", f"{_subject(name)} is a timeline"))
        from hashlib import sha256  # 3 ms, only for archived texts

        return _Read(Archived(data.removeprefix(BYTE_ORDER_MARK).decode()), sha256(data).hexdigest())
    except OutsideError as error:
        return _Read(Archived(None, "source-file-outside", f"{_subject(name)} {error.message}"))
    except ReadError as error:
        help = "the path is relative to the file that declares the source"
        return _Read(Archived(None, "source-file-missing", f"{_subject(name)} {error.message}", help))
    except UnicodeDecodeError:
        help = "save the words of the document as a text file, in UTF-8"
        return _Read(Archived(None, "source-file-missing", f"{_subject(name)} is not plain text in UTF-8", help))
