"""The search of the page takes the same words for alike as the command line does; it is run by node, without a page."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from made_up import bundled, event, loaded

from diplotimeline import export
from diplotimeline.characters import ALIKE, folded

NODE = shutil.which("node")
WORDS = [
    "O´Dalin", "O`Dalin", "Al‑Qasir", "José", "Jose\u0301", "IŞIK", "Işık", "İzmir", "ԵՐԵՎԱՆ", "Երևան", "Երեվան",
    "أحمد", "ٱلسلام", "موسى", "علی", "محـــمد",
    "نیرو\u200cهای", "צה״ל", "בית־לחם", "a\u00a0 b\tc", "Straße", "ΟΔΟΣ", "οδος",
    "कि", "ที่", "ﬁnal", "ǅ", "Ёлка", "\u0345", "x\ufe0f", "'", " ", "",
]  # fmt: skip
SIGNS = "".join(ALIKE.values()) + "aeiıİßςΣև ևավԵՎéñŁøँिีัׁ่\u0301\u0323\u0345ﬃ①½\u00a0\t"


def searched(texts: list[str]) -> list[str]:
    """What the script of the page makes of each text."""
    script = str(export(bundled(), "html"))
    start = script.index("  // Signs that are alike")
    code = script[start : script.index("  // Taken from the page once")]
    answer = f"console.log(JSON.stringify({json.dumps(texts)}.map(fold)))"
    assert NODE
    done = subprocess.run([NODE, "-e", code + answer], capture_output=True, check=True, text=True, encoding="utf-8")
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.skipif(not NODE, reason="needs node")
def test_the_page_folds_words_as_the_command_line_does() -> None:
    assert searched(WORDS) == [folded(word) for word in WORDS]


@pytest.mark.skipif(not NODE, reason="needs node")
@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(SIGNS, max_size=12), max_size=50))
def test_the_page_folds_any_text_as_the_command_line_does(texts: list[str]) -> None:
    assert searched(texts) == [folded(text) for text in texts]


def test_the_script_has_the_other_names_of_who_takes_part_and_speaks(tmp_path: Path) -> None:
    actors = {"a": {"name": "Ana", "aliases": ["The “Envoy”"]}, "b": {"name": "Ben", "office": "Minister & more"}}
    told = event(actors=["a"], claims=[{"source": "statement", "according_to": "b"}])
    text = str(export(loaded(tmp_path, told, actors=actors), "html"))

    assert '"names":["Ana","The “Envoy”","Ben","Minister & more"],"named":[[0,1,2,3]]' in text
