"""`compare`: filters apply, and names that are neither voices nor timelines are refused."""

import json
from pathlib import Path

import pytest
from calling import call, wrong
from made_up import BUNDLED, SOURCES, event, write


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


# --- two timelines -------------------------------------------------------------------------------------------------


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two records of one meeting in the current folder."""
    monkeypatch.chdir(tmp_path)
    return (
        write(Path("a.yaml"), event(title="They meet", id="a", place="Orn"), title="One"),
        write(Path("b.yaml"), event(title="A meeting", id="b", place="Orn"), title="Other"),
    )


def test_two_files_are_two_timelines(two: tuple[Path, Path]) -> None:
    answer = call("compare", *two)

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.splitlines() == [
        "A   One",
        "B   Other",
        "",
        "The same · 0 events",
        "",
        "Perhaps the same · 1 pair",
        "",
        "A 13 Sep 2022: They meet [a]",
        "B 13 Sep 2022: A meeting [b]",
        "  in common: Orn",
        "  if they are the same, write in A, at [a]:",
        "  related: [{event: b, as: same-as}]",
        "",
        "Only in A · 0 events",
        "",
        "Only in B · 0 events",
    ]


def test_what_is_pasted_makes_it_certain_and_is_no_error_there(two: tuple[Path, Path]) -> None:
    write(two[0], event(title="They meet", id="a", related=[{"event": "b", "as": "same-as"}]))
    answer = call("compare", *two, "-f", "json")

    assert answer.err == ""
    assert [(one["a"]["id"], one["b"]["id"], one["by"]) for one in json.loads(answer.out)["same"]] == [
        ("a", "b", "same-as")
    ]


def test_one_may_be_standard_input_and_the_other_a_bundled_name(two: tuple[Path, Path]) -> None:
    text = two[0].read_text(encoding="utf-8")

    assert call("compare", "-", two[1], stdin=text).out == call("compare", *two).out
    assert call("compare", BUNDLED, two[1]).code == 0
    assert "standard input can be read only once" in wrong("compare", "-", "-", stdin=text)


def test_filters_apply_to_both_timelines(two: tuple[Path, Path]) -> None:
    record = json.loads(call("compare", *two, "-g", "meeting", "-f", "json").out)

    assert (record["perhaps"], record["only_a"], [one["id"] for one in record["only_b"]]) == ([], [], ["b"])


def test_with_a_third_word_two_sources_are_meant(two: tuple[Path, Path]) -> None:
    sources = {name: {"title": name, "issued": "2099-12-31"} for name in ("a.yaml", "b.yaml")}
    record = write(Path("c.yaml"), event(claims=[{"source": name} for name in sources]), sources=sources)

    assert "In both · 1 event" in call("compare", "a.yaml", "b.yaml", record).out


def test_what_may_be_sources_as_well_is_asked(two: tuple[Path, Path]) -> None:
    """Two folders that are called like two sources of the timeline that is read without a name."""
    for name in ("daily", "weekly", "timelines"):
        Path(name).mkdir()
    for name in ("daily", "weekly"):
        write(Path(name) / "a.yaml", event(id=name, title=f"Of the folder {name}"))
    sources = {name: {**SOURCES["statement"], "title": name} for name in ("daily", "weekly")}
    write(Path("timelines/a.yaml"), event(claims=[{"source": name} for name in sources]), sources=sources)

    said = wrong("compare", "daily", "weekly")
    assert "'daily' and 'weekly' are timelines, and sources or speakers of the timeline here" in said
    assert "write ./daily and ./weekly, or source:daily and source:weekly" in said
    assert "Only in A · 1 event" in call("compare", "./daily", "./weekly").out
    assert "In both · 1 event" in call("compare", "source:daily", "source:weekly").out


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("a.yaml", "gone.yaml"), "gone.yaml does not exist"),
        (("a.yaml", "./a.yaml"), "are the same timeline"),
        (("a.yaml", "notes.yaml"), "notes.yaml cannot be read whole"),
        (("a.yaml", "carpenter"), "no source or speaker is called 'a.yaml'"),
    ],
    ids=["one does not exist", "the same twice", "one is no timeline", "a timeline and a speaker"],
)
def test_timelines_that_cannot_be_compared_are_refused(
    two: tuple[Path, Path], pair: tuple[str, str], said: str
) -> None:
    Path("notes.yaml").write_text("- one\n", encoding="utf-8")

    assert said in wrong("compare", *pair)


def test_two_timelines_tell_what_lies_only_perhaps_in_the_range(tmp_path: Path) -> None:
    one = write(tmp_path / "one.yaml", event(date="[..2022-10-06]", id="a"), event(date="2022-10-02", id="b"))
    other = write(tmp_path / "other.yaml", event(date="2022-10~", id="c"))

    answer = call("compare", str(one), str(other), "--on", "2022-10")

    assert answer.err.splitlines() == [
        "A: perhaps in this range: 1 of 2 events.",
        "B: perhaps in this range: 1 of 1 event.",
    ]
