"""A draft as it is: its events also where something in them is still a TODO."""

from dataclasses import replace

from diplotimeline.record.chronology import UNDATED, Timeline, order
from diplotimeline.record.values import Event, Origin


def with_todos(timeline: Timeline) -> Timeline:
    """A timeline in which nothing but TODOs is wrong, with the events that have some; `todos` names their fields.

    One whose date is a TODO gets a date that may be any day.
    """
    open: dict[Origin, list[str]] = {}
    for one in timeline.report.findings:
        names = [step for step in one.route[2:] if isinstance(step, str)]
        open.setdefault(Origin(one.file, one.route[:2]), []).append(" of ".join(reversed(names)))

    def dated(event: Event) -> Event:
        return replace(event, date=UNDATED) if "date" in open.get(event.origin, ()) else event

    drafted = [dated(event) for event in timeline.report.faulty]
    todos = {event.id: tuple(open.get(event.origin, ())) for event in drafted}
    return replace(timeline, events=tuple(sorted((*timeline.events, *drafted), key=order)), todos=todos)
