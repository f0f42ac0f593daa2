"""`compare`: filters apply, and names that are no voices are refused."""

import json

import pytest
from calling import call
from made_up import BUNDLED


def test_who_speaks_only_in_what_the_filters_leave_out_is_still_a_voice() -> None:
    answer = call("compare", "carpenter", "human-rights-watch", BUNDLED, "-t", "call")

    assert (answer.code, answer.err) == (0, "")


def test_filters_apply() -> None:
    answer = call("compare", "carpenter", "EU", BUNDLED, "-t", "meeting", "-f", "json")
    record = json.loads(answer.out)

    assert [one["id"] for one in record["only_a"]] == ["2022-09-27-white-house-meeting"]
    assert [one["id"] for one in record["only_b"]] == ["2022-10-02-geneva-meeting"]
    assert record["both"] == []


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("carpentr", "eu-2022-10-06"), "no source or speaker is called 'carpentr'"),
        (("EU", "european-union"), "are the same voice"),
        (("source:carpenter", "EU"), "no source or speaker is called 'source:carpenter'"),
        (("actor:eu-2022-10-06", "EU"), "no source or speaker is called 'actor:eu-2022-10-06'"),
        (
            ("EU", "azerbaijani-civilians"),
            "no source here speaks for 'azerbaijani-civilians'\n  who speaks: carpenter, ",
        ),
        (("carpenter-2022-10-06", "carpenter"), "'carpenter-2022-10-06' is part of 'carpenter'"),
        (("armenia", "armenia-mod"), "'armenia-mod' is part of 'armenia'"),
    ],
    ids=[
        "an unknown name",
        "the same twice",
        "a speaker as source",
        "a source as speaker",
        "nobody speaks",
        "a source of the speaker",
        "a speaker of the other",
    ],
)
def test_a_wrong_name_is_refused(pair: tuple[str, str], said: str) -> None:
    answer = call("compare", *pair, BUNDLED)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_an_unknown_form_is_refused() -> None:
    answer = call("compare", "EU", "OSCE", BUNDLED, "-f", "html")

    assert (answer.code, answer.out) == (2, "")
    assert "there is no format 'html'" in answer.err
