"""docs/rules.md: made from the pages of the manual, never written by hand."""

from golden_files import kept
from manual_pages import rules_document
from places import ROOT


def test_the_document_says_what_the_manual_says() -> None:
    made = rules_document()

    assert kept(ROOT / "docs" / "rules.md", made) == made, (
        "docs/rules.md is stale: make it anew with REWRITE_GOLDEN=1 python -m pytest tests/docs/test_rules.py"
    )
