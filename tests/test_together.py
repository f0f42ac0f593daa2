"""Many cases in one test: every one is tried, and those that fail are named."""

import inspect
from pathlib import Path

import pytest
from together import together


@together("number", [1, 2, 3])
@together(("one", "other"), [("a", "b"), ("c", "c")])
def differs(tmp_path: Path, number: int, one: str, other: str) -> None:
    assert one != other or number == 2


def test_every_case_that_fails_is_named_and_no_other(tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as failed:
        differs(tmp_path=tmp_path)
    said = str(failed.value).splitlines()

    assert said[0] == "2 of 3 cases fail"
    assert [line[0] for line in said if line.endswith("1 of 2 cases fail")] == ["1", "3"]
    assert len([line for line in said if line.startswith("('c', 'c'): assert")]) == 2
    assert "'b'" not in str(failed.value)


def test_what_does_not_raise_fails_too() -> None:
    @together("text", ["x", "1"])
    def refused(text: str) -> None:
        with pytest.raises(ValueError, match="invalid"):
            int(text)

    with pytest.raises(AssertionError, match="1 of 2 cases fail\n'1': DID NOT RAISE"):
        refused()


def test_any_other_error_says_in_which_case() -> None:
    @together("text", {"1": "a number", "x": "none"})
    def read(text: str) -> None:
        int(text)

    with pytest.raises(ValueError, match="invalid") as raised:
        read()

    assert raised.value.__notes__ == ["in the case 'x'"]


def test_only_fixtures_are_left_to_be_given() -> None:
    assert [*inspect.signature(differs).parameters] == ["tmp_path"]
