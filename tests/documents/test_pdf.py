import sys
from unittest import mock

import pytest
from made_documents import pdf

from diplotimeline.documents import text_of
from diplotimeline.errors import CallError


def test_pages_have_a_form_feed_between_them() -> None:
    pages = pdf([["The envoys met", "in Orn."], ["Page two."], []])

    assert text_of(pages, "a.pdf") == "The envoys met\nin Orn.\n\fPage two.\n\f\n"


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
