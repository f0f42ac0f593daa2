"""Two voices side by side: who tells what, and where they differ."""

from pathlib import Path
from typing import Any

import pytest
from made_up import bundled, event, loaded
from together import together

from diplotimeline import CallError, Timeline
from diplotimeline.analyses.compare import Comparison, compare

ACTORS = {
    "a": {"name": "Norland", "aliases": ["the North"]}, "minister": {"name": "Ada", "of": "a"}, "b": {"name": "Sudia"},
    "a-mod": {"name": "Ministry of Defence", "of": "a"}, "b-mod": {"name": "Ministry of Defence", "of": "b"},
}  # fmt: skip
SOURCES = {
    "one": {"title": "One", "speaker": "a", "issued": "2099-12-31"},
    "of-the-minister": {"title": "Two", "speaker": "minister", "issued": "2099-12-31"},
    "press": {"title": "Press", "issued": "2099-12-31"},
    "other": {"title": "Other", "speaker": "b", "issued": "2099-12-31"},
}
# Claims of two voices on an event of 13 September with Ada, and the points on which they differ.
PAIRS: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]] = {
    "both say the event as it stands": ({}, {}, ()),
    "one gives another date": ({}, {"date": "2022-09-12"}, ("date",)),
    "one gives the date again": ({}, {"date": "2022-09-13"}, ()),
    "the same words in other quotation marks": ({"quote": "a “b” c"}, {"quote": 'a "b"  c'}, ()),
    "other words": ({"quote": "they met"}, {"quote": "they talked"}, ("wording",)),
    "silence is no other wording": ({"quote": "they met"}, {}, ()),
    "one denies it": ({}, {"stance": "denies"}, ("stance",)),
    "one denies it and gives another date": ({}, {"stance": "denies", "date": "2022-09-12"}, ("date", "stance")),
    "one names another actor": ({}, {"actors": ["b"]}, ("actors",)),
    "one names another part": ({}, {"actors": [{"who": "minister", "role": "host"}]}, ("actors",)),
    "one gives the date in another notation": ({}, {"date": "2022-09-13/2022-09-13"}, ()),
    "both give another date, in two notations": (
        {"date": "[2022-09-01..2022-09-30]"},
        {"date": "2022-09"},
        (),
    ),
    "one of two days is not one of the days between": (
        {"date": "[2022-09-01,2022-09-30]"},
        {"date": "2022-09"},
        ("date",),
    ),
    "one is less certain of the date": ({}, {"date": "2022-09-13?"}, ("date",)),
    "one gives a clock time": ({}, {"date": "2022-09-13T00:05"}, ("date",)),
    "one names the same place elsewhere": (
        {"place": {"name": "Bern", "lat": "46.9", "lon": "7.4"}},
        {"place": {"name": "Bern", "lat": "40.6", "lon": "-84.9"}},
        ("place",),
    ),
    "one names a place of that name in another country": (
        {"place": {"name": "Bern", "country": "CHE"}},
        {"place": {"name": "Bern", "country": "USA"}},
        ("place",),
    ),
    "one says less of a place": (
        {"place": {"name": "Bern", "country": "CHE", "lat": "46.9", "lon": "7.4"}},
        {"place": "Bern"},
        (),
    ),
    "one gives a place": ({}, {"place": "Bern"}, ("place",)),
    "the same actors in another order": ({"actors": ["a", "b"]}, {"actors": ["b", "a"]}, ()),
    "the same numbers in another order": (
        {"casualties": [{"who": "a", "killed": "3"}, {"who": "b", "killed": "1"}]},
        {"casualties": [{"who": "b", "killed": "1"}, {"who": "a", "killed": "3"}]},
        (),
    ),
    "one names another actor of the same name": ({"actors": ["a-mod"]}, {"actors": ["b-mod"]}, ("actors",)),
    "each gives the same number for another actor of that name": (
        {"casualties": [{"who": "a-mod", "killed": "3"}]},
        {"casualties": [{"who": "b-mod", "killed": "3"}]},
        ("casualties",),
    ),
    "one gives numbers": ({}, {"casualties": [{"who": "a", "killed": "3"}]}, ("casualties",)),
}


def made_up(folder: Path, *events: dict[str, Any]) -> Timeline:
    return loaded(folder, *events, actors=ACTORS, sources=SOURCES)


def titles(compared: Comparison) -> tuple[list[str], list[str], list[str]]:
    parts = (compared.only_one, compared.only_other, compared.both)
    only_one, only_other, both = ([one.event.title for one in part] for part in parts)
    return only_one, only_other, both


@together(("one", "other", "differs"), PAIRS.values())
def test_where_two_accounts_of_an_event_differ(
    tmp_path: Path, one: dict[str, Any], other: dict[str, Any], differs: tuple[str, ...]
) -> None:
    claims = [{"source": "one", **one}, {"source": "other", **other}]
    timeline = made_up(tmp_path, event(claims=claims, actors=["minister"], casualties=[{"who": "b", "injured": "1"}]))
    (found,) = compare(timeline, "one", "other").events

    assert found.differs == differs


def test_who_denies_an_event_says_nothing_of_it_but_what_the_claim_gives(tmp_path: Path) -> None:
    denial = {"source": "other", "stance": "denies", "quote": "No shot was fired"}
    told = {"date": "2022-09-13", "title": "Shots", "actors": ["minister"], "place": "Ford"}
    timeline = made_up(tmp_path, told | {"claims": [{"source": "one"}, denial]})
    (event,) = compare(timeline, "one", "other").both

    assert event.other is not None
    assert {point: said for point, said in event.other.items() if said} == {
        "wording": ("No shot was fired",),
        "stance": ("denies",),
    }


def test_actors_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    claims = [{"source": "one", "actors": ["a-mod", "a"]}, {"source": "other", "actors": ["b-mod", "a"]}]
    (found,) = compare(made_up(tmp_path, event(claims=claims)), "one", "other").events

    assert [account and account["actors"] for account in (found.one, found.other)] == [
        ("Ministry of Defence [a-mod], Norland",),
        ("Ministry of Defence [b-mod], Norland",),
    ]


def test_an_id_of_two_lines_tells_actors_apart_too(tmp_path: Path) -> None:
    actors = {"a\nb": {"name": "Norland"}, "c": {"name": "Norland"}, "d": {"name": "Sudland"}}
    sources = {"one": {"title": "A", "speaker": "d"}, "other": {"title": "B", "speaker": "c"}}
    claims = [{"source": "one"}, {"source": "other"}]
    compared = compare(loaded(tmp_path, event(claims=claims), actors=actors, sources=sources), "c", "d")

    assert compared.one == "Norland [c]"


def test_a_date_given_again_has_the_part_of_the_day(tmp_path: Path) -> None:
    claims = [{"source": "one"}, {"source": "other", "date": "2022-09-12/2022-09-13"}]
    timeline = made_up(tmp_path, event("2022-09-12/2022-09-13", part="night", claims=claims))
    (found,) = compare(timeline, "one", "other").events

    assert found.differs == ()


TOLL = [{"who": "a", "killed": "3"}]


# The claim of the only voice, those of others, the event; and whether its toll departs from the chronology.
ALONE: dict[str, tuple[dict[str, Any], list[dict[str, Any]], dict[str, Any], tuple[str, ...]]] = {
    "the toll of the event, which is its own": ({}, [], {"casualties": TOLL}, ()),
    "the toll of the event again": ({"casualties": TOLL}, [{"source": "press"}], {"casualties": TOLL}, ()),
    "silence on the toll of others": ({}, [{"source": "press"}], {"casualties": TOLL}, ()),
    "a toll where the event has none": ({"casualties": TOLL}, [], {}, ("casualties",)),
    "another toll": (
        {"casualties": [{"who": "a", "killed": "5"}]}, [{"source": "press"}], {"casualties": TOLL}, ("casualties",),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("claim", "others", "fields", "differs"), ALONE.values(), ids=ALONE)
def test_where_the_only_voice_departs_from_the_chronology(
    tmp_path: Path,
    claim: dict[str, Any],
    others: list[dict[str, Any]],
    fields: dict[str, Any],
    differs: tuple[str, ...],
) -> None:
    told = event(claims=[{"source": "one", **claim}, *others], **fields)
    timeline = made_up(tmp_path, told, event("2022-09-14", source="other"))

    assert compare(timeline, "one", "other").only_one[0].differs == differs


def test_two_sources_of_the_same_citation_are_two_voices(tmp_path: Path) -> None:
    sources = {name: {"title": "A letter", "issued": "2099-12-31"} for name in ("one", "other")}
    timeline = loaded(tmp_path, event(source="one"), event("2022-09-14", source="other"), sources=sources)

    assert len(compare(timeline, "one", "other").events) == 2


def test_a_name_of_a_source_and_a_speaker_says_which_it_means(tmp_path: Path) -> None:
    sources = {"osce": {"title": "A note"}, "speech": {"title": "A speech", "speaker": "osce"}, "press": {"title": "P"}}
    timeline = loaded(
        tmp_path,
        event("2022-09-01", "In the note", source="osce"),
        event("2022-09-02", "In the speech", source="speech"),
        event("2022-09-03", "In the press", source="press"),
        actors={"osce": {"name": "OSCE"}},
        sources=sources,
    )

    with pytest.raises(CallError) as refused:
        compare(timeline, "OSCE", "press")

    assert (refused.value.message, refused.value.help) == (
        "'OSCE' is a source and a speaker", "write source:osce or actor:osce",
    )  # fmt: skip
    assert titles(compare(timeline, "source:osce", "actor:OSCE"))[:2] == (["In the note"], ["In the speech"])


@pytest.mark.parametrize(
    ("quotes", "said"),
    [
        (("they met", "they met"), "nothing differs; the words of each:"),
        (("they met", ""), "nothing differs; the words of each:"),
        (("", ""), "no difference recorded"),
        (("they met", "they talked"), ""),
    ],
    ids=["the same words", "words of one", "no words", "other words"],
)
def test_what_is_told_alike_is_said_to_be(tmp_path: Path, quotes: tuple[str, str], said: str) -> None:
    claims = [{"source": name, "quote": quote} for name, quote in zip(("one", "other"), quotes, strict=True)]
    claims = [{key: text for key, text in claim.items() if text} for claim in claims]
    compared = compare(made_up(tmp_path, event(claims=claims)), "one", "other")

    assert compared.both[0].agreement == said


@pytest.mark.parametrize("name", ["a", "Norland", "the north"])
def test_a_speaker_is_all_sources_in_which_it_or_its_people_speak(tmp_path: Path, name: str) -> None:
    timeline = made_up(
        tmp_path,
        event("2022-09-01", "Mine", source="one"),
        event("2022-09-02", "My minister's", source="of-the-minister"),
        event("2022-09-03", "The press quotes me", claims=[{"source": "press", "according_to": "a"}]),
        event("2022-09-04", "The press", source="press"),
        event("2022-09-05", "Theirs", source="other"),
        event("2022-09-06", "Both", claims=[{"source": "one"}, {"source": "other"}]),
    )

    assert titles(compare(timeline, name, "b")) == (
        ["Mine", "My minister's", "The press quotes me"], ["Theirs"], ["Both"],
    )  # fmt: skip
    assert titles(compare(timeline, "b", name)) == (
        ["Theirs"], ["Mine", "My minister's", "The press quotes me"], ["Both"],
    )  # fmt: skip


def test_the_geneva_meeting_is_only_in_the_statement_of_the_union() -> None:
    compared = compare(bundled(), "carpenter-2022-10-06", "eu-2022-10-06")
    both = {one.event.id: one for one in compared.both}
    prisoners = both["2022-10-04-return-of-prisoners"]

    assert [one.event.title for one in compared.only_other] == ["Mirzoyan and Bayramov meet in Geneva"]
    assert prisoners.one is not None
    assert prisoners.other is not None
    assert "date" in prisoners.differs
    assert (prisoners.one["date"], prisoners.other["date"]) == (("on or before 6 Oct 2022",), ("4 Oct 2022",))


def test_what_the_union_says_that_the_united_states_do_not() -> None:
    assert titles(compare(bundled(), "EU", "United States"))[0] == ["Mirzoyan and Bayramov meet in Geneva"]


def test_a_name_of_two_actors_is_no_voice(tmp_path: Path) -> None:
    actors = {"one": {"name": "Ada"}, "two": {"name": "Ada"}}

    with pytest.raises(CallError, match="several actors"):
        compare(loaded(tmp_path, event(), actors=actors), "Ada", "statement")


def test_joint_speakers_are_each_a_voice(tmp_path: Path) -> None:
    sources = {**SOURCES, "joint": {"title": "Joint", "speaker": ["minister", "b"], "issued": "2099-12-31"}}
    timeline = loaded(
        tmp_path,
        event("2022-09-01", "Jointly", source="joint"),
        event("2022-09-02", "Theirs", source="other"),
        event("2022-09-03", "Passed on", claims=[{"source": "press", "according_to": ["a", "b-mod"]}]),
        event("2022-09-04", "Passed on by joint speakers", claims=[{"source": "joint", "according_to": "a"}]),
        actors=ACTORS,
        sources=sources,
    )

    assert titles(compare(timeline, "a", "b")) == (
        ["Passed on by joint speakers"], ["Theirs"], ["Jointly", "Passed on"],
    )  # fmt: skip
    assert titles(compare(timeline, "minister", "b")) == ([], ["Theirs", "Passed on"], ["Jointly"])
    assert titles(compare(timeline, "joint", "other")) == (["Jointly", "Passed on by joint speakers"], ["Theirs"], [])


def test_who_only_speaks_jointly_is_a_voice_but_a_member_is_none_beside_its_state(tmp_path: Path) -> None:
    sources = {"joint": {"title": "Joint", "speaker": ["minister", "b"], "issued": "2099-12-31"}}
    timeline = loaded(tmp_path, event(source="joint"), actors=ACTORS, sources=sources)

    assert titles(compare(timeline, "a", "b")) == ([], [], ["Something happens"])
    for one, other in (("a", "minister"), ("minister", "a"), ("joint", "b"), ("b", "joint")):
        with pytest.raises(CallError, match="is part of"):
            compare(timeline, one, other)
