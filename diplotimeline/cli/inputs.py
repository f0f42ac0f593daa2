"""From the words of a call to the timeline that it means, and what has to be said on the way."""

import os
import shlex
import sys
from collections.abc import Collection, Iterable
from contextlib import nullcontext, suppress
from dataclasses import replace
from pathlib import Path

from typer import Exit

from diplotimeline.checks import broken_rules, check, findings_of
from diplotimeline.checks.sound import sound_part
from diplotimeline.cli.streams import say, talk
from diplotimeline.cli.waiting import at_work
from diplotimeline.dates import display, parse
from diplotimeline.errors import CallError
from diplotimeline.phrases import count_of
from diplotimeline.problems import Problem
from diplotimeline.reading.find import STANDARD_INPUT, bundled, default_inputs, including
from diplotimeline.reading.loader import load, load_with
from diplotimeline.reading.tree import TreeReader, read_tree
from diplotimeline.record.chronology import Timeline, parted
from diplotimeline.record.selection import Selection, near, removals, select, speaks_in
from diplotimeline.record.undecided import with_todos
from diplotimeline.record.withholding import may_be_marked, withheld, withhold

DATA_ERRORS = 1
MOST_NAMED = 3
STANDARD_INPUT_PATH = "<stdin>"  # as the loader names it
UNKNOWN = ("unknown-actor", "unknown-source", "unknown-event")
OF_ONE = {"are": "is", "do": "does", "involve": "involves", "mention": "mentions"}


def is_there(given: str) -> bool:
    """Whether a word names standard input, something on the disk, or a bundled timeline."""
    return given == STANDARD_INPUT or os.path.lexists(given) or given in bundled()


def loaded(timelines: Collection[str] | None, *, quotes: bool = True, tree: TreeReader = read_tree) -> Timeline:
    """The timeline that was asked for, with its problems; says on standard error what is read and what passed over.

    Without `quotes` none is looked for in the archived texts. `tree` may be a `read_tree` that remembers what it has
    read.
    """
    if not timelines and default_inputs() and default_inputs()[0] in bundled().values():
        say("No timeline named and no folder 'timelines' here: reading the bundled one.")
    typed = STANDARD_INPUT in (timelines or ()) and sys.stdin.isatty()
    with nullcontext() if typed else at_work("Reading"):
        timeline = load_with({}, *(timelines or ()), texts=True, quotes=quotes, tree=tree)
    say(*(f"Passed over, no timeline: {path}" for path in timeline.report.passed_over))
    return timeline


def sound(timelines: Collection[str] | None, *, todos: bool = False, tree: TreeReader = read_tree) -> Timeline:
    """As `loaded`, but only a timeline without errors; else all problems go to standard error, and the command ends.

    Warnings do not stop it, nor, with `todos`, a TODO: the events that have one are in it too. `tree` may be a
    `read_tree` that remembers what it has read.
    """
    timeline = loaded(timelines, tree=tree)
    broken = broken_rules(timeline)
    if todos and broken == {"todo-left"}:
        return with_todos(timeline)
    if broken:
        _say_problems(timeline)
        raise Exit(DATA_ERRORS)
    return timeline


def sound_events(
    timelines: Collection[str] | None, *, todos: bool = False, quotes: bool = True
) -> tuple[Timeline, str]:
    """As `sound`, but of a timeline with errors in single events the others, and the words for how many are left out.

    The words are empty where there is no error.
    """
    timeline = loaded(timelines, quotes=quotes)
    findings = findings_of(timeline, errors_only=True)
    broken = {one.rule for one in findings if one.severity == "error"}
    if todos and broken == {"todo-left"}:
        return with_todos(timeline), ""
    if not broken:
        return timeline, ""
    _say_problems(timeline)
    part = sound_part(timeline, findings)
    if part is None or not part[0].events:
        raise Exit(DATA_ERRORS)
    kept, left_out = part
    if not left_out:
        return kept, "There are errors, but no event is left out for them"
    are = "is" if left_out == 1 else "are"
    return kept, f"{left_out:,} of {count_of(len(kept.events) + left_out, 'event')} {are} left out: errors"


def end(left_out: str) -> None:
    """End with the code of errors in the data if events are left out for them, and say how many."""
    if left_out:
        say(f"{left_out}.")
        raise Exit(DATA_ERRORS)


def register_of(given: str) -> Timeline:
    """The timeline whose actors are known, without what is private; errors end the command as in `sound`.

    A TODO in an event does not: with the actors of an unfinished draft other drafts can be made.
    """
    timeline = loaded([given])
    elsewhere = any(finding.route[:1] != ("events",) for finding in timeline.report.findings)
    if (broken := broken_rules(timeline)) and (elsewhere or broken != {"todo-left"}):
        _say_problems(timeline)
        raise Exit(DATA_ERRORS)
    return withhold(timeline)


def two_sides(one: str, other: str, *, drafts: bool, private: bool) -> tuple[Timeline, Timeline]:
    """Two timelines to set side by side, without their archived texts; says how many errors each has.

    What is a draft or private is left out unless it is asked for, and counted. An event may be `same-as` one of the
    other side. Raises `CallError` for standard input on both sides, and for a side of which a part cannot be read.
    """
    if one == other == STANDARD_INPUT:
        raise CallError("standard input can be read only once", "name a file for the other side")
    sides = _whole(one), _whole(other)
    for given, timeline, beside in ((one, sides[0], sides[1]), (other, sides[1], sides[0])):
        _count_errors(given, timeline, {event.id for event in beside.events})
    return _for_all(one, sides[0], drafts=drafts, private=private), _for_all(
        other, sides[1], drafts=drafts, private=private
    )


def unchecked(given: str, *, drafts: bool, private: bool) -> Timeline:
    """A timeline as far as it can be read, whatever is wrong in it, without its archived texts.

    What is a draft or private is left out unless it is asked for, and counted. Raises `CallError` as `two_sides` does.
    """
    return _for_all(given, _whole(given), drafts=drafts, private=private)


def _for_all(given: str, timeline: Timeline, *, drafts: bool, private: bool) -> Timeline:
    """A timeline without what is a draft or private, unless it is asked for, and says how much that is.

    Where there are such marks, mistakes may hide one: only what is sound is then kept. Raises `CallError` where nobody
    knows what is missing.
    """
    report = timeline.report
    if report.findings and not (drafts and private) and may_be_marked(timeline):
        part = sound_part(timeline, report.findings)
        if part is None:
            check = f"'diplotimeline check {shlex.quote(given)}' shows where"
            message = f"{given} has mistakes, and something in it is a draft or private"
            raise CallError(message, f"correct them ({check}), or add --drafts and --private")
        timeline, number = part
        counted = f"{given}: {count_of(number, 'event')} with mistakes withheld: something there is a draft or private."
        say(*([counted] if number else []))
    _say_what_is_withheld(withheld(timeline, drafts=drafts, private=private))
    kept = withhold(timeline, drafts=drafts, private=private)
    return kept if timeline.report is report else replace(kept, report=report._replace(faulty=()))


def _whole(given: str) -> Timeline:
    """A timeline that may have mistakes. Raises `CallError` if a part of it cannot be read."""
    with nullcontext() if given == STANDARD_INPUT else at_work("Reading"):
        timeline = load(given, quotes=False)
    report = timeline.report
    empty = not (timeline.events or timeline.sources or timeline.actors or timeline.title)
    if report.incomplete or (empty and report.findings):
        named, first = "standard input" if given == STANDARD_INPUT else given, report.problems[0]
        where = f"{first.path}:{first.line}:{first.column} [{first.rule}]" if may_be_marked(timeline) else first.concise
        raise CallError(f"{named} cannot be read whole: {where}", "correct this first")
    return timeline


def _count_errors(given: str, timeline: Timeline, beside: Collection[str]) -> None:
    """Say how many errors a side has, and what was passed over; `beside` are the ids of the events of the other."""
    own = [
        replace(event, related=tuple(tie for tie in event.related if tie.kind != "same-as" or tie.event not in beside))
        if event.related
        else event
        for event in timeline.events
    ]
    errors = sum(one.severity == "error" for one in check(replace(timeline, events=tuple(own)), errors_only=True))
    if errors:
        see = "" if given == STANDARD_INPUT else f"; 'diplotimeline check {shlex.quote(given)}' shows where"
        say(f"{'standard input' if given == STANDARD_INPUT else given}: {count_of(errors, 'error')}{see}.")
    say(*(f"Passed over, no timeline: {path}" for path in timeline.report.passed_over))


def refuse_part(timeline: Timeline, problems: Iterable[Problem], verb: str = "name") -> None:
    """Raises `CallError` for a file that another includes, if it names what it does not declare: the other may."""
    read = {os.path.realpath(file.path) for file in timeline.report.files}
    for path in dict.fromkeys(one.path for one in problems if one.rule in UNKNOWN and one.path != STANDARD_INPUT_PATH):
        whole = including(path)
        if whole and os.path.realpath(whole) not in read:
            raise CallError(f"{path} is included by {whole}: {verb} that", f"diplotimeline check {shlex.quote(whole)}")


def _say_problems(timeline: Timeline) -> None:
    """Print all problems on standard error.

    Of files in which something is a draft or private no word is printed: a mistake may stand in it, or in the mark.
    Raises `CallError` as `refuse_part` does.
    """
    from diplotimeline.views.report import full, places, summary

    problems, files, marked = check(timeline), timeline.report.files, may_be_marked(timeline)
    refuse_part(timeline, problems)
    talk([*(places if marked else full)(problems, files), summary(problems, files)])
    say(*(["Something here is a draft or private; 'diplotimeline check' shows the words."] if marked else []))


def selected(timeline: Timeline, selection: Selection, *, drafts: bool, private: bool) -> Timeline:
    """The timeline with the events that the filters keep; without what is a draft or private, unless it is asked for.

    It says on standard error how much is withheld. When nothing is left, it says how many events each filter removed;
    of `--certain` it always says how many it hides, of a range which approximate events lie near it.
    """
    whole, timeline = timeline, withhold(timeline, drafts=drafts, private=private)
    if timeline is not whole:
        _say_what_is_withheld(withheld(whole, drafts=drafts, private=private))
    kept = select(timeline, selection)
    if not timeline.events:
        say("No events: all of them are withheld." if whole.events else "No events: the timeline has none.")
    elif not kept.events:
        _say_why_none(timeline, selection)
    elif selection.certain:
        hidden = len(select(timeline, replace(selection, certain=False)).events) - len(kept.events)
        if hidden:
            they_are = "it is" if hidden == 1 else "they are"
            say(f"{count_of(hidden, 'event')} hidden: {they_are} not certain to lie in the range.")
    if dates := list(map(display, near(timeline, selection))):
        lie = "lies" if len(dates) == 1 else "lie"
        more = f" and {len(dates) - MOST_NAMED:,} more" if len(dates) > MOST_NAMED else ""
        say(f"{count_of(len(dates), 'approximate event')} {lie} near: {', '.join(dates[:MOST_NAMED])}{more}")
    return kept


def _say_what_is_withheld(counts: Iterable[tuple[int, str]]) -> None:
    told = [count_of(number, noun) for number, noun in counts if number]
    if told:
        say(f"{' and '.join(filter(None, (', '.join(told[:-1]), told[-1])))} withheld.")


def say_head(*timelines: Timeline) -> None:
    """Tell what a head would, where what is printed has none: by what day the events are known, and how many lie only
    perhaps in the range. Of two timelines that are set side by side, for each.
    """
    say_known(timelines[0])
    for side, timeline in zip(("A: ", "B: ") if len(timelines) > 1 else ("",), timelines, strict=True):
        if timeline.ranges and (doubtful := parted(timeline)[1]):
            number = f"{len(doubtful):,} of {count_of(len(timeline.events), 'event')}"
            say(f"{side}{'perhaps' if side else 'Perhaps'} in this range: {number}.")


def say_known(timeline: Timeline) -> None:
    """Tell by what day the events are known, if one was asked for: what later sources say of them is left out."""
    if timeline.known_by and timeline.events:
        say(f"As known by {display(parse(timeline.known_by))}.")


def _say_why_none(timeline: Timeline, selection: Selection) -> None:
    """Tell which filter removed how many events; and in which sources an actor speaks that takes part in none."""
    left, reasons = len(timeline.events), []
    for words, number in removals(timeline, selection):
        reasons += [f"{number} of {left} {_of_one(words) if number == 1 else words}"] if number else []
        left -= number
    say(f"No events: {'; '.join(reasons)}.")
    for actor in selection.actors:
        sources = [f"--source {shlex.quote(source)}" for source in speaks_in(timeline, actor)[:MOST_NAMED]]
        if sources and not select(timeline, Selection(actors=(actor,))).events:
            say(f"{actor} speaks in sources: {' '.join(sources)}")


def _of_one(words: str) -> str:
    """The words of `removals` for a single event: `are before 2023` becomes `is before 2023`."""
    verb, _, rest = words.partition(" ")
    return f"{OF_ONE[verb]} {rest}"


def refuse_inputs(timeline: Timeline, output: Path) -> None:
    """Raises `CallError` if the output is one of the files that the timeline was read from."""
    report = timeline.report
    archived = (report.files[one.origin.file].folder / one.file for one in timeline.sources.values() if one.file)
    read = (*(file.path for file in report.files), *report.passed_over)
    for path in (*map(Path, read), *archived):
        with suppress(OSError):
            if path.samefile(output):
                raise CallError(f"{output} is one of the inputs", "name another file")
    if any(path == STANDARD_INPUT_PATH for path in read):
        with suppress(OSError, ValueError):  # standard input need not be a file
            if os.path.samestat(os.fstat(sys.stdin.fileno()), output.stat()):
                raise CallError(f"{output} is one of the inputs", "name another file")
