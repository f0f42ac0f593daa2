"""What is a draft or private is taken out of a timeline, with all that only it names."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from made_up import event, ids, loaded, write
from together import together

from diplotimeline import (
    Actor,
    Claim,
    Event,
    Participant,
    Place,
    Selection,
    Source,
    Timeline,
    load,
    parse_date,
    select,
    withhold,
)
from diplotimeline.errors import FieldError
from diplotimeline.record.withholding import SOURCE_WITHHELD, withheld

ACTORS = {
    "ardelia": {"name": "Ardelia", "kind": "state"},
    "envoy": {"name": "The Envoy", "kind": "person", "of": "bureau"},
    "bureau": {"name": "The Bureau", "kind": "government-body"},
    "reserve": {"name": "The Reserve", "kind": "armed-force"},
}
OPEN = {"title": "Open", "issued": "2099-12-31", "speaker": "ardelia"}
TOLM = {"name": "Tolm", "country": "NOR", "lat": "1.5", "lon": "2.5", "precision": "near"}


def of(folder: Path, *events: dict[str, Any], **sources: dict[str, Any]) -> Timeline:
    return loaded(folder, *events, actors=ACTORS, sources={"statement": OPEN, **sources})


def test_without_a_mark_nothing_changes(tmp_path: Path) -> None:
    whole = of(tmp_path, event(actors=["ardelia"]), event(title="Another", private="false", draft="false"))

    assert withhold(whole) is whole


@pytest.mark.parametrize(("mark", "asked"), [("draft", {"drafts": True}), ("private", {"private": True})])
def test_a_marked_event_is_withheld_unless_it_is_asked_for(tmp_path: Path, mark: str, asked: dict[str, bool]) -> None:
    whole = of(tmp_path, event(id="open"), event(id="hidden", **{mark: "true"}))
    other = {"drafts": "private" in asked, "private": "drafts" in asked}

    assert ids(withhold(whole)) == ids(withhold(whole, **other)) == ["open"]
    assert withhold(whole, **asked) is whole


def test_an_event_with_both_marks_needs_both_options(tmp_path: Path) -> None:
    whole = of(tmp_path, event(id="both", draft="true", private="true"))

    for drafts, private in product([False, True], repeat=2):
        assert len(withhold(whole, drafts=drafts, private=private).events) == (drafts and private)


def test_who_only_withheld_events_name_is_withheld_with_whom_they_belong_to(tmp_path: Path) -> None:
    whole = of(tmp_path, event(actors=["ardelia"]), event(actors=["ardelia", "envoy"], private="true"))

    assert [*withhold(whole).actors] == ["ardelia", "reserve"]  # nobody names the last: it is a register's


SPEECH = {"title": "Speech", "issued": "2099-12-31", "speaker": "envoy"}


@pytest.mark.parametrize(
    "named",
    [
        {"actors": ["envoy"]},
        {"casualties": [{"who": "envoy", "killed": "1"}]},
        {"according_to": "envoy"},
        {"claims": [{"source": "statement", "actors": ["envoy"]}]},
        {"claims": [{"source": "statement", "casualties": [{"who": "envoy", "killed": "1"}]}]},
        {"claims": [{"source": "statement"}, {"source": "speech"}]},
    ],
)
def test_who_is_named_in_any_way_is_withheld_there_and_kept_where_others_name_it_too(
    tmp_path: Path, named: dict[str, Any]
) -> None:
    hidden, open = event(title="Hidden", **named, private="true"), event(title="Open", **named)
    sources = {"speech": SPEECH} if "speech" in str(named) else {}
    alone = withhold(of(tmp_path, hidden, event(title="Open"), **sources))
    too = withhold(of(tmp_path, hidden, open, **sources))

    assert {"envoy", "bureau"}.isdisjoint(alone.actors)
    assert {"envoy", "bureau"} <= too.actors.keys()


def test_a_source_that_only_withheld_events_cite_is_withheld_with_its_versions(tmp_path: Path) -> None:
    first = {"title": "First", "issued": "2099-12-31", "speaker": "envoy"}
    second = {"title": "Second", "issued": "2099-12-31", "version_of": "first"}
    hidden = event(title="Hidden", source="second", quote="Words that nobody sees", private="true")
    shown = withhold(of(tmp_path, event(), hidden, first=first, second=second))

    assert [*shown.sources] == ["statement"]
    assert "envoy" not in shown.actors
    assert not shown.verdicts


def test_relations_to_what_is_withheld_go_with_it(tmp_path: Path) -> None:
    hidden = event(id="hidden", title="Hidden", private="true")
    follows = event(id="open", related=[{"event": "hidden", "as": "follows"}, {"event": "third", "as": "about"}])
    whole = of(tmp_path, follows, hidden, event(id="third", title="Third"))

    assert [one.event for one in withhold(whole).events[0].related] == ["third"]
    assert "hidden" not in str(withhold(whole).events)


def test_also_after_a_selection_nothing_tells_of_a_withheld_event(tmp_path: Path) -> None:
    hidden = event(id="hidden", title="Hidden", private="true")
    follows = event(id="open", title="Shown", related=[{"event": "hidden", "as": "follows"}])
    few = select(of(tmp_path, follows, hidden), Selection(words="Shown"))

    assert [*few.left_out] == ["hidden"]
    assert not withhold(few).left_out
    assert not withhold(few).events[0].related
    assert withhold(few, private=True).events[0].related


def test_a_private_claim_is_withheld_and_an_event_of_such_claims_alone(tmp_path: Path) -> None:
    private = {"source": "speech", "private": "true", "actors": ["envoy"]}
    speech = {"title": "Speech", "issued": "2099-12-31"}
    some = event(id="some", claims=[{"source": "statement"}, private])
    whole = of(tmp_path, some, event(id="none", title="None", claims=[private]), speech=speech)
    shown = withhold(whole)

    assert ids(shown) == ["some"]
    assert [claim.source for claim in shown.events[0].claims] == ["statement"]
    assert "speech" not in shown.sources
    assert "envoy" not in shown.actors


def test_a_private_source_is_named_as_one_that_is_withheld(tmp_path: Path) -> None:
    talk = {"title": "Talk", "issued": "2099-12-31", "speaker": "envoy", "private": "true", "url": "https://x.example"}
    told = {
        "source": "talk", "quote": "They met at noon", "at": "p. 3", "translation": "x", "note": "By phone",
        "date": "2022-09-14", "stance": "denies", "according_to": "ardelia",
    }  # fmt: skip
    whole = of(tmp_path, event(id="one", date_text="at noon", claims=[told]), talk=talk)
    shown = withhold(whole)
    claim = shown.events[0].claims[0]

    assert [*shown.sources] == ["statement", "withheld-1"]
    assert shown.sources["withheld-1"] == Source(id="withheld-1", title=SOURCE_WITHHELD)
    assert claim == Claim(
        source="withheld-1", stance="denies", date=parse_date("2022-09-14"), according_to=("ardelia",)
    )
    assert shown.events[0].date_text == ""
    assert "envoy" not in shown.actors
    assert withhold(whole, private=True) is whole


def test_words_for_a_date_stay_where_a_source_is_for_all(tmp_path: Path) -> None:
    talk = {"title": "Talk", "issued": "2099-12-31", "private": "true"}
    told = event(date_text="at noon", claims=[{"source": "talk"}, {"source": "statement"}])

    assert withhold(of(tmp_path, told, talk=talk)).events[0].date_text == "at noon"


def test_several_private_sources_stay_several_and_take_no_id_that_is_used(tmp_path: Path) -> None:
    private = {"title": "Talk", "issued": "2099-12-31", "private": "true"}
    used = {"title": "Used", "issued": "2099-12-31"}
    told = event(claims=[{"source": name} for name in ("b", "a", "b", "withheld-1")])
    shown = withhold(of(tmp_path, told, **{"a": private, "b": private, "withheld-1": used}))
    cited = [claim.source for claim in shown.events[0].claims]

    assert cited == ["withheld-2", "withheld-3", "withheld-2", "withheld-1"]


def test_a_source_is_no_version_of_one_that_is_withheld(tmp_path: Path) -> None:
    first = {"title": "First", "issued": "2099-12-31", "private": "true"}
    second = {"title": "Second", "issued": "2099-12-31", "version_of": "first", "version": "translation"}
    shown = withhold(of(tmp_path, event(source="second"), first=first, second=second))

    assert (shown.sources["second"].version_of, shown.sources["second"].version) == ("", "translation")


@pytest.mark.parametrize("where", ["event", "claim"])
def test_of_a_private_place_the_name_stays(tmp_path: Path, where: str) -> None:
    place = {**TOLM, "private": "true"}
    told = event(place=place) if where == "event" else event(claims=[{"source": "statement", "place": place}])
    whole = of(tmp_path, told)
    shown = withhold(whole).events[0]

    assert (shown if where == "event" else shown.claims[0]).place == Place(name="Tolm", country="NOR")
    assert withheld(whole)[-1] == (1, "place")
    assert withhold(whole, private=True) is whole


def test_what_is_withheld_is_counted(tmp_path: Path) -> None:
    talk = {"title": "Talk", "issued": "2099-12-31", "private": "true"}
    claims = [{"source": "talk"}, {"source": "statement", "private": "true"}]
    events = event(claims=claims), event(title="b", draft="true"), event(title="c", private="true")
    whole = of(tmp_path, *events, talk=talk)

    assert withheld(whole) == ((2, "event"), (1, "claim"), (1, "source"), (0, "place"))
    assert withheld(whole, private=True) == ((1, "event"), (0, "claim"), (0, "source"), (0, "place"))
    assert withheld(withhold(whole)) == ((0, "event"), (0, "claim"), (0, "source"), (0, "place"))


@together("written", ["yes", "True", "1", "", "TODO", ["true"], {"a": "b"}])
@together("at", ["event", "claim", "place", "source"])
def test_a_mark_that_cannot_be_read_is_an_error_and_counts_as_set(tmp_path: Path, written: Any, at: str) -> None:

    mark = {"private": written}
    told = event(claims=[{"source": "statement", **(mark if at == "claim" else {})}])
    told |= mark if at == "event" else {"place": {**TOLM, **mark}} if at == "place" else {}
    path = write(tmp_path / "x.yaml", told, sources={"statement": {**OPEN, **(mark if at == "source" else {})}},
                 actors=ACTORS)  # fmt: skip
    whole = load(path)
    faulty = whole.report.faulty
    marks = [one.private for one in faulty] + [one.private for one in whole.sources.values()]
    marks += [claim.private for one in faulty for claim in one.claims]
    marks += [one.place.private for one in faulty if one.place]

    assert len(whole.problems) == 1
    assert marks.count(True) == 1


def test_a_mark_in_python_is_true_or_false() -> None:
    with pytest.raises(FieldError, match="neither true nor false"):
        Event(date=parse_date("2022"), title="x", claims=(Claim(source="s"),), private="true")  # type: ignore[arg-type]


PEOPLE = st.sets(st.sampled_from("abc"))
MARKS = st.sampled_from(["", "draft", "private"])


@settings(max_examples=60, deadline=None)
@given(
    events=st.lists(st.tuples(MARKS, PEOPLE, st.sets(st.sampled_from("xyz"), min_size=1)), max_size=5),
    private=st.sets(st.sampled_from("xyz")), above=st.dictionaries(st.sampled_from("abc"), st.sampled_from("de")),
    speakers=st.dictionaries(st.sampled_from("xyz"), st.sampled_from("abcde")),
)  # fmt: skip
def test_exactly_what_only_withheld_parts_name_is_withheld(
    events: list[tuple[str, set[str], set[str]]], private: set[str], above: dict[str, str], speakers: dict[str, str]
) -> None:
    whole = Timeline(
        actors={id: Actor(name=id, of=tuple(above.get(id, ()))) for id in "abcde"},
        sources={id: Source(title=id, private=id in private, speaker=tuple(speakers.get(id, ()))) for id in "xyz"},
        events=tuple(
            Event(
                date=parse_date("2022"), title="t", id=f"n{number}", draft=mark == "draft", private=mark == "private",
                actors=tuple(Participant(who=who) for who in sorted(who)),
                claims=tuple(Claim(source=source) for source in sorted(sources)),
            )
            for number, (mark, who, sources) in enumerate(events)
        ),
    )  # fmt: skip

    def reach(actors: set[str], sources: set[str]) -> set[str]:
        found = {*actors, *(speakers[one] for one in sources if one in speakers)}
        return found | {above[one] for one in found if one in above} | sources

    gone = [reach(who, sources) for mark, who, sources in events if mark] + [reach(set(), private)]
    kept = [reach(who, sources - private) for mark, who, sources in events if not mark]
    there, here = set[str]().union(*gone), set[str]().union(*kept)
    unnamed = set("abcdexyz") - there
    here |= reach(unnamed & set("abcde"), unnamed & set("xyz"))
    shown = withhold(whole)

    assert ids(shown) == [f"n{number}" for number, (mark, _, _) in enumerate(events) if not mark]
    assert shown.actors.keys() == set("abcde") - (there - here)
    assert {id for id in shown.sources if len(id) == 1} == set("xyz") - (there - here) - private
    assert withhold(shown) is shown


def test_neither_archived_texts_nor_verdicts_of_what_is_withheld_stay(tmp_path: Path) -> None:
    (tmp_path / "talk.txt").write_text("They met at noon.\n", encoding="utf-8")
    talk = {"title": "Talk", "issued": "2099-12-31", "file": "talk.txt", "private": "true"}
    whole = of(tmp_path, event(claims=[{"source": "talk", "quote": "They met at noon"}]), talk=talk)
    shown = withhold(whole)

    assert (whole.verdicts, [*whole.archive]) == ({("talk", "They met at noon"): "exact"}, ["talk"])
    assert (shown.verdicts, shown.archive) == ({}, {})


def test_a_relation_to_an_event_with_a_mistake_goes_with_it(tmp_path: Path) -> None:
    hidden = event("2022-13", "Hidden", id="hidden", private="true")
    follows = event(title="Open", related=[{"event": "hidden", "as": "follows"}])
    whole = load(write(tmp_path / "x.yaml", follows, hidden, actors=ACTORS, sources={"statement": OPEN}))

    assert [one.event for one in whole.events[0].related] == ["hidden"]
    assert not withhold(whole).events[0].related
