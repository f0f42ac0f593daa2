"""No regular expression of the package runs away: each takes 40 KB of its own fragments in one go."""

import json
import re
import signal
import subprocess
import sys
import warnings
from collections import deque
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from fragments_of import fragments_of
from places import ROOT

from diplotimeline.dates import advice, typed
from diplotimeline.documents import html
from diplotimeline.drafting import sentences
from diplotimeline.importing import columns, dates
from diplotimeline.reading import syntax

CHARACTERS = 40_000
SECONDS = 0.3  # of CPU: one that is linear takes at most a quarter of it, one that is not at least three times as much
MOST_FRAGMENTS = 20
# Modules that look at no longer text, with the limit that they keep.
SHORT = {
    "diplotimeline.dates.advice": advice.LONGEST_REPAIRED,
    "diplotimeline.dates.typed": typed.LONGEST,
    "diplotimeline.drafting.expressions": sentences.LONGEST,
    "diplotimeline.documents.html": html.DECLARED_WITHIN,
    "diplotimeline.importing.columns": columns.LONGEST_NAME,
    "diplotimeline.importing.dates": dates.LONGEST,
    "diplotimeline.importing.days": dates.LONGEST,
    "diplotimeline.reading.syntax": syntax.LONGEST_LOOKED_AT,
}
WHOLE = ("match", "fullmatch", "search")


class RanAwayError(Exception):
    """A pattern took more CPU than it may."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise RanAwayError


def _runs_away(pattern: re.Pattern[Any], uses: list[str], text: str | bytes) -> bool:
    signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
    try:
        for use in uses:
            if use in WHOLE:
                getattr(pattern, use)(text)
            else:
                deque(pattern.finditer(text), maxlen=0)
    except RanAwayError:
        return True
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return False


@pytest.mark.skipif(sys.platform == "win32", reason="there is no timer of CPU on Windows")
def test_no_pattern_runs_away(tmp_path: Path) -> None:
    script = ROOT / "tests" / "support" / "patterns_in_use.py"
    found = json.loads(subprocess.check_output([sys.executable, str(script), str(tmp_path)], text=True))
    before, runaways = signal.signal(signal.SIGVTALRM, _stop), []
    for source, is_bytes, flags, module, uses in found:
        written = source.encode("latin-1") if is_bytes else source
        with warnings.catch_warnings(action="ignore"):
            pattern, fragments = re.compile(written, flags), fragments_of(written, flags)
        length = SHORT.get(module, CHARACTERS)
        for fragment in fragments[:: -(-len(fragments) // MOST_FRAGMENTS)]:
            text = (fragment * (length // len(fragment)))[:length] + "\0"
            if _runs_away(pattern, uses or ["finditer"], text.encode("latin-1", "replace") if is_bytes else text):
                runaways.append((module, source[:120], uses, fragment))
                break
    signal.signal(signal.SIGVTALRM, before)

    assert len(found) > 300
    assert not runaways, "\n".join(map(repr, runaways))
