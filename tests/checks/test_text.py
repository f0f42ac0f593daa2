"""The text of files and of archived sources: how it is looked through."""

import re
from pathlib import Path
from unittest import mock

from written import write

from diplotimeline import check, load
from diplotimeline.checks.text import OVERRIDES


def test_a_text_that_many_sources_name_is_looked_through_once(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", "They met there.\n")
    sources = "".join(f"  s{one}: {{title: Readout, file: text.txt}}\n" for one in range(50))
    timeline = load(write(tmp_path / "a.yaml", f"sources:\n{sources}"))
    with mock.patch("diplotimeline.checks.text.re", wraps=re) as patterns:
        check(timeline)

    assert [call.args[0] for call in patterns.search.call_args_list].count(OVERRIDES) == 1
