"""The timelines that are measured are such as people have: no shape has mistakes, and the real one needs no warning."""

import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

import diplotimeline as dt

EVENTS = 54  # the real shape repeats 13: two of the last are the fewest that are related to one that is missing


@pytest.mark.parametrize("shape", ["real", "ucdp", "plain"])
def test_generated_timelines_are_sound(shape: str, tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    script = ROOT / "benchmarks" / "generated.py"
    subprocess.run([sys.executable, str(script), str(EVENTS), str(path), shape], check=True)
    timeline = dt.load(str(path))

    assert len(timeline.events) == EVENTS
    assert not timeline.problems
    assert shape != "real" or not dt.check(timeline)
