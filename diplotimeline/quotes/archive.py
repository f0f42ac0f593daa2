"""The archived texts of sources, read from the disk, and whether they are the ones that were pinned."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from diplotimeline.errors import OutsideError, ReadError
from diplotimeline.files import read_inside
from diplotimeline.record.chronology import Archived
from diplotimeline.record.report import TimelineFile
from diplotimeline.record.values import Source

MAX_SOURCE_BYTES = 20 * 1024 * 1024


def read_archive(sources: Iterable[Source], files: Sequence[TimelineFile]) -> dict[str, Archived]:
    """The archived texts of all sources that name a file, by source id; a file that several name is read once."""
    read: dict[tuple[Path, str], tuple[str, str]] = {}
    return {source.id: _archived(source, files[source.origin.file].folder, read) for source in sources if source.file}


def _archived(source: Source, folder: Path, read: dict[tuple[Path, str], tuple[str, str]]) -> Archived:
    """The archived text of a source; `read` holds those read before, with their digests."""
    name, place = f"the archived text '{source.file}'", (folder, source.file)
    try:
        if place not in read:
            from hashlib import sha256  # 3 ms, only for archived texts

            data = read_inside(*place, MAX_SOURCE_BYTES)
            read[place] = data.removeprefix(b"\xef\xbb\xbf").decode(), sha256(data).hexdigest()
        text, digest = read[place]
    except OutsideError as error:
        return Archived(None, "source-file-outside", f"{name} {error.message}")
    except ReadError as error:
        help = "the path is relative to the file that declares the source"
        return Archived(None, "source-file-missing", f"{name} {error.message}", help)
    except UnicodeDecodeError:
        help = "save the words of the document as a text file, in UTF-8"
        return Archived(None, "source-file-missing", f"{name} is not plain text in UTF-8", help)
    if source.sha256 and digest != source.sha256.lower():
        return Archived(text, "source-changed", f"{name} is not the one that was pinned")
    return Archived(text)
