"""Documents that mean harm: text or words within 10 s of CPU and 1 GiB, nothing half written, no sign that steers."""

from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from calling import MeasuredAnswer, answers
from hostile_documents import DOCUMENTS, READ, page

from diplotimeline.characters import FORBIDDEN
from diplotimeline.documents import bounds, text_of
from diplotimeline.errors import CallError

SECONDS = 10
GIBIBYTE = 2**20  # in KiB


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, dict[str, MeasuredAnswer]]]:
    """The folder with all documents and what was written, and what `text` says of each document."""
    folder = tmp_path_factory.mktemp("documents")
    for name, hostile in DOCUMENTS.items():
        (folder / name).write_bytes(hostile.data())
    said = answers([("text", name, "-o", f"{name}.txt") for name in DOCUMENTS], folder)
    yield folder, dict(zip(DOCUMENTS, said, strict=True))
    for path in folder.iterdir():  # some are large
        path.unlink()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_hostile_document_ends_in_text_or_words(told: tuple[Path, dict[str, MeasuredAnswer]], name: str) -> None:
    folder, said = told
    answer, hostile, written = said[name], DOCUMENTS[name], folder / f"{name}.txt"

    assert answer.code == hostile.code, answer.err[-2000:]
    assert hostile.words in answer.err
    assert "Traceback" not in answer.err
    assert answer.out == ""
    assert written.exists() == (hostile.code == READ)
    if written.exists():
        assert not FORBIDDEN.search(written.read_text(encoding="utf-8"))
    assert answer.seconds < SECONDS
    assert answer.memory < GIBIBYTE


def test_a_document_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within as many seconds of the limit, here a short one, as the promise leaves room for."""
    room = SECONDS - bounds.SECONDS
    monkeypatch.setattr(bounds, "SECONDS", 0.2)
    slow, began = page("<a ", 50_000)(), process_time()

    with pytest.raises(CallError, match=r"it takes more than 0\.2 seconds to read"):
        text_of(slow, "open-tags.html")
    assert process_time() - began < 0.2 + room
