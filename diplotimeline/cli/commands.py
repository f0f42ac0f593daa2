"""The commands, each a verb that a newcomer would guess."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from diplotimeline.checks import check as run_checks, manual
from diplotimeline.cli.filters import Timelines, option, with_filters
from diplotimeline.cli.inputs import DATA_ERRORS, loaded, refuse_inputs, selected, sound
from diplotimeline.cli.program import app
from diplotimeline.cli.streams import print_data, print_lines, print_text, say
from diplotimeline.cli.waiting import at_work
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.problems import WARNINGS, Problem
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.selection import Selection
from diplotimeline.record.words import TYPES
from diplotimeline.suggest import did_you_mean
from diplotimeline.views.lines import terminal_width


@app.command()
@with_filters
def show(
    timelines: Timelines = None,
    *,
    oneline: Annotated[bool, typer.Option("--oneline", "-1", help="One line per event.")] = False,
    lanes: Annotated[bool, typer.Option("--lanes", help="A picture: actors down, time across.")] = False,
    reverse: Annotated[bool, typer.Option("--reverse", "-r", help="Newest first.")] = False,
    notes: Annotated[bool, typer.Option("--notes", help="Curators' notes too.")] = False,
    selection: Selection,
) -> None:
    """Print the chronology."""
    if oneline and notes:
        raise CallError("--notes cannot be used together with --oneline", "one line has no room for notes")
    if lanes and (oneline or reverse or notes):
        raise CallError("--lanes cannot be used together with --oneline, --reverse or --notes", "it is a picture")
    timeline = selected(sound(timelines), selection)
    if not timeline.events:
        return
    width = terminal_width()
    if oneline:  # a view is imported when it is asked for
        from diplotimeline.views import oneline as one_line_each

        print_lines(one_line_each.oneline(timeline, width if sys.stdout.isatty() else None, reverse=reverse))
    elif lanes:
        from diplotimeline.views import lanes as picture

        print_lines(picture.lanes(timeline, width))
    else:
        from diplotimeline.views.rail import rail

        print_lines(rail(timeline, width, reverse=reverse, notes=notes))


@app.command()
@with_filters
def stats(
    timelines: Timelines = None,
    *,
    json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    since_last: Annotated[
        str, option("--since-last", metavar="TYPE", help="Days since the last event of a type.")
    ] = "",
    as_of: Annotated[str, option("--as-of", metavar="DAY", help="The day to count to; otherwise today.")] = "",
    selection: Selection,
) -> None:
    """Count: months, actors, types, sources, evidence, gaps, meetings."""
    from diplotimeline.views import stats as numbers

    if as_of and not since_last:
        raise CallError("--as-of needs --since-last", "name the type of event: --since-last ceasefire-violation")
    timeline = selected(sound(timelines), selection)
    if since_last:
        type, day = _known_type(since_last), _day(as_of)
        text = numbers.since_as_json(timeline, type, day) if json else numbers.since_in_words(timeline, type, day)
        print_text(f"{text}\n")
    elif json:
        print_text(numbers.as_json(timeline))
    elif timeline.events:
        print_lines(numbers.numbers(timeline, terminal_width()))


@app.command()
@with_filters
def compare(
    one: Annotated[str, typer.Argument(metavar="A", help="A source by its id, or a speaker with all its sources.")],
    other: Annotated[str, typer.Argument(metavar="B", help="The source or speaker to set beside it.")],
    timelines: Timelines = None,
    *,
    format: Annotated[str, option("--format", "-f", metavar="NAME", help="text, markdown or json.")] = "text",
    selection: Selection,
) -> None:
    """Set two sources side by side: what only one says, and where both differ."""
    from diplotimeline.analyses.compare import compare as set_side_by_side
    from diplotimeline.exporters import compare as comparison
    from diplotimeline.views.compare import accounts

    texts = {"markdown": comparison.markdown, "json": comparison.as_json}
    if format != "text" and format not in texts:
        raise CallError(f"there is no format '{format}'", did_you_mean(format, ["text", *texts], "formats"))
    compared = set_side_by_side(selected(sound(timelines), selection), one, other)
    if format == "text":
        print_lines(accounts(compared, terminal_width()))
    else:
        print_text(texts[format](compared))


@app.command()
@with_filters
def export(
    timelines: Timelines = None,
    *,
    output: Annotated[
        str, option("--output", "-o", metavar="FILE", help="Its ending picks the format; '-': stdout.")
    ] = "",
    format: Annotated[
        str, option("--format", "-f", metavar="NAME", help="Such as csv, html or xlsx; a wrong one lists all.")
    ] = "",
    strict: Annotated[bool, typer.Option("--strict", help="Fail when the format cannot represent something.")] = False,
    excel: Annotated[bool, typer.Option("--excel", help="csv: add the byte order mark that Excel needs.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="csv: texts that look like formulas stay as written.")] = False,
    rows: Annotated[str, option("--rows", metavar="KIND", help="csv: a row for each of 'events' or 'claims'.")] = "",
    table: Annotated[bool, typer.Option("--table", help="markdown: one table.")] = False,
    selection: Selection,
) -> None:
    """Write the events in another format."""
    from diplotimeline.exporters import FORMATS, format_for, render  # show does not pay for them
    from diplotimeline.files import write_atomic

    if output in ("", "-") and not format:
        example = "Say how: -f csv." if output else "Say where or how: -o my.html, or -f csv."
        raise CallError(example, f"formats: {', '.join(FORMATS)}")
    name = format or format_for(output)
    whole = sound(timelines)
    timeline = selected(whole, selection)
    result = render(timeline, name, {"excel": excel, "raw": raw, "rows": rows, "table": table})
    if strict and result.lost:
        say(*result.lost)
        raise typer.Exit(DATA_ERRORS)
    if output in ("", "-"):
        if isinstance(result.content, bytes) and sys.stdout.isatty():
            raise CallError(f"{name} is nothing to read in a terminal", f"write it to a file: -o my.{name}")
        print_data(result.data)
        say(*result.remarks, *result.lost)
        return
    refuse_inputs(whole, Path(output))
    write_atomic(Path(output), result.data)
    say(*result.remarks, *result.lost)
    chosen = count_of(len(timeline.events), "event")
    written = f"{len(timeline.events) - result.left_out:,} of {chosen}" if result.left_out else chosen
    say(f"Wrote {output} ({written}).")


@app.command()
def check(
    timelines: Timelines = None,
    *,
    format: Annotated[str, option("--format", "-f", metavar="NAME", help="full, concise, json or github.")] = "full",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
    explain: Annotated[str, option("--explain", metavar="RULE", help="What a rule finds and why; or 'all'.")] = "",
) -> None:
    """Find every mistake, at its line, in one run."""
    from diplotimeline.views.report import LINE_FORMATS, TEXT_FORMATS

    if explain:
        print_lines([("", line)] for line in _pages(explain))
        return
    if format not in LINE_FORMATS and format not in TEXT_FORMATS:
        known = [*LINE_FORMATS, *TEXT_FORMATS]
        raise CallError(f"there is no format '{format}'", did_you_mean(format, known, "formats"))
    timeline = loaded(timelines)
    with at_work("Checking"):
        problems = run_checks(timeline)
    _print_report(problems, timeline, format, quiet=quiet)
    if any(problem.severity == "error" or strict for problem in problems):
        raise typer.Exit(DATA_ERRORS)


@app.command()
def schema() -> None:
    """Print the JSON Schema of timeline files, for editors."""
    from diplotimeline.record.schema import schema_text

    print_text(schema_text())


# --- steps of the commands -----------------------------------------------------------------------------------------


def _known_type(word: str) -> str:
    for type in TYPES:
        if type == word.casefold():
            return type
    raise CallError(f"no type is called '{word}'", did_you_mean(word, TYPES, "known"))


def _day(typed: str) -> int:
    """The ordinal of the day that was typed, else of today."""
    if not typed:
        return date.today().toordinal()  # noqa: DTZ011 - the day where the person sits
    from diplotimeline.dates.typed import parse_typed

    day = parse_typed(typed)
    if day.first != day.last:
        raise CallError(f"--as-of needs a day, and {day.text} is longer", "write it as 2022-10-06")
    return day.first


def _print_report(problems: Sequence[Problem], timeline: Timeline, format: str, *, quiet: bool) -> None:
    """The problems in a format: lines for people, with a summary, or text for programs, without."""
    from diplotimeline.views.report import LINE_FORMATS, TEXT_FORMATS, summary

    if format in TEXT_FORMATS:
        print_text(TEXT_FORMATS[format](problems, timeline.report.files))
        return
    lines = list(LINE_FORMATS[format](problems, timeline.report.files))
    print_lines(lines if quiet else [*lines, summary(problems, timeline.report.files)])


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
