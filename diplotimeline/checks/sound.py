"""Which events of a record in the making may be shown: those without an error, in themselves and in what they cite."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from diplotimeline.problems import TODO, Finding
from diplotimeline.reading.positions import Positions
from diplotimeline.record.chronology import Timeline, actors_of
from diplotimeline.record.report import Report
from diplotimeline.record.values import Actor, Claim, Event, Origin, Participant, Source
from diplotimeline.record.withholding import may_be_marked

Entry = tuple[int, str, str | int]
"""An actor, a source or an event: the number of its file, its section, and its name or number there."""


def sound_part(timeline: Timeline, findings: Iterable[Finding]) -> tuple[Timeline, int] | None:
    """The timeline without the events that have errors, and how many these are.

    None where an error lies in more than single entries, so that nobody knows what is missing.
    """
    errors = [one for one in findings if one.severity == "error"]
    todos = [one for one in errors if one.rule == "todo-left" and not one.route]  # they point into the text
    errors = [one for one in errors if one not in todos]
    if timeline.report.incomplete or any(len(one.route) < 2 for one in errors):
        return None
    declared: tuple[Actor | Source, ...] = (*timeline.actors.values(), *timeline.sources.values())
    entries = (*declared, *timeline.events, *timeline.report.faulty)
    places = [*(one.origin for one in entries), *((one.file, one.route[:2]) for one in errors)]
    asides = Positions(timeline.report.files).in_entries(_in_comments(timeline, todos), places)
    broken = {_entry(Origin(one.file, one.route)) for one in (*errors, *asides) if len(one.route) > 1}
    broken |= {_entry(one.origin) for one in entries if todos and TODO.search(repr(one))}
    if any(section not in ("actors", "sources", "events") for _, section, _ in broken):
        return None
    routes = {(section, name) for _, section, name in broken}  # what several files declare has the place of one
    actors = {id for id, actor in timeline.actors.items() if actor.origin.route in routes}
    sources = {id for id, one in timeline.sources.items() if one.origin.route in routes or actors & {*one.speaker}}

    def is_sound(event: Event) -> bool:
        named = {who for actor in actors_of(event) for who in (*timeline.lineage(actor), actor)}
        named |= {who for claim in event.claims for who in claim.according_to}
        cited = {claim.source for claim in event.claims}
        return _entry(event.origin) not in broken and named.isdisjoint(actors) and cited.isdisjoint(sources)

    kept = [event for event in timeline.events if is_sound(event)]
    others = [event for event in timeline.events if not is_sound(event)] + [*timeline.report.faulty]
    read = {_entry(event.origin) for event in others}
    unread = {entry for entry in broken if entry[1] == "events"} - read
    sound, left_out = timeline.only(kept), len(read) + len(unread)
    if not may_be_marked(timeline):
        return sound, left_out
    if unread:  # nobody knows whom a private event names
        return None
    doubtful = {id: replace(timeline.sources[id], private=True) for id in sources}
    return replace(sound, sources={**timeline.sources, **doubtful}, report=_hidden(timeline, others)), left_out


def _in_comments(timeline: Timeline, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings that may stand in a comment; no other is looked up, since values tell their entry."""
    lines = [file.data.split(b"\n") for file in timeline.report.files]
    for one in findings:
        if one.mark and "#" in lines[one.file][one.mark.line - 1].decode(errors="replace")[: one.mark.column]:
            yield one


def _hidden(timeline: Timeline, events: Iterable[Event]) -> Report:
    """The report in which events with errors are as if they were a draft and private: a mark may be what is wrong.

    One names everybody: nobody knows whom what cannot be read names, so what no sound event names is withheld.
    """
    named = [replace(event, draft=True, private=True) for event in events]
    for first in named[:1]:
        actors = tuple([Participant(who=id) for id in timeline.actors])
        named[0] = replace(first, actors=actors, claims=tuple([Claim(source=id) for id in timeline.sources]))
    return timeline.report._replace(faulty=tuple(named))


def _entry(origin: Origin) -> Entry:
    section, name = origin.route[:2] if len(origin.route) > 1 else ("", "")
    return origin.file, str(section), name
