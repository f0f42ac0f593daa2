"""The command line: options in, library called, text out, exit code. The only importer of typer.

Exit codes: 0 fine, 1 the data has errors, 2 the call was wrong, 130 interrupted. The product goes to standard output,
everything said about it to standard error.
"""

import gc
import os

# One command runs and ends: the collector would only search the modules just imported, again and again.
gc.disable()
# No plugin of another package has a say in validation, and to look for one costs as much as to print a timeline.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

import functools
import inspect
import io
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, NoReturn, TextIO

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

import diplotimeline
from diplotimeline.checks import check as run_checks, manual
from diplotimeline.errors import CallError, DiplotimelineError
from diplotimeline.loader import bundled, default_inputs, load
from diplotimeline.model import Timeline
from diplotimeline.problems import WARNINGS, Problem
from diplotimeline.prose import count_of
from diplotimeline.selection import Selection, removals, select
from diplotimeline.suggest import closest, did_you_mean
from diplotimeline.views.lines import Line, terminal_width, write

DATA_ERRORS, WRONG_CALL, INTERRUPTED = 1, 2, 130

# What people type who know other tools.
SYNONYMS = {
    "validate": "check", "lint": "check", "verify": "check", "list": "show", "timeline": "show", "print": "show",
    "convert": "export", "init": "new", "create": "new",
}  # fmt: skip

EXAMPLES = """\b
Examples:
  diplotimeline show
  diplotimeline show my.yaml --actor armenia --from 2022-09
  diplotimeline check my.yaml
  diplotimeline export my.yaml -o my.csv
"""


class _Commands(TyperGroup):
    """The commands, with an answer for words that are none."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            ctx.fail(self.advice(args[0]))
        return super().resolve_command(ctx, args)

    def advice(self, word: str) -> str:
        if word.endswith((".yaml", ".yml")) or os.path.exists(word) or word in bundled():
            return f"'{word}' is not a command. Did you mean 'diplotimeline show {word}'?"
        meant = SYNONYMS.get(word, "")
        meant = meant if meant in self.commands else closest(word, self.commands)
        hint = f"Did you mean '{meant}'?" if meant else f"Commands: {', '.join(self.commands)}."
        return f"No such command '{word}'. {hint}"


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    rich_markup_mode=None,  # plain help: narrow, greppable, no colour forced by CI services
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Timelines = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TIMELINE",
        help="Files, folders, '-' for standard input, or names of bundled timelines.",
        show_default=False,
    ),
]


def run() -> NoReturn:
    """The command as a process: it ends at once, without taking every module apart, a tenth of the time of `show`."""
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run a command line and end with its exit code; nothing a user can do ends in a traceback."""
    sys.stdin, sys.stdout, sys.stderr = (
        stream or open(os.devnull, mode, encoding="utf-8")  # noqa: SIM115 - a closed stream, for the whole run
        for stream, mode in ((sys.stdin, "r"), (sys.stdout, "w"), (sys.stderr, "w"))
    )
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an ASCII terminal gets escapes, not a crash
    try:
        code = app(args, prog_name="diplotimeline", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except TyperException as error:
        _say(f"Error: {error.format_message()}")
    except DiplotimelineError as error:
        _say(f"Error: {error.message}", *([f"  {error.help}"] if error.help else []))
    except OSError as error:
        _say(f"Error: {(error.strerror or str(error)).lower()}")
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    sys.exit(WRONG_CALL)


@app.callback(invoke_without_command=True, epilog=EXAMPLES)
def _program(
    ctx: typer.Context,
    *,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Chronologies of conflict and diplomacy: every line can be traced to the words of a source."""
    if version:
        _print(f"diplotimeline {diplotimeline.__version__}\n")
        raise typer.Exit
    if ctx.invoked_subcommand is None:
        _print(ctx.get_help() + "\n")


# --- filters, shared by several commands ---------------------------------------------------------------------------

Word = str | None
Words = list[str] | None
ACTOR_HELP = "Id, name or alias; its members too. Repeat: any of; a+b: all of."
DATE_HELP = "2022, 2022-09, 2022-09-13 or '13 September 2022'; inclusive."


def _option(*names: str, metavar: str, help: str) -> Any:
    """An option that takes a word and has no default worth printing."""
    return typer.Option(*names, metavar=metavar, help=help, show_default=False)


def _selection(
    *,
    actor: Annotated[Words, _option("--actor", "-a", metavar="ID", help=ACTOR_HELP)] = None,
    start: Annotated[Word, _option("--from", "--since", metavar="DATE", help=DATE_HELP)] = None,
    end: Annotated[Word, _option("--to", "--until", metavar="DATE", help="As --from; a month to its end.")] = None,
    on: Annotated[Word, _option("--on", metavar="DATE", help="In that year, month or day.")] = None,
    certain: Annotated[bool, typer.Option("--certain", help="Only events that certainly lie in the range.")] = False,
    type: Annotated[Words, _option("--type", "-t", metavar="TYPE", help="Such as meeting.")] = None,
    source: Annotated[Words, _option("--source", "-s", metavar="ID", help="Cited source.")] = None,
    status: Annotated[Words, _option("--status", metavar="STATUS", help="Such as confirmed or disputed.")] = None,
    tag: Annotated[Words, _option("--tag", metavar="TAG", help="Word from the events' tags.")] = None,
    grep: Annotated[Word, _option("--grep", "-g", metavar="TEXT", help="Plain text; case, accents ignored.")] = None,
) -> Selection:
    """The filters as typed."""
    for name, given in (("--from", start), ("--to", end), ("--on", on), ("--grep", grep)):
        if given is not None and not given.strip():
            raise CallError(f"{name} is empty", "give it a value, or leave it out")
    actors, types, sources, statuses, tags = (tuple(given or ()) for given in (actor, type, source, status, tag))
    return Selection(
        actors, start or "", end or "", on or "", certain, types, sources, statuses, tags, grep or ""
    )  # fmt: skip


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the filter options in the place of its parameter `selection`."""
    own, shared = inspect.signature(command), inspect.signature(_selection)

    @functools.wraps(command)
    def run(**given: Any) -> None:
        filters = {name: given.pop(name) for name in shared.parameters}
        command(**given, selection=_selection(**filters))

    kept = [parameter for parameter in own.parameters.values() if parameter.name != "selection"]
    keyword_only = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in kept]
    run.__signature__ = own.replace(parameters=[*keyword_only, *shared.parameters.values()])  # type: ignore[attr-defined]
    return run


# --- commands ------------------------------------------------------------------------------------------------------


@app.command()
@with_filters
def show(
    timelines: Timelines = None,
    *,
    oneline: Annotated[bool, typer.Option("--oneline", "-1", help="One line per event.")] = False,
    reverse: Annotated[bool, typer.Option("--reverse", "-r", help="Newest first.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Curators' notes too.")] = False,
    selection: Selection,
) -> None:
    """Print the chronology."""
    if oneline and notes:
        raise CallError("--notes cannot be used together with --oneline", "one line has no room for notes")
    from diplotimeline.views import oneline as one_line_each, rail

    timeline = _selected(_sound(timelines), selection)
    if not timeline.events:
        return
    width = terminal_width()
    if oneline:
        lines = one_line_each.oneline(timeline, width if sys.stdout.isatty() else None, reverse=reverse)
    else:
        lines = rail.rail(timeline, width, reverse=reverse, notes=notes)
    _print_lines(lines)


@app.command()
@with_filters
def export(
    timelines: Timelines = None,
    *,
    output: Annotated[
        str, _option("--output", "-o", metavar="FILE", help="Its ending picks the format; '-': stdout.")
    ] = "",
    format: Annotated[str, _option("--format", "-f", metavar="NAME", help="csv, markdown, json or jsonl.")] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Fail when the format cannot represent something.")] = False,
    excel: Annotated[bool, typer.Option("--excel", help="csv: add the byte order mark that Excel needs.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="csv: texts that look like formulas stay as written.")] = False,
    rows: Annotated[str, _option("--rows", metavar="KIND", help="csv: a row for each of 'events' or 'claims'.")] = "",
    table: Annotated[bool, typer.Option("--table", help="markdown: one table.")] = False,
    selection: Selection,
) -> None:
    """Write the events in another format."""
    from diplotimeline.exporters import FORMATS, format_for, render  # show does not pay for them
    from diplotimeline.files import write_atomic

    if not output and not format:
        raise CallError("Say where or how: -o my.csv, or -f csv.", f"formats: {', '.join(FORMATS)}")
    if output == "-" and not format:
        raise CallError("Say how: -f csv.", f"formats: {', '.join(FORMATS)}")
    name = format or format_for(output)
    whole = _sound(timelines)
    timeline = _selected(whole, selection)
    result = render(timeline, name, {"excel": excel, "raw": raw, "rows": rows, "table": table})
    if strict and result.lost:
        _say(*result.lost)
        raise typer.Exit(DATA_ERRORS)
    if output in ("", "-"):
        _print(result.text)
        _say(*result.remarks, *result.lost)
        return
    _refuse_inputs(whole, Path(output))
    write_atomic(Path(output), result.text.encode())
    _say(*result.remarks, *result.lost)
    _say(f"Wrote {output} ({count_of(len(timeline.events), 'event')}).")


@app.command()
def check(
    timelines: Timelines = None,
    *,
    format: Annotated[str, _option("--format", "-f", metavar="NAME", help="full, concise, json or github.")] = "full",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
    explain: Annotated[str, _option("--explain", metavar="RULE", help="What a rule finds and why; or 'all'.")] = "",
) -> None:
    """Find every mistake, at its line, in one run."""
    from diplotimeline.views.report import LINE_FORMATS, TEXT_FORMATS

    if explain:
        _print_lines([("", line)] for line in _pages(explain))
        return
    if format not in LINE_FORMATS and format not in TEXT_FORMATS:
        known = [*LINE_FORMATS, *TEXT_FORMATS]
        raise CallError(f"there is no format '{format}'", did_you_mean(format, known, "formats"))
    timeline = _loaded(timelines)
    problems = run_checks(timeline)
    _print_report(problems, timeline, format, quiet=quiet)
    if any(problem.severity == "error" or strict for problem in problems):
        raise typer.Exit(DATA_ERRORS)


@app.command()
def schema() -> None:
    """Print the JSON Schema of timeline files, for editors."""
    from diplotimeline.schema import schema_text

    _print(schema_text())


# --- steps of the commands -----------------------------------------------------------------------------------------


def _loaded(timelines: Words) -> Timeline:
    if not timelines and default_inputs() and default_inputs()[0] in bundled().values():
        _say("No timeline named and no folder 'timelines' here: reading the bundled one.")
    timeline = load(*(timelines or ()))
    _say(*(f"Passed over, no timeline: {path}" for path in timeline.passed_over))
    return timeline


def _sound(timelines: Words) -> Timeline:
    """The timeline, if it has no errors; else its problems on standard error and exit 1. Warnings do not block."""
    timeline = _loaded(timelines)
    if run_checks(timeline, errors_only=True):
        from diplotimeline.views.report import full, summary

        problems = run_checks(timeline)
        _talk([*full(problems, timeline.files), summary(problems, timeline.files)])
        raise typer.Exit(DATA_ERRORS)
    return timeline


def _selected(timeline: Timeline, selection: Selection) -> Timeline:
    """The events that the filters keep; what they hid is said when nothing is left, and of --certain always."""
    kept = select(timeline, selection)
    if not timeline.events:
        _say("No events: the timeline has none.")
    elif not kept.events:
        left, reasons = len(timeline.events), []
        for words, number in removals(timeline, selection):
            reasons += [f"{number} of {left} {words}"] if number else []
            left -= number
        _say(f"No events: {'; '.join(reasons)}.")
    elif selection.certain:
        hidden = len(select(timeline, replace(selection, certain=False)).events) - len(kept.events)
        if hidden:
            they_are = "it is" if hidden == 1 else "they are"
            _say(f"{count_of(hidden, 'event')} hidden: {they_are} not certain to lie in the range.")
    return kept


def _refuse_inputs(timeline: Timeline, output: Path) -> None:
    """An export never overwrites what it was made from."""
    archived = (timeline.files[one.origin].folder / one.file for one in timeline.sources.values() if one.file)
    read = (*(file.path for file in timeline.files), *timeline.passed_over)
    for path in (*map(Path, read), *archived):
        with suppress(OSError):
            if path.samefile(output):
                raise CallError(f"{output} is one of the inputs", "name another file")


def _print_report(problems: Sequence[Problem], timeline: Timeline, format: str, *, quiet: bool) -> None:
    """The problems in a format: lines for people, with a summary, or text for programs, without."""
    from diplotimeline.views.report import LINE_FORMATS, TEXT_FORMATS, summary

    if format in TEXT_FORMATS:
        _print(TEXT_FORMATS[format](problems, timeline.files))
        return
    lines = list(LINE_FORMATS[format](problems, timeline.files))
    _print_lines(lines if quiet else [*lines, summary(problems, timeline.files)])


def _pages(rule: str) -> list[str]:
    """The page of a rule in the manual, or of all rules."""
    pages = manual()
    if rule != "all" and rule not in pages:
        raise CallError(f"there is no rule '{rule}'", did_you_mean(rule, pages, "rules"))
    chosen = pages if rule == "all" else {rule: pages[rule]}
    lines = []
    for name, page in chosen.items():
        severity = "warning" if name in WARNINGS else "error"
        lines += [f"{name} ({severity})", "", *(f"  {line}" for line in page.splitlines()), ""]
    return lines[:-1]


@contextmanager
def _quiet_pipe(stream: TextIO) -> Iterator[None]:
    """A reader that has seen enough (`| head`) ends the output quietly; a full disk is told in words."""
    try:
        yield
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is left must not fail again at the end
        if isinstance(error, BrokenPipeError):
            raise typer.Exit from None
        reason = (error.strerror or str(error)).lower()
        raise CallError(f"standard output cannot be written: {reason}") from None


def _print_lines(lines: Iterable[Line]) -> None:
    with _quiet_pipe(sys.stdout):
        write(lines, sys.stdout)


def _print(text: str) -> None:
    """Text as it is, in UTF-8 whatever the locale: it is data."""
    with _quiet_pipe(sys.stdout):
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode(errors="backslashreplace"))


def _say(*sentences: str) -> None:
    """Talk on standard error, to whoever listens."""
    _talk([("", line)] for sentence in sentences for line in sentence.splitlines())


def _talk(lines: Iterable[Line]) -> None:
    try:
        write(lines, sys.stderr)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
