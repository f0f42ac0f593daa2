"""What the script of the page needs to filter and to draw: each thing once, as one block of JSON.

Lists go by the number of the event, counted from 0. A choice of a filter is its place in its list, counted from 1.
"""

import json
from typing import Any

from diplotimeline.analyses.lanes import UNSETTLED, Lane, Picture, sure_days
from diplotimeline.dates import EventDate
from diplotimeline.exporters.page import axis
from diplotimeline.exporters.page.articles import Articles
from diplotimeline.phrases.wording import Wording
from diplotimeline.record.chronology import dates_of, names_in
from diplotimeline.record.values import Event

FAR = 9_999_999
"""Stands for a bound that is not there: later than every day of the calendar, or with a minus earlier."""
CALENDAR = (1, 3_652_059)


def block(page: Articles, picture: Picture, words: Wording) -> str:
    """The JSON, with no sign in it that would end the element in which it stands."""
    events = page.timeline.events
    names: dict[str, int] = {}
    named = [
        [names.setdefault(name, len(names)) for name in dict.fromkeys(names_in(page.timeline, event))]
        for event in events
    ]
    whole = {
        "chosen": page.chosen(),
        "dates": [[_days(when) for when in dates_of(event)] for event in events],
        "names": list(names),
        "named": named,
        "spans": [_span(event) for event in events],
        "signs": ["cross", *(words.marks.get(type, "cross") for type in page.choices.get("type", ()))],
        "lanes": [_lane(page, lane) for lane in picture.lanes],
        "by_actor": axis.is_by_actor(picture),
        "months": list(words.short_months),
        "words": {name: words.sentences[name] for name in SAID},
        "language": words.language,
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _lane(page: Articles, lane: Lane) -> list[Any]:
    """The name and depth of a lane, and the choice of the actor filter that finds its events; 0 finds those without."""
    choices = list(page.choices.get("actor", ()))
    number = choices.index(lane.actor) + 1 if lane.actor in choices else 0
    return [page.timeline.name(lane.actor) or page.words("nobody"), lane.depth, number]


SAID = (
    "all_shown", "some_shown", "perhaps", "unknown_choice", "colon", "axis", "axis_many", "events", "first_of",
    "from", "to", "actor", "type", "status", "source", "tag", "place", "members",
)  # fmt: skip


def _days(when: EventDate) -> list[int]:
    """Latest beginning and earliest end, as `EventDate.certain` asks for them, then each stretch of possible days."""
    bounds = (FAR, -FAR) if when.qualified else (when.start_latest, when.end_earliest)
    if None in bounds:
        bounds = (FAR, -FAR)
    return [_day(bound) for bound in (*bounds, *(day for stretch in when.stretches for day in stretch))]


def _day(bound: float | None) -> int:
    return int(max(-FAR, min(bound or 0, FAR)))


def _span(event: Event) -> list[Any]:
    """First and last known day, whether it is open before and behind them, settled, and the days that are certain."""
    when = event.date
    opened = [int(bound is None or not isinstance(bound, int)) for bound in (when.earliest, when.latest)]
    sure = sure_days(when, *CALENDAR) or ()
    return [when.first_day, when.last_day, *opened, int(event.status not in UNSETTLED), *sure]
