"""`new`: a timeline to begin with, valid as it is and with all its examples."""

from pathlib import Path

import pytest
from calling import Answer, call, wrong

from diplotimeline.record.schema import schema_text

MODELINE = "# yaml-language-server: $schema=schema.json"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_new_timeline_is_valid_and_has_the_modeline() -> None:
    said = "Wrote schema.json, with which an editor completes and checks.\n"
    said += "Wrote my.yaml. Fill it in, then: diplotimeline check my.yaml\n"

    assert call("new", "my.yaml") == Answer(0, "", said)
    assert Path("schema.json").read_text(encoding="utf-8") == schema_text()
    assert Path("my.yaml").read_text(encoding="utf-8").startswith(f"{MODELINE}\n")
    assert call("check", "my.yaml", "--strict").code == 0


def test_the_examples_of_a_new_timeline_are_valid_too() -> None:
    call("new", "my.yaml")
    written = Path("my.yaml").read_text(encoding="utf-8")
    first, *lines = written.splitlines()
    used = [first, *(line.removeprefix("# ") for line in lines)]
    Path("my.yaml").write_text("\n".join(used) + "\n", encoding="utf-8")
    Path("sources").mkdir()
    Path("sources/statement-2022-10-06.txt").write_text(
        "On 4 October the ministers spoke by telephone.", encoding="utf-8"
    )

    assert call("check", "my.yaml", "--strict") == Answer(0, "1 file checked: no problems.\n", "")


def test_the_schema_stands_beside_a_timeline_in_a_subfolder() -> None:
    Path("year/2023").mkdir(parents=True)

    assert "Wrote year/2023/schema.json" in call("new", "year/2023/my.yaml").err
    assert Path("year/2023/my.yaml").read_text(encoding="utf-8").startswith(f"{MODELINE}\n")
    assert not Path("schema.json").exists()


def test_a_schema_that_is_there_stays() -> None:
    Path("schema.json").write_text("{}", encoding="utf-8")

    assert call("new", "my.yaml").err == "Wrote my.yaml. Fill it in, then: diplotimeline check my.yaml\n"
    assert Path("schema.json").read_text(encoding="utf-8") == "{}"


def test_new_never_overwrites() -> None:
    Path("my.yaml").write_text("title: Mine\n", encoding="utf-8")

    assert "exists already" in wrong("new", "my.yaml")
    assert Path("my.yaml").read_text(encoding="utf-8") == "title: Mine\n"


def test_new_wants_the_name_of_a_timeline() -> None:
    assert "name it my.yaml" in wrong("new", "my")
    assert "name it folder/my.yaml" in wrong("new", "folder/my.txt")
    assert "name it my.yaml" in wrong("new", ".my.yaml")
    assert "name it folder/my.yaml" in wrong("new", "folder/.yaml")
    assert "'' does not look like a timeline" in wrong("new", "")
    assert "cannot be written" in wrong("new", "absent/my.yaml")
