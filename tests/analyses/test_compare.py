"""Two voices side by side: who tells what, and where they differ."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from calling import call
from golden_files import kept
from hostile_texts import TEXTS, texts, timeline_of
from hypothesis import given, strategies as st
from made_up import BUNDLED, bundled, event, loaded
from reading_back import blocks, parsed, shape
from rich.cells import cell_len

from diplotimeline import CallError, Claim, Place, Source, Timeline
from diplotimeline.analyses.compare import Comparison, compare
from diplotimeline.characters import safe
from diplotimeline.exporters import compare as comparison
from diplotimeline.views import compare as view

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


@pytest.mark.parametrize(("one", "other", "differs"), PAIRS.values(), ids=PAIRS)
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
    words = " ".join("".join(text for _, text in line) for line in view.compare(compared, 80))

    assert compared.both[0].agreement == said
    assert said in words
    assert said.rstrip(":").capitalize() in comparison.markdown(compared)
    assert ("no difference" in words) == (said == "no difference recorded")


def test_who_speaks_only_in_what_the_filters_leave_out_is_still_a_voice() -> None:
    answer = call("compare", "carpenter", "human-rights-watch", BUNDLED, "-t", "call")

    assert (answer.code, answer.err) == (0, "")


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


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("pair", [("armenia-mod", "azerbaijan-mod"), ("carpenter-2022-10-06", "eu-2022-10-06")])
def test_the_bundled_accounts_look_as_they_were_reviewed(pair: tuple[str, str], width: int) -> None:
    answer = call("compare", *pair, BUNDLED, COLUMNS=str(width))

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == kept(f"compare-{pair[0]}-{width}.txt", answer.out)


def test_filters_apply() -> None:
    answer = call("compare", "carpenter", "EU", BUNDLED, "-t", "meeting", "-f", "json")
    record = json.loads(answer.out)

    assert [one["id"] for one in record["only_a"]] == ["2022-09-27-white-house-meeting"]
    assert [one["id"] for one in record["only_b"]] == ["2022-10-02-geneva-meeting"]
    assert record["both"] == []


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_page_whatever_it_says(text: str, width: int) -> None:
    line = text.replace("\n", " ")
    compared = told_by_one(timeline_of(text), line)
    lines = [safe("".join(words for _, words in one)).rstrip() for one in view.compare(compared, width)]

    assert [one for one in lines if cell_len(one) > min(width, 100)] == []


def told_by_one(timeline: Timeline, name: str) -> Comparison:
    """The event of a hostile timeline as told by its source, beside a source that tells nothing."""
    sources = {**timeline.sources, "nobody at all": Source(title="nobody")}
    return compare(replace(timeline, sources=sources), f"source:{name}", "nobody at all")


@given(text=texts())
def test_markdown_shows_texts_as_they_are(text: str) -> None:
    line = text.replace("\n", " ")
    seen = blocks(parsed(comparison.markdown(told_by_one(timeline_of(text), line))))

    assert [words for tag, words in seen if tag == "h2"] == ["Only in A", "Only in B", "In both"]
    assert any(" ".join(line.split()) in words for _, words in seen)


def told_with_another(text: str, one: str, other: str) -> Comparison:
    """Two voices on the event of a hostile timeline, which a source `other` tells in other words and elsewhere."""
    timeline, line = timeline_of(text), text.replace("\n", " ")
    (event,) = timeline.events
    claim = Claim(source="other", quote=f"{text} too", place=Place(name=f"{line} 2"))
    sources = {**timeline.sources, "other": Source(title=line), "nobody at all": Source(title="nobody")}
    object.__setattr__(event, "claims", (*event.claims, claim))
    return compare(replace(timeline, sources=sources), one.format(line), other)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_changes_the_shape_of_the_markdown(text: str) -> None:
    """Names, titles, words and points of difference: nothing in them is markup."""
    for pair in (("source:{}", "other"), ("source:{}", "nobody at all"), ("other", "nobody at all")):
        found, plain = (comparison.markdown(told_with_another(words, *pair)) for words in (text, "word"))

        assert shape(parsed(found)) == shape(parsed(plain))


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("carpentr", "eu-2022-10-06"), "no source or speaker is called 'carpentr'"),
        (("EU", "european-union"), "are the same voice"),
        (("source:carpenter", "EU"), "no source or speaker is called 'source:carpenter'"),
        (("actor:eu-2022-10-06", "EU"), "no source or speaker is called 'actor:eu-2022-10-06'"),
        (
            ("EU", "azerbaijani-civilians"),
            "no source here speaks for 'azerbaijani-civilians'\n  who speaks: carpenter, ",
        ),
        (("carpenter-2022-10-06", "carpenter"), "'carpenter-2022-10-06' is part of 'carpenter'"),
        (("armenia", "armenia-mod"), "'armenia-mod' is part of 'armenia'"),
    ],
    ids=[
        "an unknown name",
        "the same twice",
        "a speaker as source",
        "a source as speaker",
        "nobody speaks",
        "a source of the speaker",
        "a speaker of the other",
    ],
)
def test_a_wrong_name_is_refused(pair: tuple[str, str], said: str) -> None:
    answer = call("compare", *pair, BUNDLED)

    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_an_unknown_form_is_refused() -> None:
    answer = call("compare", "EU", "OSCE", BUNDLED, "-f", "html")

    assert (answer.code, answer.out) == (2, "")
    assert "there is no format 'html'" in answer.err


def test_a_name_of_two_actors_is_no_voice(tmp_path: Path) -> None:
    actors = {"one": {"name": "Ada"}, "two": {"name": "Ada"}}

    with pytest.raises(CallError, match="several actors"):
        compare(loaded(tmp_path, event(), actors=actors), "Ada", "statement")
