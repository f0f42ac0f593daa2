"""Pipes, closed streams, full disks and locales: no crash, and nothing half done that looks whole."""

import errno
import io
import os
import subprocess
from pathlib import Path
from unittest import mock

import pytest
from calling import COMMAND, call, ends, environment, on_a_terminal, run, wrong
from encodings_of_terminals import in_encoding
from made_up import BUNDLED, event, write

MANY = 500


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A file whose chronology no pipe can hold."""
    return write(tmp_path / "many.yaml", *(event(f"{1000 + year}", f"{year} " + "long " * 60) for year in range(MANY)))


@pytest.mark.parametrize("command", [("show",), ("show", "-1"), ("show", "-g", "Ջ"), ("check",)], ids=" ".join)
def test_an_ascii_terminal_gets_plain_signs_and_numbers_instead_of_a_crash(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    path = write(
        tmp_path / "my.yaml", event(title="Ջ–“x”", status="alleged", actors=["ջ"]), actors={"ջ": {"name": "Ջ"}}
    )
    plain, ascii = call(*command, path), call(*command, path, encoding="ascii")

    assert ascii.code == plain.code
    assert ascii.out == in_encoding(plain.out, "ascii")
    assert ascii.err == in_encoding(plain.err, "ascii")


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp850", "cp1252", "cp866", "latin-1"])
@pytest.mark.parametrize("command", [("show",), ("show", "--lanes"), ("show", "-1"), ("stats",)], ids=" ".join)
def test_a_code_page_has_rails_and_no_escapes_for_them(encoding: str, command: tuple[str, ...]) -> None:
    text = call(*command, BUNDLED, encoding=encoding).out

    assert "\\u2" not in text
    assert text == in_encoding(call(*command, BUNDLED).out, encoding)


def test_the_rail_of_an_ascii_terminal_is_drawn_with_bars_and_stars(tmp_path: Path) -> None:
    path = write(tmp_path / "my.yaml", event(title="Talks – “begin”"), event("2022-09-30", title="Տ"))
    lines = run("show", path, PYTHONIOENCODING="ascii").out.splitlines()

    assert [line.strip() for line in lines if "*" in line] == [
        '13 Sep             * Talks - "begin"',
        "30 Sep             * \\u054f",
    ]
    assert any(line.strip() == ": 17 days" for line in lines)
    assert any(line.strip().startswith("| Reported by") for line in lines)


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_errors_are_wrapped_at_words_on_a_terminal_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.chdir(tmp_path)
    path = "my.yaml"
    write(Path(path), event(), actors={f"ardelia-{n}": {"name": f"Ardelia {n}"} for n in range(20)})
    code, screen = on_a_terminal("show", "-a", "tavoria", path, columns=columns)
    lines = screen.splitlines()
    piped = wrong("show", "-a", "tavoria", path)

    assert code == 2
    assert max(map(len, lines)) <= columns
    assert " ".join(screen.split()) == " ".join(piped.split())
    assert len(piped.splitlines()) == 3 < len(lines)


def test_an_export_is_utf_8_in_every_locale() -> None:
    answer = run("export", BUNDLED, "-f", "markdown", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")

    assert answer.out == call("export", BUNDLED, "-f", "markdown").out


@pytest.mark.parametrize(
    "command", [("show",), ("show", "-1"), ("export", "-f", "csv"), ("export", "-f", "json")], ids=" ".join
)
def test_a_reader_that_has_seen_enough_ends_it_quietly(many: Path, command: tuple[str, ...]) -> None:
    call_of = [*COMMAND, *command, str(many)]
    pipe = subprocess.PIPE
    with subprocess.Popen(call_of, stdout=pipe, stderr=pipe, env=environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert first
    assert (process.returncode, said) == (0, b"")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("show", "no-such-file.yaml"), 2),
        (("show", BUNDLED, "--from", "2090"), 0),
        (("nothing",), 2),
        (("export", BUNDLED, "-f", "csv", "-a", "nobody"), 2),
    ],
    ids=["a file that is not there", "no events", "no command", "nobody"],
)
def test_nobody_needs_to_listen_to_what_is_said(args: tuple[str, ...], code: int) -> None:
    """The other end of standard error is closed."""
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run([*COMMAND, *args], stdout=subprocess.PIPE, stderr=theirs, env=environment(), check=False)
    os.close(theirs)

    assert (done.returncode, done.stdout) == (code, b"")


def test_a_full_disk_is_told_in_words() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "show", BUNDLED], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )

    assert done.returncode in (1, 2)
    assert b"Traceback" not in done.stderr
    assert b"no space left on device" in done.stderr.lower()


def with_closed(streams: str, *args: str | Path) -> tuple[int, str]:
    """Exit code and standard error of a call with streams closed, such as `>&-`."""
    shell = ["/bin/sh", "-c", f'exec "$@" {streams}', "sh", *COMMAND, *map(str, args)]
    done = subprocess.run(shell, capture_output=True, env=environment(), check=False)
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize(
    "command",
    [
        (), ("--version",), ("--help",), ("show", "--help"), ("show", BUNDLED), ("show", "-1", BUNDLED),
        ("show", "--lanes", BUNDLED), ("stats", BUNDLED), ("compare", "carpenter-2022-10-06", "azatutyun-32056549"),
        ("export", BUNDLED, "-f", "csv"), ("export", BUNDLED, "-f", "xlsx"), ("check", BUNDLED),
        ("check", "--explain", "all"), ("schema",),
        ("draft", "timelines/sources/carpenter-2022-10-06.txt", "--date", "2022-10-06"),
    ],
    ids=" ".join,
)  # fmt: skip
# What stands for it cannot be flushed when it is thrown away, which a process that ends at once does not see.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_closed_standard_output_is_told(command: tuple[str, ...]) -> None:
    stream = io.StringIO()
    code, said = ends(*command, out=None, err=stream), stream.getvalue()

    assert (code, "standard output" in said, "it is closed" in said) == (2, True, True)


@pytest.mark.parametrize("command", [("--version",), ("show",), ("export", "-f", "xlsx")], ids=" ".join)
def test_a_standard_output_that_a_shell_has_closed_is_told(command: tuple[str, ...]) -> None:
    code, said = with_closed(">&-", *command)

    assert (code, "standard output" in said, "it is closed" in said) == (2, True, True)


@pytest.mark.parametrize(
    ("streams", "code"), [("<&- >&-", 2), (">&- 2>&-", 2), ("2>&-", 0), ("<&-", 0), ("<&- >&- 2>&-", 2)]
)
def test_other_closed_streams_change_nothing(streams: str, code: int) -> None:
    assert with_closed(streams, "show", BUNDLED)[0] == code


def test_a_closed_standard_input_is_no_timeline() -> None:
    assert with_closed("<&-", "show", "-")[0] == 1


def test_who_prints_nothing_needs_no_standard_output(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"

    code, said = with_closed(">&-", "export", BUNDLED, "-o", path)

    assert (code, said.splitlines()[-1]) == (0, f"Wrote {path} (13 events).")
    assert path.read_bytes()


def test_a_file_that_cannot_be_synced_is_told_once(tmp_path: Path) -> None:
    no_sync = mock.patch("os.fsync", side_effect=OSError(errno.EINVAL, "Invalid argument"))
    text = tmp_path / "a.txt"
    text.write_text("They met on 4 October 2022.", encoding="utf-8")
    with no_sync:
        said = [
            call("export", BUNDLED, "-o", tmp_path / "my.csv").err,
            call("new", tmp_path / "my.yaml").err,
            call("draft", text, "--date", "2022-10-06", "-o", tmp_path / "draft.yaml").err,
        ]

    assert [one.count("cannot sync files") for one in said] == [1, 1, 1]
    assert {"my.csv", "my.yaml", "draft.yaml"} <= set(os.listdir(tmp_path))
