"""The counts of a chronology in the terminal, with bars; and how long ago an event of a type was, in a sentence."""

import math
from collections.abc import Iterator, Sequence

from diplotimeline.analyses import stats as analysis
from diplotimeline.dates import display, iso, parse
from diplotimeline.phrases import citation, claims_verified, count_of, month_title, plural, sources_archived
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event
from diplotimeline.views.head import head, safe_words
from diplotimeline.views.lines import WIDEST, Line, cells, wrap

BAR = "█"
WIDEST_BAR = 40
LABEL_SHARE = 2
PLAIN = frozenset(("reported", "confirmed"))
"""Events of this status are named without it."""


def stats(timeline: Timeline, width: int) -> Iterator[Line]:
    """All counts of a timeline that has events, in lines of at most `width` columns, never more than 100."""
    width = min(width, WIDEST)
    found = analysis.stats(timeline)
    names = {name: citation(timeline, source) for name, source in timeline.sources.items()}
    yield from head(timeline, width)
    yield from _bars("Months", [(_month(year, month), number) for year, month, number in found.months], width)
    actors = [(timeline.name(one.actors[0]), len(one.events), _from_to(one)) for one in found.actors]
    yield from _table("Actors, with those who belong to them", actors, width)
    yield from _bars("Types", [(type or "(none)", number) for type, number in found.types], width)
    yield from _bars("Status", found.statuses, width)
    yield from _table("Sources", [(names.get(name, name), number, "") for name, number in found.sources], width)
    yield from _evidence(found, width)
    gaps = [(f"before {display(event.date)}, {event.title}", days, "") for days, event in found.gaps]
    yield from _table("Gaps of a week or more, in days", gaps, width)
    met = [
        (f"{', '.join(map(timeline.name, one.actors))}{_doubted(one)}", len(one.events), _from_to(one))
        for one in found.meetings
    ]
    yield from _table("Who met whom", met, width)


def _month(year: int | None, month: int | None) -> str:
    if year is None:
        return "no single year"
    return month_title(year, month) if month else f"{year}, no single month"


def _doubted(met: analysis.Tally) -> str:
    """How many of the meetings are in doubt: ` (1 alleged, 2 disputed)`, or nothing."""
    doubted = ", ".join(f"{number} {status}" for status, number in met.statuses if status not in PLAIN)
    return f" ({doubted})" if doubted else ""


def _evidence(found: analysis.Stats, width: int) -> Iterator[Line]:
    """How well the events are attested: first what is verified, then what is missing or given besides."""
    one = found.evidence
    counted = (
        ("quote", "not verified", one.quoted - one.verified),
        ("claim", "without a quote", one.claims - one.quoted),
        ("event", "without a quote", found.without_quote),
        ("event", "of a single source", found.single_source),
        ("source", "with a pinned text", one.pinned),
        ("source", "with an address", one.addressed),
    )
    yield from ([], [("heading", "Evidence")])
    yield from ([("", line)] for line in wrap(f"{claims_verified(one)}; {sources_archived(one)}", width))
    yield from _rows([(f"{plural(number, noun)} {words}", number, "") for noun, words, number in counted], width)


def _from_to(one: analysis.Tally) -> str:
    """The dates of the first and the last event: `13 Sep 2022 … 4 Oct 2022`."""
    return " … ".join(dict.fromkeys(display(event.date) for event in (one.events[0], one.events[-1])))


def _bars(title: str, rows: Sequence[tuple[str, int]], width: int) -> Iterator[Line]:
    """Rows of a label, a bar and its number, below a title."""
    if not rows:
        return
    yield from ([], [("heading", title)])
    label_width = max(cells(label) for label, _ in rows)  # months and words of the format: never long
    most = max(number for _, number in rows)
    room = min(WIDEST_BAR, width - label_width - len(f"  {most:,}") - 1)
    for label, number in rows:
        bar = BAR * max(round(number * room / most), 1)
        yield [("", label + " " * (label_width - cells(label))), ("rail", f" {bar}"), ("", f" {number:,}")]


def _table(title: str, rows: Sequence[tuple[str, int, str]], width: int) -> Iterator[Line]:
    """Rows of a number, what it counts, and from when to when: on the same line where there is room."""
    if not rows:
        return
    yield from ([], [("heading", title)])
    yield from _rows(rows, width)


def _rows(rows: Sequence[tuple[str, int, str]], width: int) -> Iterator[Line]:
    """The rows of such a table."""
    number_width = max(len(f"{number:,}") for _, number, _ in rows)
    when_width = max(cells(when) for _, _, when in rows)
    own_line = number_width + 2 + when_width + 2 > width // LABEL_SHARE + number_width
    room = width - number_width - 1 - (0 if own_line or not when_width else when_width + 2)
    longest = min(max(cells(label) for label, _, _ in rows), room)
    for label, number, when in rows:
        first, *more = wrap(safe_words(label), longest)
        beside = ("faint", "" if own_line else f"{'':{longest - cells(first)}}  {when}")
        yield [("", f"{number:>{number_width},} {first}"), beside]
        yield from ([("", f"{'':>{number_width}} {line}")] for line in more)
        if own_line and when:
            yield [("faint", f"{'':>{number_width}} {when}")]


# --- days since ----------------------------------------------------------------------------------------------------


def since(timeline: Timeline, type: str, day: int) -> Iterator[Line]:
    """How many days before `day`, an ordinal, the last event of a type ended, in sentences.

    `8 days since the last ceasefire-violation, as of 2022-10-06.`, a range where dates are uncertain, and below it
    every event that may be the last.
    """
    found = analysis.since_last(timeline, type, day)
    if found is None:
        yield [("", f"No {type} by {iso(day)}.")]
        return
    none_yet = ", or none yet" if found.none_yet else ""
    yield [("", f"{_days(found)} since the last {type}{none_yet}, as of {iso(day)}.")]
    if len(found.last) == 1:
        yield [("", f"The last: {_named(found.last[0])}")]
    else:
        yield from ([("", line)] for line in ("The last may be:", *map(_named, found.last)))
    if found.qualified:
        yield [("", "A date that this rests on is approximate or uncertain.")]
    yield from _silence(timeline, day)


def _silence(timeline: Timeline, day: int) -> Iterator[Line]:
    """A warning where the record ends before that day: it knows nothing of the days between."""
    end = max(event.date.last_day for event in timeline.events)
    goes_on = any(event.date.latest in (None, math.inf) for event in timeline.events)
    if end < day and not goes_on:
        yield [("", f"The record ends on {display(parse(iso(end)))}; it does not say what came later.")]


def _named(event: Event) -> str:
    """The date and title of an event, with a status of doubt: `28 Sep 2022, They exchange fire (disputed)`."""
    status = "" if event.status in PLAIN else f" ({event.status})"
    return f"{display(event.date, event.part or '')}, {event.title}{status}"


def _days(found: analysis.Since) -> str:
    """`8 days`, `2 to 5 days`, `4 days or more`."""
    if found.high is None:
        return f"{count_of(found.low, 'day')} or more"
    return count_of(found.low, "day") if found.low == found.high else f"{found.low:,} to {found.high:,} days"
