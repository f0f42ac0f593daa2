"""Which words may follow: from the same lists that the commands take, and in silence when something is wrong."""

import time
from pathlib import Path

import pytest
from calling import call
from made_up import event, write

from diplotimeline.checks import manual
from diplotimeline.cli.completion import words as words_module
from diplotimeline.cli.program import COMMANDS
from diplotimeline.exporters import FORMATS
from diplotimeline.record.words import STATUSES, TYPES

ACTORS = {"ardelia": {"name": "Ardelia"}, "tavoria": {"name": "Tavoria"}, "tavoria-mod": {"name": "Ministry"}}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(words_module, "SECONDS", time.process_time() + 600)  # of the whole run of tests
    write(Path("my.yaml"), event(id="talks", actors=["ardelia"], tags=["river", "odd tag", "bad\ttag"]), actors=ACTORS)
    write(Path("other.yaml"), event(id="other-talks"), actors={"orn": {"name": "Orn"}})
    Path("timelines").mkdir()
    write(Path("timelines/default.yaml"), event(id="default-talks"), actors={"dorn": {"name": "Dorn"}})


def follow(*words: str, asker: str = "zsh", place: int | None = None) -> list[str]:
    """The words that may follow the last of these, or stand at a place among them."""
    asked = f"{asker} {len(words) if place is None else place}"
    answer = call(*words, _DIPLOTIMELINE_COMPLETE=asked)
    assert (answer.code, answer.err) == (0, "")
    return answer.out.splitlines()


@pytest.mark.parametrize(
    ("words", "right"),
    [
        (("",), list(COMMANDS)),
        (("s",), ["show", "stats", "schema"]),
        (("show", "-a", "", "my.yaml"), None),
        (("export", "my.yaml", "-f", "m"), [name for name in FORMATS if name.startswith("m")]),
        (("check", "-f", ""), ["full", "concise", "json", "github"]),
        (("compare", "a", "b", "--format", "j"), ["json"]),
        (("show", "-t", ""), list(TYPES)),
        (("stats", "--since-last", "ca"), ["call"]),
        (("show", "--not-status", ""), list(STATUSES)),
        (("check", "--explain", "bad-"), [name for name in manual() if name.startswith("bad-")]),
        (("show", "my.yaml", "-a", "tav"), ["tavoria", "tavoria-mod"]),
        (("show", "my.yaml", "-a", "ardelia,tavoria-"), ["ardelia,tavoria-mod"]),
        (("show", "my.yaml", "-a", "ardelia+ard"), ["ardelia+ardelia"]),
        (("stats", "my.yaml", "--said-by", "ar"), ["ardelia"]),
        (("export", "my.yaml", "-s", ""), ["statement"]),
        (("show", "my.yaml", "--tag", ""), ["river", "odd tag"]),
        (("show", "my.yaml", "--id", "t"), ["talks"]),
        (("show", "my.yaml", "other.yaml", "--id", ""), ["talks", "other-talks"]),
        (("show", "--id", ""), ["default-talks"]),
        (("list", "actors", "my.yaml", "--js"), ["--json"]),
        (("list", "a"), ["actors", "armenia-azerbaijan-2022"]),
        (("list", "tags", "m"), ["my.yaml"]),
        (("compare", "do"), ["dorn"]),
        (("compare", "my"), ["my.yaml"]),
        (("rename", "do"), ["dorn"]),
        (("rename", "dorn", "m"), []),
        (("rename", "dorn", "other", "m"), ["my.yaml"]),
        (("diff", "m"), ["my.yaml"]),
        (("diff", "a", "b", "-f", "j"), ["json"]),
        (("show", "t"), ["timelines/"]),
        (("show", "my.yaml", "--no"), ["--notes", "--not-actor", "--not-type", "--not-source", "--not-status",
                                       "--not-tag", "--not-grep"]),
        (("--install-completion", ""), ["bash", "zsh", "fish"]),
        (("--v",), ["--version"]),
        (("find", "x"), []),
        (("draft", "x"), []),
        (("nonsense", "-"), []),
        (("show", "-", "-a", ""), []),
        (("show", "absent.yaml", "-a", ""), []),
        (("show", "my.yaml", "-g", "r"), []),
        (("show", "my.yaml", "-n", ""), []),
    ],
)  # fmt: skip
def test_what_may_follow(words: tuple[str, ...], right: list[str] | None) -> None:
    assert follow(*words) == (["my.yaml"] if right is None else right)


def test_the_timeline_may_stand_behind() -> None:
    assert follow("show", "-a", "", "my.yaml", place=3) == ["ardelia", "tavoria", "tavoria-mod"]
    assert follow("compare", "ar", "tavoria", "my.yaml", place=2) == ["ardelia", "armenia-azerbaijan-2022"]
    assert follow("list", "events", "my.yaml", "--json", place=3) == ["my.yaml"]


def test_bash_hands_over_its_words_as_they_are_typed() -> None:
    Path("my own.yaml").write_bytes(Path("my.yaml").read_bytes())
    for written in ("my\\ own.yaml", "'my own.yaml'", '"my own.yaml"'):
        assert follow("show", written, "-a", "ar", asker="bash") == ["ardelia"]
    assert follow("show", "'my o", asker="bash") == ["my own.yaml"]
    assert follow("show", "my.yaml", "--actor", "=", "ar", asker="bash") == ["ardelia"]


@pytest.mark.parametrize(
    "text",
    ["", "events: [", "\x00", "actors: {ardelia: {name: x", "- a", "include: [bad.yaml]", "actors: 7\nevents: 8"],
)
def test_a_broken_file_is_no_news(text: str) -> None:
    Path("bad.yaml").write_text(text, encoding="utf-8")

    assert follow("show", "bad.yaml", "-a", "") == []


def test_a_file_with_mistakes_still_tells_its_ids() -> None:
    write(Path("bad.yaml"), event(actors=["nobody"]), event("2022-13"), actors=ACTORS)

    assert follow("show", "bad.yaml", "-a", "ar") == ["ardelia"]


def test_what_is_withheld_is_not_told() -> None:
    hidden = {"zq": {"name": "Hidden"}, **ACTORS}
    secret = event(id="zq-talks", actors=["zq"], tags=["zq-tag"], private="true")
    write(Path("my.yaml"), secret, event(actors=["ardelia"], tags=["river"]), actors=hidden)
    for option in ("-a", "--tag", "--id"):
        assert follow("show", "my.yaml", option, "zq") == []
        assert follow("show", "my.yaml", "--private", option, "zq") != []

    write(Path("my.yaml"), {**secret, "date": "zq"}, actors=hidden)
    assert follow("show", "my.yaml", "-a", "") == []


@pytest.mark.parametrize("asked", ["", " ", "zsh", "zsh x", "zsh -3", "zsh 99", "1", "other 1"])
def test_a_question_that_is_none_is_answered_by_nothing_but_words(asked: str) -> None:
    answer = call("sho", _DIPLOTIMELINE_COMPLETE=asked)

    assert "Traceback" not in answer.err


def test_it_gives_up_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [event(title=f"Event {number}") for number in range(20_000)]
    write(Path("large.yaml"), *many, actors=ACTORS)
    monkeypatch.setattr(words_module, "SECONDS", 0)

    assert follow("show", "large.yaml", "-a", "ar") == []
    assert follow("show", "large.yaml", "-t", "cal") == ["call"]
