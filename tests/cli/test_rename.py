"""`rename`: files are changed, and told; what is installed is not."""

from pathlib import Path

import pytest
from calling import call, wrong
from made_up import BUNDLED, event, write

ACTORS = {"ardelia": {"name": "Ardelia"}, "envoy": {"name": "Envoy", "of": "ardelia"}}


def test_what_is_renamed_is_told(tmp_path: Path) -> None:
    register = write(tmp_path / "register.yaml", actors=ACTORS)
    record = write(tmp_path / "war.yaml", event(actors=["ardelia"]), include=["register.yaml"])
    answer = call("rename", "ardelia", "arc", record)

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"Renamed actor 'ardelia' to 'arc': 3 places.\nWrote {record}.\nWrote {register}.\n"
    assert call("check", record, "-q").code == 0
    assert "ardelia" not in record.read_text(encoding="utf-8") + register.read_text(encoding="utf-8")


def test_without_a_name_the_folder_timelines_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("timelines").mkdir()
    path = write(Path("timelines/a.yaml"), event(), actors=ACTORS)

    assert call("rename", "envoy", "emissary").code == 0
    assert '"emissary"' in path.read_text(encoding="utf-8")


def test_what_is_installed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    for timelines in ([], [BUNDLED]):
        assert "come with the program are not changed" in wrong("rename", "armenia", "arm", *timelines)


def test_a_file_within_the_program_is_refused_by_its_path_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.yaml", event(), actors=ACTORS)
    monkeypatch.setattr("diplotimeline.cli.rename.PACKAGE", tmp_path.resolve())

    assert "come with the program are not changed" in wrong("rename", "envoy", "emissary", path)


def test_wrong_calls_change_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", event(), actors=ACTORS)
    before = path.read_bytes()

    assert "standard input cannot be changed" in wrong("rename", "ardelia", "arc", "-")
    assert "did you mean 'ardelia'" in wrong("rename", "ardelya", "arc", path)
    assert "another actor 'envoy' already" in wrong("rename", "ardelia", "envoy", path)
    assert "gone.yaml does not exist" in wrong("rename", "ardelia", "arc", "gone.yaml")
    assert [*tmp_path.iterdir()] == [path]
    assert path.read_bytes() == before


def test_it_is_told_when_another_file_declares_the_new_id_too(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", event(), actors={"ardelia": {"name": "Ardelia"}})
    write(tmp_path / "b.yaml", event(), actors={"arc": {"name": "Ardelia", "iso": "ARD"}})
    answer = call("rename", "ardelia", "arc", tmp_path)

    assert answer.code == 0
    assert "Another file declares 'arc' too, and nothing there contradicts: it is one actor." in answer.err
