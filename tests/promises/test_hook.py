"""The hook for pre-commit looks at the folder as a whole, whatever was changed in it, or deleted."""

import shlex
from pathlib import Path

import pytest
import yaml
from calling import Answer, call
from places import ROOT

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
FILES = {
    "register.yaml": "actors:\n  a: {name: Ardelia}\n",
    "texts/talks.txt": "They met on 2 May.\n",
    "main.yaml": (
        "include: [register.yaml]\nsources:\n  s: {title: T, issued: 2022-05-03, file: texts/talks.txt}\nevents:\n"
        "  - {date: 2022-05-02, title: Talks, actors: [a], source: s, quote: They met on 2 May}\n"
    ),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / "timelines" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "timelines" / name).write_text(text, encoding="utf-8")
    return tmp_path / "timelines"


def hooked() -> Answer:
    """What the hook's command answers; it is given no file names."""
    program, *words = shlex.split(HOOK["entry"])
    assert program == "diplotimeline"
    return call(*words, *HOOK["args"])


def test_it_runs_at_every_commit_and_is_given_no_files() -> None:
    assert (HOOK["pass_filenames"], HOOK["always_run"]) == (False, True)
    assert not HOOK.keys() & {"files", "types"}


def test_a_folder_in_order_passes(folder: Path) -> None:
    assert hooked().code == 0


@pytest.mark.parametrize(
    ("name", "rule"), [("texts/talks.txt", "source-file-missing"), ("register.yaml", "include-missing")]
)
def test_what_is_deleted_is_missed(folder: Path, name: str, rule: str) -> None:
    (folder / name).unlink()
    answer = hooked()

    assert answer.code == 1
    assert f"[{rule}]" in answer.out


def test_a_text_that_is_changed_is_searched_again(folder: Path) -> None:
    (folder / "texts/talks.txt").write_text("They talked.\n", encoding="utf-8")

    assert "[quote-not-in-source]" in hooked().out
