import sys
from collections.abc import Sequence
from unittest import mock

import pytest
from made_documents import pdf

from diplotimeline.documents import text_of
from diplotimeline.errors import CallError


def test_pages_have_a_form_feed_between_them() -> None:
    pages = pdf([["The envoys met", "in Orn."], ["Page two."], []])

    assert text_of(pages, "a.pdf") == "The envoys met\nin Orn.\n\fPage two.\n\f\n"


def spaced(lines: Sequence[str], *steps: int) -> bytes:
    """A PDF with these lines, each so far below the one before."""
    shown = " ".join(f"0 -{step} Td ({line}) Tj" for step, line in zip((0, *steps), lines, strict=True))
    return pdf([[]], contents=f"BT /F1 12 Tf 72 720 Td {shown} ET".encode("cp1252"))


@pytest.mark.parametrize("step", [14, 20, 24])
def test_a_paragraph_is_one_however_widely_its_lines_are_spaced(step: int) -> None:
    lines = ["The envoys of Ardelia met them", "in Orn to sign the long truce.", "Both sides had asked for this",
             "in the months before the end", "of the war.", "They left for Sena that night."]  # fmt: skip
    found = text_of(spaced(lines, step, step, step, step, step * 2), "a.pdf")

    assert found == "\n".join([*lines[:5], "", lines[5], ""])


def test_lines_that_are_not_full_are_no_paragraph() -> None:
    lines = ["Agenda of the long meeting", "Truce", "Talks", "Roads"]

    assert text_of(spaced(lines, 24, 24, 24), "a.pdf") == "\n\n".join(lines) + "\n"


def test_without_the_package_the_command_to_type_is_told() -> None:
    with mock.patch.dict(sys.modules, {"pdfminer.high_level": None}), pytest.raises(CallError) as raised:
        text_of(pdf([["x"]]), "a.pdf")

    assert raised.value.message == "to read a PDF one more package is needed"
    assert raised.value.help == "in the copy of the repository: python3 -m pip --python .venv install -e '.[pdf]'"


@pytest.mark.parametrize(
    ("data", "words"),
    [(pdf([[]]), "no text is in it"), (b"%PDF-1.7\n", "damaged"), (pdf([["x"]])[:200], "damaged|no text")],
)
def test_what_has_no_text_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(CallError, match=words):
        text_of(data, "a.pdf")
