"""What `check` prints: for people (`full`), for grep (`concise`), for programs (`json`) and for GitHub (`github`)."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from textwrap import indent

from diplotimeline.characters import FORBIDDEN, visible
from diplotimeline.phrases import count_of
from diplotimeline.problems import Finding, Problem, Severity
from diplotimeline.record.report import TimelineFile
from diplotimeline.views.lines import Line, cells

MOST_PROBLEMS = 100
TAB = "    "
# A source line is shown around the mistake, however long it is.
BEFORE, AFTER = 60, 100
EXAMPLE = re.compile(r"\n\n```yaml\n(.*?)\n```", re.DOTALL)

Files = Sequence[TimelineFile]


# Of long lists the views get the first problems at their places, and `more` findings behind these.


def full(problems: Sequence[Problem], files: Files, more: Sequence[Finding] = ()) -> Iterator[Line]:
    """Each problem with the line in which it is, carets below the mistake, and what to write instead."""
    shown = _shown(problems)
    texts = {file: files[file].data.split(b"\n") for file in {one.file for one in shown}}
    for problem in shown:
        yield _first_line(problem)
        lines = texts[problem.file][problem.line - 1 : problem.line]  # none where it stands behind the last line
        yield from _frame(problem, b"".join(lines).removesuffix(b"\r").decode(errors="replace"))
        yield []
    yield from _the_rest([*problems, *more])


def concise(problems: Sequence[Problem], _files: Files, more: Sequence[Finding] = ()) -> Iterator[Line]:
    """One line for each problem."""
    yield from (_first_line(problem) for problem in _shown(problems))
    yield from _the_rest([*problems, *more])


def places(problems: Sequence[Problem], _files: Files) -> Iterator[Line]:
    """Where each problem is and the name of its rule, with no word of the file."""
    yield from ([("", f"{one.path}:{one.line}:{one.column} [{one.rule}]")] for one in _shown(problems))
    yield from _the_rest(problems)


def as_json(problems: Sequence[Problem], _more: Sequence[Finding] = ()) -> str:
    """All problems as one JSON array; lines and columns count from 1, `end_column` is the one behind the mistake.

    The name of a file may hold characters that steer a terminal: these are written as JSON escapes.
    """
    names = ("path", "line", "column", "end_line", "end_column", "severity", "rule", "message", "help")
    records = [{name: getattr(problem, name) for name in names} for problem in problems]
    text = json.dumps(records, ensure_ascii=False, indent=2)
    return FORBIDDEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def as_github(problems: Sequence[Problem], more: Sequence[Finding] = ()) -> str:
    """Workflow commands that GitHub shows beside the lines of a pull request."""
    lines = []
    for problem in _shown(problems):
        place = (
            f"file={_property(problem.path)},line={problem.line},col={problem.column},"
            f"endLine={problem.end_line},endColumn={problem.end_column},title={problem.rule}"
        )
        words = f"{problem.message}. {problem.help}" if problem.help else problem.message
        lines.append(f"::{problem.severity} {place}::{_data(words)}\n")
    lines += [f"{words}\n" for line in _the_rest([*problems, *more]) for _, words in line]
    return "".join(lines)


LINE_FORMATS = {"full": full, "concise": concise}
TEXT_FORMATS = {"json": as_json, "github": as_github}


def _first_line(problem: Problem) -> Line:
    place, _, rest = problem.concise.partition(f"{problem.severity}: ")
    return [("", place), (problem.severity, f"{problem.severity}: "), ("", rest)]


def _frame(problem: Problem, text: str) -> Iterator[Line]:
    """The source line, and carets under the mistake measured in terminal cells."""
    number = str(problem.line)
    margin = " " * len(number)
    start = problem.column - 1
    end = problem.end_column - 1 if problem.end_line == problem.line else len(text)
    low, high = max(0, start - BEFORE), max(min(end, start + AFTER), start + 1)
    before = ("…" if low else "") + _expanded(text[low:start])
    marked = _expanded(text[start:high])
    after = _expanded(text[high : start + AFTER]) + ("…" if len(text) > max(start + AFTER, high) else "")
    carets = "^" * max(cells(marked.rstrip()), 1)
    if text:
        yield [("faint", f" {number} | "), ("", f"{before}{marked}{after}".rstrip())]
        yield [("faint", f" {margin} | "), ("", " " * cells(before)), (problem.severity, carets)]
    if problem.help:
        yield [("faint", f" {margin} = "), ("", f"help: {problem.help}")]


def _expanded(text: str) -> str:
    return visible(text.replace("\t", TAB))


def _shown(problems: Sequence[Problem]) -> list[Problem]:
    """The first hundred problems, in their order; errors come before warnings where some are left out."""
    chosen = sorted(range(len(problems)), key=lambda number: problems[number].severity != "error")[:MOST_PROBLEMS]
    return [problems[number] for number in sorted(chosen)]


def _the_rest(problems: Sequence[Problem | Finding]) -> Iterator[Line]:
    """Where the list is cut: how many are left out, and how many each rule found in all."""
    if len(problems) > MOST_PROBLEMS:
        sums = Counter(problem.rule for problem in problems).most_common()
        by_rule = ", ".join(f"{number:,} {rule}" for rule, number in sums)
        yield [("", f"… and {count_of(len(problems) - MOST_PROBLEMS, 'more problem')}; in all: {by_rule}")]


def summary(problems: Sequence[Problem | Finding], files: Files, accepted: int = 0, others: int = 0) -> Line:
    """The last line of a report: `2 files checked: 4 errors, 1 warning, 2 accepted, 3 of other rules.`"""
    errors = sum(problem.severity == "error" for problem in problems)
    counts = f"{count_of(errors, 'error')}, {count_of(len(problems) - errors, 'warning')}"
    tail = f", {accepted} accepted" if accepted else ""
    tail += f", {others:,} of other rules" if others else ""
    return [("", f"{count_of(len(files), 'file')} checked: {counts if problems else 'no problems'}{tail}.")]


def explanation(pages: Iterable[tuple[str, Severity, str]]) -> Iterator[Line]:
    """Pages of the manual, each a rule with its severity and its Markdown: examples are indented instead of fenced."""
    texts = [f"{name} ({severity})\n\n{indent(_unfenced(markdown), '  ')}" for name, severity, markdown in pages]
    yield from ([("", line)] for line in "\n".join(texts).splitlines())


def _unfenced(markdown: str) -> str:
    return EXAMPLE.sub(lambda match: f"\n{indent(match[1], TAB)}", markdown).replace("\n\nRight:", "\nRight:")


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
