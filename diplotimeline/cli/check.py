"""`check`: every mistake at its line, and what each rule finds."""

from collections.abc import Iterable
from typing import Annotated

import typer

from diplotimeline.checks import checked, manual, severity_of
from diplotimeline.cli.filters import Timelines, Words, option
from diplotimeline.cli.inputs import DATA_ERRORS, loaded, refuse_part
from diplotimeline.cli.streams import print_lines, print_text, say
from diplotimeline.cli.waiting import at_work
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.record.words import LISTS
from diplotimeline.suggest import did_you_mean
from diplotimeline.views.lines import Line
from diplotimeline.views.report import LINE_FORMATS, MOST_PROBLEMS, TEXT_FORMATS, explanation, summary

FORMATS = (*LINE_FORMATS, *TEXT_FORMATS)


def check(
    timelines: Timelines = None,
    *,
    format: Annotated[str, option("--format", "-f", metavar="NAME", help="full, concise, json or github.")] = "full",
    strict: Annotated[bool, typer.Option("--strict", help="Warnings fail too.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
    select: Annotated[Words, option("--select", metavar="RULE", help="Only these rules; a,b: any of.")] = None,
    ignore: Annotated[Words, option("--ignore", metavar="RULE", help="Without these rules.")] = None,
    explain: Annotated[str, option("--explain", metavar="RULE", help="A rule or 'all'; a field for its words.")] = "",
) -> None:
    """Find every mistake, at its line, in one run."""
    if explain:
        print_lines(_explained(explain))
        return
    if format not in FORMATS:
        raise CallError(f"there is no format '{format}'", did_you_mean(format, FORMATS, "formats"))
    wanted, unwanted = _rules("--select", select), _rules("--ignore", ignore)
    timeline = loaded(timelines)
    with at_work("Checking"):
        found = checked(timeline, most=None if format == "json" else MOST_PROBLEMS)
    refuse_part(timeline, found.problems, "check")
    rules = {one.rule for one in found.problems} | {one.rule for one in found.more}
    asked = (rules & wanted if select else rules) - unwanted
    problems = [one for one in found.problems if one.rule in asked]
    more = [one for one in found.more if one.rule in asked]
    others = len(found.problems) + len(found.more) - len(problems) - len(more)
    if others and (quiet or format in TEXT_FORMATS):  # else the summary has it
        say(f"{count_of(others, 'problem')} of other rules left out.")
    if format in TEXT_FORMATS:
        print_text(TEXT_FORMATS[format](problems, more))
    else:
        files = timeline.report.files
        lines = list(LINE_FORMATS[format](problems, files, more))
        print_lines(lines if quiet else [*lines, summary([*problems, *more], files, found.accepted, others)])
    if any(problem.severity == "error" or strict for problem in problems):
        raise typer.Exit(DATA_ERRORS)


def _rules(name: str, given: Words) -> set[str]:
    """The rules that an option names. Raises `CallError` for one that there is not."""
    rules = [rule.strip() for one in given or () for rule in one.split(",")]
    for rule in rules:
        if rule not in manual():
            raise CallError(f"{name}: there is no rule '{rule}'", did_you_mean(rule, manual(), "rules"))
    return set(rules)


def _explained(name: str) -> Iterable[Line]:
    """The page of a rule in the manual, or of all rules; or the words of a closed list, each with its meaning."""
    pages = manual()
    if name in LISTS:
        widest = max(map(len, LISTS[name]))
        words = [f"  {word:<{widest}}  {meaning}" for word, meaning in LISTS[name].items()]
        return ([("", line)] for line in (f"the words of '{name}'", "", *words))
    if name != "all" and name not in pages:
        raise CallError(f"there is no rule '{name}'", did_you_mean(name, (*pages, *LISTS), "rules"))
    chosen = pages if name == "all" else {name: pages[name]}
    return explanation([(rule, severity_of(rule), page) for rule, page in chosen.items()])
