"""Outputs kept as plain text in `tests/golden/` and `docs/`, to be read in review.

After a change that is meant: `REWRITE_GOLDEN=1 .venv/bin/python -m pytest -q tests/views tests/docs`, then `git diff`.
"""

import os
from pathlib import Path

from places import TESTS

FOLDER = TESTS / "golden"


def kept(name: str | Path, text: str) -> str:
    """What is kept under this name, or in this file; when asked to rewrite, the text is kept first."""
    path = FOLDER / name
    if os.environ.get("REWRITE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8") if path.exists() else f"nothing is kept in {path}"
