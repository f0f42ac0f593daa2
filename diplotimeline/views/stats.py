"""The numbers of a chronology for a person, with bars, and for a program, as JSON."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from diplotimeline.analyses.stats import Meetings, Since, Stats, since_last, stats
from diplotimeline.dates import display, iso, parse
from diplotimeline.phrases import citation, count_of, month_title, plural
from diplotimeline.record.chronology import Timeline
from diplotimeline.record.values import Event
from diplotimeline.views.head import head, safe_words
from diplotimeline.views.lines import WIDEST, Line, cells, wrap

BAR = "█"
WIDEST_BAR = 40
LABEL_SHARE = 2
PLAIN = frozenset(("reported", "confirmed"))
"""What is said without its status."""


def numbers(timeline: Timeline, width: int) -> Iterator[Line]:
    """All numbers of a timeline that has events, in lines of at most `width` columns, and 100."""
    width = min(width, WIDEST)
    found = stats(timeline)
    names = {name: citation(timeline, source) for name, source in timeline.sources.items()}
    yield from head(timeline, width)
    yield from _bars("Months", [(_month(year, month), number) for year, month, number in found.months], width)
    actors = [
        (timeline.name(one.actor), one.events, _from_to(display(one.first), display(one.last))) for one in found.actors
    ]
    yield from _table("Actors, with those who belong to them", actors, width)
    yield from _bars("Types", [(type or "(none)", number) for type, number in found.types], width)
    yield from _bars("Status", found.statuses, width)
    yield from _table("Sources", [(names.get(name, name), number, "") for name, number in found.sources], width)
    yield from _table("Evidence", [(words, number, "") for words, number in _evidence(found)], width)
    gaps = [(f"before {display(gap.before.date)}, {gap.before.title}", gap.days, "") for gap in found.gaps]
    yield from _table("Gaps of a week or more, in days", gaps, width)
    met = [
        (
            f"{timeline.name(one.one)}, {timeline.name(one.other)}{_doubted(one)}",
            one.times,
            _from_to(display(one.first), display(one.last)),
        )
        for one in found.meetings
    ]
    yield from _table("Who met whom", met, width)


def _month(year: int | None, month: int | None) -> str:
    if year is None:
        return "no single year"
    return month_title(year, month) if month else f"{year}, no single month"


def _doubted(met: Meetings) -> str:
    """` (1 alleged, 2 disputed)`: how many of the meetings are not held to have taken place."""
    doubted = ", ".join(f"{number} {status}" for status, number in met.statuses if status not in PLAIN)
    return f" ({doubted})" if doubted else ""


def _evidence(found: Stats) -> list[tuple[str, int]]:
    evidence = found.evidence
    counted = (
        ("quote", "verified against archived texts", evidence.verified),
        ("quote", "not verified", evidence.quotes - evidence.verified),
        ("event", "without a quote", evidence.without_quote),
        ("event", "of a single source", evidence.single_source),
    )
    return [(f"{plural(number, noun)} {words}", number) for noun, words, number in counted]


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} … {last}"


def _bars(title: str, rows: Sequence[tuple[str, int]], width: int) -> Iterator[Line]:
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
    """Rows of a number, what it counts and, where there is room, from when to when."""
    if not rows:
        return
    yield from ([], [("heading", title)])
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


def since_in_words(timeline: Timeline, type: str, day: int) -> str:
    """`8 days since the last ceasefire-violation, as of 2022-10-06 …`, a range where dates are uncertain."""
    found = since_last(timeline, type, day)
    if found is None:
        return f"No {type} by {iso(day)}."
    none_yet = ", or none yet" if found.none_yet else ""
    which = "The last: " if len(found.last) == 1 else "The last may be:\n"
    last = "\n".join(map(_named, found.last))
    doubt = "\nA date that this rests on is approximate or uncertain." if found.qualified else ""
    since = f"{_days(found)} since the last {type}{none_yet}, as of {iso(day)}.\n{which}{last}{doubt}"
    return since + _silence(timeline, day)


def _silence(timeline: Timeline, day: int) -> str:
    """That a record which ends before that day knows nothing of the days between."""
    end = max(event.date.last_day for event in timeline.events)
    goes_on = any(event.date.latest in (None, math.inf) for event in timeline.events)
    if end >= day or goes_on:
        return ""
    return f"\nThe record ends on {display(parse(iso(end)))}; it does not say what came later."


def _named(event: Event) -> str:
    """`28 Sep 2022, They exchange fire (disputed)`: when and what, and the status where it is not plain."""
    status = "" if event.status in PLAIN else f" ({event.status})"
    return f"{display(event.date, event.part or '')}, {event.title}{status}"


def _days(found: Since) -> str:
    if found.high is None:
        return f"{count_of(found.low, 'day')} or more"
    return count_of(found.low, "day") if found.low == found.high else f"{found.low:,} to {found.high:,} days"


def since_as_json(timeline: Timeline, type: str, day: int) -> str:
    """The same as an object: `days` with `low` and `high`, null where no bound is known or nothing happened.

    `last` lists every event that may be the last, `none_yet` says that possibly none has happened.
    """
    found = since_last(timeline, type, day)
    days = found and {"low": found.low, "high": found.high}
    record = {
        "type": type,
        "as_of": iso(day),
        "days": days,
        "last": [{"id": event.id, "status": event.status} for event in found.last] if found else [],
        "qualified": bool(found and found.qualified),
        "none_yet": found is None or found.none_yet,
    }
    return json.dumps(record, ensure_ascii=False, indent=2)


# --- for programs --------------------------------------------------------------------------------------------------


def as_json(timeline: Timeline) -> str:
    """All numbers as one JSON object; dates are EDTF."""
    found = stats(timeline)
    evidence = found.evidence
    record: dict[str, Any] = {
        "events": len(timeline.events),
        "months": [
            {"month": f"{year:04}-{month:02}" if month else year and f"{year:04}", "events": number}
            for year, month, number in found.months
        ],
        "actors": [
            {"id": one.actor, "name": timeline.name(one.actor), "events": one.events, **_dates(one)}
            for one in found.actors
        ],
        "types": _objects("type", found.types),
        "status": _objects("status", found.statuses),
        "sources": _objects("id", found.sources),
        "evidence": {
            "quotes": evidence.quotes,
            "verified": evidence.verified,
            "unverified": evidence.quotes - evidence.verified,
            "events_without_quote": evidence.without_quote,
            "single_source_events": evidence.single_source,
        },
        "gaps": [{"days": gap.days, "before": gap.before.id} for gap in found.gaps],
        "meetings": [
            {"actors": [one.one, one.other], "times": one.times, "status": dict(one.statuses), **_dates(one)}
            for one in found.meetings
        ],
    }
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def _dates(one: Any) -> dict[str, str]:
    return {"first": one.first.edtf, "last": one.last.edtf}


def _objects(name: str, counted: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{name: value or None, "events": number} for value, number in counted]
