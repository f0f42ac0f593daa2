"""What was found at one place is not told twice, however the place is written."""

import pytest

from diplotimeline.problems import Finding, Route
from diplotimeline.reading.findings import Findings


@pytest.mark.parametrize(
    ("earlier", "later", "echoes"),
    [
        (("events", 0, "source"), ("events", 0, "claims", 0, "source"), True),
        (("events", 0, "claims", 0, "quote"), ("events", 0, "quote"), True),
        (("events", 0), ("events", 0, "claims", 0, "quote"), True),
        (("events", 0, "source"), ("events", 0, "claims", 0, "quote"), False),
        (("events", 0, "source"), ("events", 1, "claims", 0, "source"), False),
        (("events", 0, "date"), ("events", 0, "claims", 0, "date"), False),
        (("sources", "quote", "source"), ("sources", "quote"), False),
    ],
    ids=str,
)
def test_a_field_of_a_claim_is_one_place_however_it_is_written(earlier: Route, later: Route, *, echoes: bool) -> None:
    known = Findings()
    known.add([Finding("rule", "message", route=earlier)])

    assert known.is_echo(Finding("rule", "message", route=later)) is echoes
