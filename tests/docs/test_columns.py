"""The tables of columns in docs/exports.md are those of the program, and every format has its own."""

from columns import TABLES, with_columns
from golden_files import kept
from places import ROOT

EXPORTS = ROOT / "docs" / "exports.md"


def test_the_tables_of_columns_are_those_of_the_program() -> None:
    made = with_columns(EXPORTS.read_text(encoding="utf-8"))

    assert [name for name in TABLES if f"<!-- columns: {name} -->" not in made] == []
    assert kept(EXPORTS, made) == made, (
        "docs/exports.md is stale: make it anew with REWRITE_GOLDEN=1 python -m pytest tests/docs/test_columns.py"
    )
