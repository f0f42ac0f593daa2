"""The statement of the bundled timeline: all events that it tells are drafted, no calls and no assessments."""

from datetime import date

import pytest
from made_up import bundled

from diplotimeline.drafting import Candidate, candidates

ISSUED = date(2022, 10, 6)
TEXT = bundled().archive["carpenter-2022-10-06"].text or ""
FOUND = [one for one in candidates(TEXT, ISSUED, actors=bundled().actors) if not one.reason]
# Dates, a type and words of the quote; TODO where the text does not tell.
EVENTS = {
    "the statement": ("2022-10-06", "statement", "spoke at the OSCE Permanent Council"),
    "fighting": ("2022-09-12/2022-09-13", "hostilities", "on the night of September 12"),
    "two days of violations": ("2022-09-13/2022-09-14", "ceasefire-violation", "September 13-14"),
    "the meeting": ("2022-09-27", "meeting", "met at the White House on September 27"),
    "one more violation": ("2022-09-28", "ceasefire-violation", "September 28"),
    "deaths from landmines": ("[2022-09-29..2022-10-06]", "explosion", "over the past week"),
    "the video": ("[2022-09-26..2022-10-02]", "publication", "Last week's horrifying video"),
    "the killing that it shows": ("", "abuse", "executing unarmed Armenian prisoners"),
    "the investigation": ("[..2022-10-06]", "investigation", "the investigation initiated by"),
    "the call": ("2022-10-04", "call", "had a trilateral conversation"),
    "the return of prisoners": ("[..2022-10-06]", "prisoner-release", "the return of 17 prisoners of war"),
    "the request": ("[..2022-10-06]", "request", "as requested by Armenia"),
}
POSITIONS = (
    "withdraw and withdraw", "should be resolved", "must be held accountable", "take urgent steps",
    "We encourage further progress", "remains deeply engaged", "no lasting peace", "He encouraged",
)  # fmt: skip


def drafted(name: str) -> Candidate:
    """The candidate of an event."""
    when, type, words = EVENTS[name]
    return next(one for one in FOUND if (one.date, one.type) == (when, type) and words in " ".join(one.quote.split()))


@pytest.mark.parametrize("name", EVENTS)
def test_every_event_of_the_statement_is_drafted(name: str) -> None:
    assert drafted(name)


def test_nothing_else_is_drafted() -> None:
    assert len(FOUND) == len(EVENTS)
    assert [words for words in POSITIONS if any(words in one.quote for one in FOUND)] == []


def test_what_a_video_shows_is_alleged_and_its_day_is_asked() -> None:
    shown = drafted("the killing that it shows")

    assert (shown.status, shown.readings) == ("alleged", ("[..2022-10-06]",))


def test_the_night_is_a_night() -> None:
    assert drafted("fighting").part == "night"


def test_people_are_recognised_and_their_states_are_not_named_beside_them() -> None:
    assert drafted("the meeting").actors == ("sullivan", "hajiyev", "armen-grigoryan")
    assert drafted("the call").actors == ("blinken", "mirzoyan", "bayramov")
    assert drafted("the return of prisoners").actors == ("azerbaijan", "armenia")


def test_the_place_is_the_name_after_at() -> None:
    assert drafted("the meeting").place == "White House"
