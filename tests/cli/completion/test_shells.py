"""Completion in the shells themselves, where they are installed."""

import os
import pty
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from calling import call, decoded, environment, wrong
from made_up import event, write
from patience import FOR_EVER

SHELLS = ("bash", "zsh", "fish")
# It has more time here than half a second: other tests may run beside it.
PROGRAM = """
from diplotimeline.cli import main
from diplotimeline.cli.completion import words

words.SECONDS = 600
main()
"""
EVIL = "$(touch evil)"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with two timelines, and the program in the search path of the shells."""
    monkeypatch.chdir(tmp_path)
    program = tmp_path / "bin/diplotimeline"
    program.parent.mkdir()
    program.write_text(f"#!{sys.executable}\n{PROGRAM}", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("HOME", str(tmp_path))
    actors = {"ardelia": {"name": "Ardelia"}, "tavoria": {"name": "Tavoria"}}
    write(Path("my.yaml"), event(tags=["odd tag", EVIL]), actors=actors)
    write(Path("my own.yaml"), event(), actors={"orn": {"name": "Orn"}})


LINES = [
    ("diplotimeline lis", ["list"]),
    ("diplotimeline show my.yaml -a ar", ["ardelia"]),
    ("diplotimeline export my.yaml -f parq", ["parquet"]),
    ("diplotimeline check --explain bad-u", ["bad-url"]),
    ("diplotimeline show my.yaml --tag odd", ["odd tag"]),
    ("diplotimeline show 'my own.yaml' -a o", ["orn"]),
    ("diplotimeline show my.yaml --tag '$'", [EVIL]),
]


def needs(shell: str) -> str:
    path = shutil.which(shell)
    return path or pytest.skip(f"no {shell} here")


def said(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, env=environment(), check=False, timeout=FOR_EVER)
    assert done.stderr == b""
    return decoded(done.stdout)


@pytest.mark.parametrize(("line", "right"), LINES[:-1])
def test_fish_completes(line: str, right: list[str]) -> None:
    script = f"diplotimeline --show-completion fish | source; complete -C {shlex.quote(line)}"

    assert said([needs("fish"), "--no-config", "-c", script]).splitlines() == right


# The words of a line as they stand in it, and what bash would insert for the last of them.
IN_BASH: dict[tuple[str, ...], list[str]] = {
    ("lis",): ["list"],
    ("show", "my.yaml", "-a", "ar"): ["ardelia"],
    ("show", "my.yaml", "--tag", "odd"): ["odd\\ tag"],
    ("show", "'my own.yaml'", "-a", "o"): ["orn"],
    ("show", "my"): ["my\\ own.yaml", "my.yaml"],
    ("export", "my.yaml", "-f", "parq"): ["parquet"],
    ("show", "my.yaml", "--tag", "'$"): ["\\$\\(touch\\ evil\\)"],
}


def test_bash_completes() -> None:
    script = "source <(diplotimeline --show-completion bash); compopt() { :; }\n"
    for words in IN_BASH:
        script += (
            f"COMP_WORDS=(diplotimeline {shlex.join(words)}); COMP_CWORD={len(words)}; COMPREPLY=(); "
            'printf "> "; _diplotimeline diplotimeline; printf "%s\\n" "${COMPREPLY[@]}"\n'
        )
    _, *answers = said([needs("bash"), "--norc", "--noprofile", "-c", script]).split("> ")

    assert dict(zip(IN_BASH, map(str.splitlines, answers), strict=True)) == IN_BASH
    assert not Path("evil").exists()


@pytest.mark.parametrize(("line", "right"), [*LINES[:4], ("diplotimeline show my.yaml --tag odd", ["odd\\ tag"])])
def test_zsh_completes(line: str, right: list[str]) -> None:
    """At a terminal: the line, a tabulator, and the line as it stands then, printed instead of run."""
    Path(".zshrc").write_text(
        "autoload -Uz compinit; compinit -u -D; source <(diplotimeline --show-completion zsh)\n"
        "tell() { print -r -- \"<<<$BUFFER>>>\" > seen; exit }; zle -N tell; bindkey '^X' tell; PS1='ready> '\n",
        encoding="utf-8",
    )
    shell = needs("zsh")
    ours, theirs = pty.openpty()
    settings = environment(TERM="dumb", ZDOTDIR=os.getcwd())
    with subprocess.Popen([shell, "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=settings) as process:
        os.close(theirs)
        os.write(ours, f"{line}\t\x18".encode())
        try:
            while os.read(ours, 65536):
                pass
        except OSError:  # how Linux says that the other side is closed
            process.wait(FOR_EVER)
    os.close(ours)
    start, _, _ = line.rpartition(" ")

    assert Path("seen").read_text(encoding="utf-8").rstrip("\n") == f"<<<{start} {right[0]} >>>"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_sound_in_its_shell(shell: str) -> None:
    Path("script").write_text(call("--show-completion", shell).out, encoding="utf-8")

    assert said([needs(shell), "-n", "script"]) == ""


@pytest.mark.parametrize("shell", SHELLS)
def test_it_is_installed_where_the_shell_looks(shell: str, tmp_path: Path) -> None:
    answers = [call("--install-completion", shell) for _ in range(2)]
    (written,) = [path for path in tmp_path.rglob("*diplotimeline*") if path.is_file() and "bin" not in path.parts]

    assert [(answer.code, answer.out) for answer in answers] == [(0, "")] * 2
    assert f"Wrote {written}." in answers[0].err
    assert written.read_text(encoding="utf-8") == call("--show-completion", shell).out


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
def test_another_shell_is_refused(option: str) -> None:
    assert "there is no completion for 'tcsh'\n  one of: bash, zsh, fish" in wrong(option, "tcsh")
