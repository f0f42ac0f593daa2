"""What several commands take from the command line: timelines, the filters, and days."""

import functools
import inspect
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

import typer

from diplotimeline.errors import CallError
from diplotimeline.record.selection import Selection

Word = str | None
Words = list[str] | None
ACTOR_HELP = "Id, name or alias; its members too. Repeat: any of; a+b: all of."
DATE_HELP = "2022, 2022-09, 2022-09-13 or '13 September 2022'; inclusive."

Timelines = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TIMELINE",
        help="Files, folders, '-' for standard input, or names of bundled timelines.",
        show_default=False,
    ),
]


def day_given(option: str, typed: str) -> date:
    """The day that was typed for an option. Raises `CallError` for a month or a year."""
    from diplotimeline.dates.typed import parse_typed  # show mostly does without

    day = parse_typed(typed)
    if day.first != day.last:
        raise CallError(f"{option} needs a day, and {day.text} is longer", "write it as 2022-10-06")
    return date.fromordinal(day.first)


def option(*names: str, metavar: str, help: str) -> Any:
    """An option that takes a word; its help names no default."""
    return typer.Option(*names, metavar=metavar, help=help, show_default=False)


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all filters as options; its parameter `selection` gets what they say, as one value."""
    own, shared = inspect.signature(command), inspect.signature(_selection)

    @functools.wraps(command)
    def run(**given: Any) -> None:
        filters = {name: given.pop(name) for name in shared.parameters}
        command(**given, selection=_selection(**filters))

    kept = [parameter for parameter in own.parameters.values() if parameter.name != "selection"]
    keyword_only = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in kept]
    run.__signature__ = own.replace(parameters=[*keyword_only, *shared.parameters.values()])  # type: ignore[attr-defined]
    return run


def _selection(
    *,
    actor: Annotated[Words, option("--actor", "-a", metavar="ID", help=ACTOR_HELP)] = None,
    start: Annotated[Word, option("--from", "--since", metavar="DATE", help=DATE_HELP)] = None,
    end: Annotated[Word, option("--to", "--until", metavar="DATE", help="As --from; a month to its end.")] = None,
    on: Annotated[Word, option("--on", metavar="DATE", help="In that year, month or day.")] = None,
    certain: Annotated[bool, typer.Option("--certain", help="Only events that are certainly in the range.")] = False,
    type: Annotated[Words, option("--type", "-t", metavar="TYPE", help="Such as meeting.")] = None,
    source: Annotated[Words, option("--source", "-s", metavar="ID", help="Cited source.")] = None,
    status: Annotated[Words, option("--status", metavar="STATUS", help="Such as confirmed or disputed.")] = None,
    tag: Annotated[Words, option("--tag", metavar="TAG", help="Word from the events' tags.")] = None,
    grep: Annotated[Word, option("--grep", "-g", metavar="TEXT", help="Plain text; case, accents ignored.")] = None,
) -> Selection:
    """The filters as typed."""
    for name, given in (("--from", start), ("--to", end), ("--on", on), ("--grep", grep)):
        if given is not None and not given.strip():
            raise CallError(f"{name} is empty", "give it a value, or leave it out")
    actors, types, sources, statuses, tags = (tuple(given or ()) for given in (actor, type, source, status, tag))
    return Selection(actors, start or "", end or "", on or "", certain, types, sources, statuses, tags, grep or "")
