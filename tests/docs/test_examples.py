"""Every example of README.md and `docs/`, done in the order in which a reader meets it."""

from pathlib import Path

import pytest
from documents import DOCUMENTS, Reader, blocks


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_example_does_what_it_says(document: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)

    for block in blocks(document):
        assert reader.do(block) == block.text, f"{document.name}, line {block.line}"
