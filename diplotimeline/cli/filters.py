"""What several commands take from the command line: timelines, the filters, and days."""

import functools
import inspect
import shlex
from collections.abc import Callable, Iterator
from typing import Annotated, Any

import typer

from diplotimeline.errors import CallError, UnknownNameError
from diplotimeline.reading.find import STANDARD_INPUT
from diplotimeline.record.selection import Selection

Word = str | None
Words = list[str] | None
ACTOR_HELP = "Id or name; members too. a,b: any; a+b: all."
DATE_HELP = "2022-09, '13 September 2022', today, -30d; inclusive."

Timelines = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TIMELINE",
        help="Files, folders, '-' for standard input, or names of bundled timelines.",
        show_default=False,
    ),
]


Drafts = Annotated[bool, typer.Option("--drafts", help="What is marked 'draft: true', too.")]
Private = Annotated[bool, typer.Option("--private", help="What is marked 'private: true', too.")]


def option(*names: str, metavar: str, help: str) -> Any:
    """An option that takes a word; its help names no default."""
    return typer.Option(*names, metavar=metavar, help=help, show_default=False)


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all filters as options; its parameter `selection` gets what they say, as one value."""
    own, shared = inspect.signature(command), inspect.signature(_selection)

    @functools.wraps(command)
    def run(**given: Any) -> None:
        filters = {name: given.pop(name) for name in shared.parameters}
        try:
            command(**given, selection=_selection(**filters))
        except UnknownNameError as error:
            raise CallError(
                error.message, "\n  ".join([error.help, *_list_of(error.kind, given["timelines"])])
            ) from None

    kept = [parameter for parameter in own.parameters.values() if parameter.name != "selection"]
    keyword_only = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in kept]
    run.__signature__ = own.replace(parameters=[*keyword_only, *shared.parameters.values()])  # type: ignore[attr-defined]
    return run


def _list_of(kind: str, timelines: Words) -> Iterator[str]:
    """The call that lists all names of a kind, if there is one; what was read from standard input is gone."""
    if kind:
        files = [one for one in timelines or () if one != STANDARD_INPUT]
        yield f"see: {shlex.join(['diplotimeline', 'list', kind, *files])}"


# What is a list here adds up when it is given again: any of the values. The others are given once (`program`).
def _selection(
    *,
    actor: Annotated[Words, option("--actor", "-a", metavar="ID", help=ACTOR_HELP)] = None,
    start: Annotated[Word, option("--from", "--since", metavar="DATE", help=DATE_HELP)] = None,
    end: Annotated[Word, option("--to", "--until", metavar="DATE", help="As --from; a month to its end.")] = None,
    on: Annotated[Words, option("--on", metavar="DATE", help="In that year, month or day.")] = None,
    certain: Annotated[bool, typer.Option("--certain", help="Only events that are certainly in the range.")] = False,
    type: Annotated[Words, option("--type", "-t", metavar="TYPE", help="Such as meeting; a,b: any of.")] = None,
    source: Annotated[Words, option("--source", "-s", metavar="ID", help="Cited source.")] = None,
    status: Annotated[Words, option("--status", metavar="STATUS", help="Such as confirmed or disputed.")] = None,
    tag: Annotated[Words, option("--tag", metavar="TAG", help="Word from the events' tags.")] = None,
    grep: Annotated[Words, option("--grep", "-g", metavar="TEXT", help="Plain text; case, accents ignored.")] = None,
    place: Annotated[Words, option("--place", metavar="TEXT", help="Text in the name of a place.")] = None,
    said_by: Annotated[
        Words, option("--said-by", metavar="ID", help="Whose words a source holds or passes on.")
    ] = None,
    where: Annotated[
        Words, option("--where", metavar="NAME=VALUE", help="Field in extra, such as direction=escalating.")
    ] = None,
    id: Annotated[Words, option("--id", metavar="ID", help="The event with that id.")] = None,
    not_actor: Annotated[Words, option("--not-actor", metavar="ID", help="Without that actor.")] = None,
    not_type: Annotated[Words, option("--not-type", metavar="TYPE", help="Not of that type.")] = None,
    not_source: Annotated[Words, option("--not-source", metavar="ID", help="Not citing that source.")] = None,
    not_status: Annotated[Words, option("--not-status", metavar="STATUS", help="Not of that status.")] = None,
    not_tag: Annotated[Words, option("--not-tag", metavar="TAG", help="Without that tag.")] = None,
    not_grep: Annotated[Words, option("--not-grep", metavar="TEXT", help="Without that text.")] = None,
    known_by: Annotated[
        Word, option("--known-by", metavar="DAY", help="What sources of that day or before say.")
    ] = None,
) -> Selection:
    """The filters as typed."""
    texts = {
        "--from": [start],
        "--to": [end],
        "--on": on,
        "--grep": grep,
        "--not-grep": not_grep,
        "--place": place,
        "--where": where,
        "--known-by": [known_by],
    }
    for name, given in texts.items():
        if any(one is not None and not one.strip() for one in given or ()):
            raise CallError(f"{name} is empty", "give it a value, or leave it out")
    return Selection(
        start=start or "", end=end or "", on=tuple(on or ()), certain=certain,
        actors=tuple(actor or ()), not_actors=tuple(not_actor or ()),
        types=tuple(type or ()), not_types=tuple(not_type or ()),
        sources=tuple(source or ()), not_sources=tuple(not_source or ()),
        statuses=tuple(status or ()), not_statuses=tuple(not_status or ()),
        tags=tuple(tag or ()), not_tags=tuple(not_tag or ()),
        words=tuple(grep or ()), not_words=tuple(not_grep or ()),
        places=tuple(place or ()), said_by=tuple(said_by or ()), extra=tuple(where or ()),
        known_by=known_by or "", ids=tuple(id or ()),
    )  # fmt: skip
