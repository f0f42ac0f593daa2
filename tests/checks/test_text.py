"""The text of files and of archived sources: how it is looked through."""

from pathlib import Path
from unittest import mock

from written import write

from diplotimeline import check, load


def test_a_text_that_many_sources_name_is_looked_through_once(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", "They met there.\n")
    sources = "".join(f"  s{one}: {{title: Readout, file: text.txt}}\n" for one in range(50))
    timeline = load(write(tmp_path / "a.yaml", f"sources:\n{sources}"))
    with mock.patch("diplotimeline.checks.text.OVERRIDES") as overrides:
        overrides.search.return_value = None
        check(timeline)

    assert overrides.search.call_count == 1
