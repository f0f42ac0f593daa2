"""Filters by actor, type, source, status, tag and words, and what is said of the events that they remove."""

from pathlib import Path
from typing import Any

import pytest
from made_up import bundled, event, ids, loaded
from together import together

from diplotimeline import CallError, Selection, Timeline, select
from diplotimeline.record.selection import removals

CALL = "2022-10-04-trilateral-call"
WHITE_HOUSE = "2022-09-27-white-house-meeting"
GENEVA = "2022-10-02-geneva-meeting"
INVESTIGATION = "2022-10-02-investigation"
PRISONERS = "2022-10-04-return-of-prisoners"
REQUEST = "2022-10-06-request-to-osce"
STATEMENT = "2022-10-06-statement"

SAME_ACTOR = {
    "its id": "united-states",
    "its id in capitals": "UNITED-STATES",
    "its name": "United States",
    "its name in small letters": "united states",
    "an alias": "USA",
    "an alias in small letters": "usa",
    "another alias": "us",
}
ACTORS = {
    "a person": (["blinken"], [CALL]),
    "a state, found by its people": (["usa"], [WHITE_HOUSE, CALL, PRISONERS, STATEMENT]),
    "a body, found by its people": (["azerbaijan-prosecution"], [INVESTIGATION]),
    "an organisation": (["OSCE"], [REQUEST, STATEMENT]),
    "any of two": (["blinken", "sullivan"], [WHITE_HOUSE, CALL]),
    "all of two": (["mirzoyan+bayramov"], [GENEVA, CALL]),
    "all of three": (["mirzoyan+bayramov+blinken"], [CALL]),
    "all of two, with blanks around the sign": (["Armenia + osce"], [REQUEST]),
    "all of two states, through their people": (["usa+baku"], [WHITE_HOUSE, CALL, PRISONERS]),
    "all of two, or another": (["mirzoyan+blinken", "kamran-aliyev"], [CALL, INVESTIGATION]),
    "two who never meet": (["sullivan+osce"], []),
}
WORDS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a type": ({"types": ("meeting",)}, [WHITE_HOUSE, GENEVA]),
    "a type in capitals": ({"types": ("MEETING",)}, [WHITE_HOUSE, GENEVA]),
    "any of two types": ({"types": ("call", "meeting")}, [WHITE_HOUSE, GENEVA, CALL]),
    "a source, also where it is one of several": ({"sources": ("white-house-2022-12-22",)}, [WHITE_HOUSE]),
    "any of two sources": ({"sources": ("state-department-call", "white-house-2022-12-22")}, [WHITE_HOUSE, CALL]),
    "a status": ({"statuses": ("confirmed",)}, [WHITE_HOUSE, CALL]),
    "a status in capitals": ({"statuses": ("Confirmed",)}, [WHITE_HOUSE, CALL]),
    "a type that no event has": ({"types": ("withdrawal",)}, []),
    "a status that no event has": ({"statuses": ("planned",)}, []),
    "two filters, which must both hold": ({"types": ("meeting",), "statuses": ("confirmed",)}, [WHITE_HOUSE]),
    "an actor and a type": ({"actors": ("mirzoyan",), "types": ("meeting",)}, [GENEVA]),
    "an actor and a day": ({"actors": ("usa",), "on": "2022-10-04"}, [CALL, PRISONERS]),
    "words and a status": ({"words": "blinken", "statuses": ("confirmed",)}, [CALL]),
}
UNKNOWN: dict[str, tuple[dict[str, Any], str, str]] = {
    "an actor": ({"actors": ("azerbaijn",)}, "no actor is called 'azerbaijn'", "'azerbaijan'"),
    "an actor's name": ({"actors": ("Anthony Blinken",)}, "no actor is called 'Anthony Blinken'", "'Antony Blinken'"),
    "one of two": ({"actors": ("armenia+azerbaijn",)}, "no actor is called 'azerbaijn'", "'azerbaijan'"),
    "one of several": ({"actors": ("armenia", "osse")}, "no actor is called 'osse'", "'osce'"),
    "a type": ({"types": ("meetng",)}, "no type is called 'meetng'", "'meeting'"),
    "a source": ({"sources": ("eu-2022-10-60",)}, "no source is called 'eu-2022-10-60'", "'eu-2022-10-06'"),
    "a status": ({"statuses": ("confirmd",)}, "no status is called 'confirmd'", "'confirmed'"),
}
ALL_FILTERS: dict[str, Any] = {
    "actors": ("armenia",),
    "start": "2022-09-20",
    "end": "2022-10-05",
    "certain": True,
    "types": ("meeting", "call"),
    "sources": ("carpenter-2022-10-06",),
    "statuses": ("confirmed",),
    "words": "Blinken",
}


def kept(**filters: Any) -> list[str]:
    return ids(select(bundled(), Selection(**filters)))


def refusal(timeline: Timeline, **filters: Any) -> CallError:
    with pytest.raises(CallError) as caught:
        select(timeline, Selection(**filters))
    return caught.value


@pytest.fixture
def small(tmp_path: Path) -> Timeline:
    actors = {
        "armen": {"name": "Armen Grigoryan", "aliases": ["Grigoryan"]},
        "ara": {"name": "Ara Grigoryan", "aliases": ["Grigoryan"]},
        "eu": {"name": "European Union"},
        "union": {"name": "Another union", "aliases": ["EU"]},
        "firm": {"name": "Fire+Water", "aliases": ["F+W"]},
        "water": {"name": "Water"},
    }
    events = [event(title=f"About {who}", id=who, actors=[who], tags=["Talks", who]) for who in actors]
    return loaded(tmp_path, *events, actors=actors)


@pytest.mark.parametrize("name", SAME_ACTOR.values(), ids=SAME_ACTOR)
def test_an_actor_is_found_by(name: str) -> None:
    assert kept(actors=(name,)) == kept(actors=("united-states",)) != []


@pytest.mark.parametrize(("names", "expected"), ACTORS.values(), ids=ACTORS)
def test_the_filter_for_actors_takes(names: list[str], expected: list[str]) -> None:
    assert kept(actors=tuple(names)) == expected


def test_a_member_does_not_stand_for_the_state_that_it_belongs_to() -> None:
    assert REQUEST in kept(actors=("armenia",))
    assert REQUEST not in kept(actors=("mirzoyan",))


def test_a_name_with_a_plus_sign_is_a_name_first(small: Timeline) -> None:
    assert [ids(select(small, Selection(actors=(name,)))) for name in ("fire+water", "F+W")] == [["firm"], ["firm"]]


def test_a_name_that_two_actors_share_is_refused_naming_both(small: Timeline) -> None:
    error = refusal(small, actors=("grigoryan",))

    assert error.message == "'grigoryan' is the name of several actors: armen, ara"
    assert error.help


def test_an_id_as_written_wins_over_the_name_of_another(small: Timeline) -> None:
    assert ids(select(small, Selection(actors=("eu",)))) == ["eu"]
    assert "eu, union" in refusal(small, actors=("EU",)).message


@pytest.mark.parametrize(("filters", "expected"), WORDS.values(), ids=WORDS)
def test_events_are_kept_by(filters: dict[str, Any], expected: list[str]) -> None:
    assert kept(**filters) == expected


ONE_WORD = {"actors": "mirzoyan", "types": "meeting", "sources": "carpenter-2022-10-06", "statuses": "confirmed"}


@pytest.mark.parametrize(("name", "word"), ONE_WORD.items(), ids=ONE_WORD)
def test_one_word_stands_for_one_value(name: str, word: str) -> None:
    assert kept(**{name: word}) == kept(**{name: (word,)}) != []


def test_one_tag_stands_for_one_value(small: Timeline) -> None:
    assert ids(select(small, Selection(tags="eu"))) == ["eu"]


@pytest.mark.parametrize("tag", ["Talks", "talks", "TALKS"])
def test_a_tag_is_found_in_any_case(small: Timeline, tag: str) -> None:
    assert ids(select(small, Selection(tags=(tag,)))) == ids(small)


def test_any_of_two_tags_is_enough(small: Timeline) -> None:
    assert ids(select(small, Selection(tags=("eu", "water")))) == ["eu", "water"]


@pytest.mark.parametrize(("filters", "message", "meant"), UNKNOWN.values(), ids=UNKNOWN)
def test_an_unknown_name_is_refused_with_the_nearest(filters: dict[str, Any], message: str, meant: str) -> None:
    error = refusal(bundled(), **filters)

    assert error.message == message
    assert error.help.casefold().startswith(f"did you mean {meant.casefold()}? known: ")


def test_an_unknown_tag_is_refused_with_the_nearest(small: Timeline) -> None:
    error = refusal(small, tags=("tallks",))

    assert error.message == "no tag is called 'tallks'"
    assert error.help.startswith("did you mean 'Talks'? known: Talks, ")


@together("name", ["actors", "types", "sources", "statuses", "tags"])
@together("word", ["", " ", "qqqqqqqqqq", "*"])
def test_a_word_that_is_near_nothing_is_refused_with_the_known_ones(small: Timeline, name: str, word: str) -> None:
    error = refusal(small, **{name: (word,)})

    assert f"'{word}'" in error.message
    assert error.help.startswith("known: ")


def test_everything_but_the_events_stays() -> None:
    few = select(bundled(), Selection(actors=("blinken",)))

    assert (few.actors, few.sources, few.title) == (bundled().actors, bundled().sources, bundled().title)


def test_no_filter_keeps_every_event() -> None:
    assert select(bundled(), Selection()) == bundled()
    assert removals(bundled(), Selection()) == []


def test_the_removals_are_told_in_words_filter_by_filter() -> None:
    total = len(bundled().events)
    selection = Selection(actors=("blinken", "sullivan"), start="2022-10", types=("meeting",), words="Geneva")

    assert removals(bundled(), selection) == [
        ("do not involve blinken or sullivan", total - 2),
        ("are before 2022-10", 1),
        ("are not of type meeting", 1),
        ("do not mention 'Geneva'", 0),
    ]


@pytest.mark.parametrize("name", ALL_FILTERS)
def test_the_removals_and_what_is_kept_add_up(name: str) -> None:
    fewer = {other: value for other, value in ALL_FILTERS.items() if other != name}
    for filters in (fewer, ALL_FILTERS):
        removed = sum(number for _, number in removals(bundled(), Selection(**filters)))

        assert removed + len(kept(**filters)) == len(bundled().events)


def test_more_filters_never_keep_more_events() -> None:
    filters = [item for item in ALL_FILTERS.items() if item[0] != "certain"]
    sizes = [len(kept(**dict(filters[:count]))) for count in range(len(filters) + 1)]

    assert sizes == sorted(sizes, reverse=True)


PEOPLE = {
    "ilham": {"name": "Ilham Aliyev", "office": "President"},
    "kamran-aliyev": {"name": "Kamran Aliyev"},
    "orlova": {"name": "Ana Orlova", "office": "Envoy"},
    "america-desk": {"name": "America Desk"},
    "armenia": {"name": "Armenia", "kind": "state"},
    "upper-tavoria": {"name": "Republic of Tavoria", "kind": "state"},
}
PARTS = {
    "ALIYEV": "several actors match 'ALIYEV': ilham (Ilham Aliyev, President), kamran-aliyev (Kamran Aliyev)",
    "orlov": "did you mean 'orlova' (Ana Orlova, Envoy)? known: ",
    "ana": "did you mean 'orlova' (Ana Orlova, Envoy)? known: ",
    "America": "did you mean 'america-desk' (America Desk)? known: ",
    "republic": "known: ",
    "tavoria": "known: ",
    "rlova": "did you mean 'orlova'? known: ",
    "armenja": "did you mean 'Armenia'? known: ",
}


@pytest.mark.parametrize(("part", "help"), PARTS.items(), ids=PARTS)
def test_a_part_of_a_name_leads_to_it(tmp_path: Path, part: str, help: str) -> None:
    timeline = loaded(tmp_path, event(), actors=PEOPLE)

    assert refusal(timeline, actors=(part,)).help.startswith(help)


def test_the_known_actors_are_listed_by_id_each_once(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, event(), actors={f"a{number}": {"name": f"Actor {number}"} for number in range(14)})

    assert refusal(timeline, actors=("zzz",)).help.endswith("a10, a11 and 2 more")


WRONG_ARGUMENTS: dict[str, Any] = {
    "a number": 5, "no text among them": ("ardelia", 5), "None among them": (None,), "bytes": b"ardelia",
    "a group": {"a": 1}, "a set": {"a"},
}  # fmt: skip


@together("value", WRONG_ARGUMENTS.values())
@together("name", ["actors", "on", "types", "tags", "words", "places", "said_by", "not_words", "ids"])
def test_a_filter_that_is_no_text_is_a_wrong_call(name: str, value: Any) -> None:
    with pytest.raises(CallError, match=f"'{name}' takes a text or a tuple of texts, not "):
        Selection(**{name: value})


@pytest.mark.parametrize("name", ["start", "end", "known_by"])
@pytest.mark.parametrize("value", [5, ("2022",), ["2022"], b"2022"])
def test_a_date_that_is_no_text_is_a_wrong_call(name: str, value: Any) -> None:
    with pytest.raises(CallError, match=f"'{name}' takes a text, not "):
        Selection(**{name: value})


@pytest.mark.parametrize(("timeline", "selection"), [(None, Selection()), (bundled(), None), (bundled(), {"ids": "x"})])
def test_only_a_timeline_is_selected_from_by_a_selection(timeline: Any, selection: Any) -> None:
    with pytest.raises(CallError, match="takes a Timeline and a Selection"):
        select(timeline, selection)
