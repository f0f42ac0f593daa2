"""Several files as one chronology: what is declared twice, what events are called, and their order."""

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from together import together
from written import SOURCES, brief, event, loaded, titles, write

from diplotimeline import Problem, Timeline, check, load
from diplotimeline.reading.merge import LONGEST_SLUG, make_id
from diplotimeline.record.chronology import month_of

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# Ids that must not change: others refer to them.
IDS = {
    ("2022-10-04", "Blinken holds a trilateral call"): "2022-10-04-blinken-holds-a-trilateral-call",
    ("2022-10", "Call"): "2022-10-call",
    ("2022-09-12/2022-09-13", "Shelling"): "2022-09-12-2022-09-13-shelling",
    ("[2022-09-12..2022-09-14]", "Shelling"): "2022-09-12-2022-09-14-shelling",
    ("2022-09-XX", "Talks"): "2022-09-xx-talks",
    ("199X", "Talks"): "199x-talks",
    ("2022-09?", "Talks"): "2022-09-talks",
    ("2022-12-12/..", "Blockade"): "2022-12-12-blockade",
    ("2022-09-13T00:05+04:00", "Fire"): "2022-09-13-00-05-04-00-fire",
    ("2022", "Genève: Čović, Hikmət & “Łódź”"): "2022-geneve-covic-hikm-t-odz",
    ("2022", "The 2nd 'round' of talks"): "2022-the-2nd-round-of-talks",
    ("2022", "Հանդիպում"): "2022-964205b6",
    ("2022", "会谈"): "2022-9b8a3850",
    ("2022", "…"): "2022-5111434a",
}


def pair(folder: Path, first: str, second: str) -> Timeline:
    return load(write(folder / "a.yaml", first), write(folder / "b.yaml", second))


def in_files(problems: tuple[Problem, ...]) -> list[str]:
    """`a.yaml 1:3 duplicate-id`, one for each problem."""
    return [f"{Path(one.path).name} {place}" for one, place in zip(problems, brief(problems), strict=True)]


def events(*entries: str) -> str:
    return SOURCES + "events:\n" + "".join(f"  - {{source: s, {entry}}}\n" for entry in entries)


# --- declared twice ------------------------------------------------------------------------------------------------


def test_several_files_are_one_chronology(tmp_path: Path) -> None:
    first = "title: A\nactors: {a: {name: Armenia}}\n" + events(
        "date: 2022-01, title: One", "date: 2022-03, title: Three"
    )
    second = "title: B\nsources:\n  t: {title: R}\nevents:\n  - {date: 2022-02, title: Two, source: s, actors: [a]}\n"
    timeline = pair(tmp_path, first, second)

    assert (timeline.problems, titles(timeline)) == ((), ["One", "Two", "Three"])
    assert (timeline.title, [*timeline.actors], [*timeline.sources]) == ("A · B", ["a"], ["s", "t"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "actors: {a: {name: Armenia, aliases: [x, y]}}",
            "actors:\n  a:\n    aliases:\n    - x\n    - y\n    name: Armenia",
        ),
        ("sources: {s: {title: R, issued: 2022-10}}", "sources:\n  s:\n    issued: '2022-10'\n    title: >-\n      R"),
        ("actors: {a: {name: Armenia}}\nsources: {a: {title: A}}", "sources: {b: {title: B}}"),
    ],
    ids=["an actor in another style", "a source in another style", "an actor and a source"],
)
def test_the_same_id_with_the_same_content_is_fine(tmp_path: Path, first: str, second: str) -> None:
    assert not pair(tmp_path, first, second).problems


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("actors:\n  a: {name: Armenia}", "actors:\n  a: {name: Azerbaijan}"),
        ("actors:\n  a: {name: Armenia, kind: ngo}", "actors:\n  a: {name: Armenia, kind: state}"),
        ("sources:\n  s: {title: R}", "sources:\n  s: {title: r}"),
        ("sources:\n  s: {title: R, issued: 2022-10}", "sources:\n  s: {title: R, issued: 2022-10-06}"),
    ],
)
def test_the_same_id_with_other_content_is_an_error_at_both_places(tmp_path: Path, first: str, second: str) -> None:
    problems = pair(tmp_path, first, second).problems

    assert in_files(problems) == ["a.yaml 2:3 duplicate-id", "b.yaml 2:3 duplicate-id"]
    assert [("b.yaml" in problems[0].message), ("a.yaml" in problems[1].message)] == [True, True]


def test_three_files_that_differ_are_each_reported_once(tmp_path: Path) -> None:
    names = ("Armenia", "Azerbaijan", "Georgia")
    problems = load(
        *(write(tmp_path / f"{name[:2]}.yaml", f"actors:\n  a: {{name: {name}}}\n") for name in names)
    ).problems

    assert sorted(set(in_files(problems))) == [f"{name} 2:3 duplicate-id" for name in ("Ar.yaml", "Az.yaml", "Ge.yaml")]


@pytest.mark.parametrize(
    ("first", "second", "place"),
    [
        ("actors: {a: {name: A, kind: state}}", "actors:\n  a: {name: A, kind: stat}", "b.yaml 2:22 wrong-type"),
        ("actors: {a: {name: A}}", "actors:\n  a: A", "b.yaml 2:6 wrong-type"),
        ("sources: {s: {titel: R}}", "sources:\n  s: {title: Q}", "a.yaml 1:15 unknown-key"),
        ("sources:\n  s:", "sources:\n  s: {title: Q}", "a.yaml 2:3 empty-value"),
    ],
)
def test_a_declaration_with_a_mistake_is_not_reported_as_different_too(
    tmp_path: Path, first: str, second: str, place: str
) -> None:
    assert in_files(pair(tmp_path, first, second).problems) == [place]


# --- what events are called ----------------------------------------------------------------------------------------


@together(("date", "title"), IDS)
def test_an_id_is_made_from_date_and_title(tmp_path: Path, date: str, title: str) -> None:
    made = loaded(tmp_path, events(f"date: '{date}', title: \"{title}\"")).events[0].id

    assert made == IDS[date, title]


def test_a_long_title_is_cut_between_words(tmp_path: Path) -> None:
    made = loaded(tmp_path, event("word " * 40)).events[0].id.removeprefix("2022-10-04-")

    assert set(made.split("-")) == {"word"}
    assert LONGEST_SLUG - 5 <= len(made) <= LONGEST_SLUG


def test_a_long_word_is_cut(tmp_path: Path) -> None:
    assert loaded(tmp_path, event("w" * 200)).events[0].id == f"2022-10-04-{'w' * LONGEST_SLUG}"


def test_made_ids_are_unique_and_keep_to_the_order_of_the_file(tmp_path: Path) -> None:
    same = "date: 2022-10-04, title: Call"
    timeline = pair(
        tmp_path, events(same, f"{same}, id: 2022-10-04-call", same), events(same, "date: 2022-10-04, title: call!")
    )

    assert [one.id for one in timeline.events] == [f"2022-10-04-call{number}" for number in ("-2", "", "-3", "-5")]
    assert not timeline.problems


def test_ids_are_the_same_on_every_run(tmp_path: Path) -> None:
    text = events("date: 2022, title: Հանդիպում", "date: 2022, title: Հանդիպում", "date: 2022-XX, title: é")

    assert [one.id for one in loaded(tmp_path, text).events] == [one.id for one in loaded(tmp_path, text).events]


def test_an_id_as_written_is_kept(tmp_path: Path) -> None:
    assert [one.id for one in loaded(tmp_path, events("date: 2022, title: x, id: 2022-call")).events] == ["2022-call"]


def test_an_id_written_twice_in_a_file_is_an_error_at_both_places(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, events("date: 2022, title: x, id: a", "date: 2023, title: y, id: a"))

    assert brief(timeline.problems) == ["4:39 duplicate-id", "5:39 duplicate-id"]


def test_an_id_written_in_two_files_is_an_error_in_both(tmp_path: Path) -> None:
    problems = pair(tmp_path, events("id: a, date: 2022, title: x"), events("id: a, date: 2023, title: y")).problems

    assert in_files(problems) == ["a.yaml 4:17 duplicate-id", "b.yaml 4:17 duplicate-id"]


def test_an_event_whose_id_is_refused_has_a_made_one(tmp_path: Path) -> None:
    related = "date: 2022-09-14, title: u, related: [{event: 2022-09-13-t, as: follows}]"
    timeline = loaded(tmp_path, events("date: 2022-09-13, title: t, id: X Y", related))

    assert [one.id for one in timeline.report.faulty] == ["2022-09-13-t"]
    assert [problem.rule for problem in check(timeline) if problem.severity == "error"] == ["wrong-type"]


def test_an_id_of_a_faulty_event_is_taken_too(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, events("id: a, date: 2022-13, title: x", "id: a, date: 2023, title: y"))

    assert brief(timeline.problems) == ["4:17 duplicate-id", "4:30 bad-date", "5:17 duplicate-id"]


@given(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=100).filter(str.strip))
def test_every_title_gives_an_id_that_a_file_could_hold(title: str) -> None:
    made = [make_id("2022-09-13", title) for _ in range(2)]

    assert IDENTIFIER.fullmatch(made[0])
    assert made[0] == made[1]


# --- order ---------------------------------------------------------------------------------------------------------


def test_events_stand_in_chronological_order_whatever_the_file(tmp_path: Path) -> None:
    dates = ("2022-09-14", "2022-09", "2022-09-13T00:05Z", "2022-09-13/2022-09-14", "2022-09-13", "2022", "1999")
    timeline = loaded(tmp_path, events(*(f"date: {date}, title: x" for date in dates)))
    ordered = ["1999", "2022", "2022-09", "2022-09-13/2022-09-14", "2022-09-13", "2022-09-13T00:05Z", "2022-09-14"]

    assert [one.date.edtf for one in timeline.events] == ordered


def test_events_of_one_moment_keep_to_the_order_of_the_files(tmp_path: Path) -> None:
    first, second = (events(*(f"date: 2022-10-04, title: {title}" for title in names)) for names in ("ca", "db"))

    assert titles(pair(tmp_path, first, second)) == ["c", "a", "d", "b"]


def test_a_clock_time_without_offset_is_one_of_the_zone_of_its_file(tmp_path: Path) -> None:
    utc = events("date: 2022-09-13T02:00Z, title: second", "date: 2022-09-13T04:00Z, title: fourth")
    yerevan = events("date: 2022-09-13T03:30, title: third", "date: 2022-09-13T01:00, title: first")
    timeline = pair(tmp_path, utc, f"timezone: Asia/Yerevan\n{yerevan}")

    assert (timeline.problems, titles(timeline)) == ((), ["first", "second", "third", "fourth"])


def test_an_instant_stands_on_the_day_that_it_was_in_the_zone_of_its_file(tmp_path: Path) -> None:
    dates = {"second": "2022-10-01T00:05+04:00", "first": "2022-09-30T20:01Z", "third": "2022-09-30T23:00-05:00"}
    text = events(*(f"date: '{date}', title: {title}" for title, date in dates.items()))
    timeline = loaded(tmp_path, f"timezone: Asia/Yerevan\n{text}")

    assert titles(timeline) == ["first", "second", "third"]
    assert {month_of(one) for one in timeline.events} == {(2022, 10)}
    assert titles(loaded(tmp_path, text)) == ["first", "third", "second"]


def test_order_and_part_decide_on_one_day(tmp_path: Path) -> None:
    day = "date: 2022-09-13, title"
    evening, morning = f"{day}: evening, part: evening", f"{day}: morning, part: morning"
    clocks = [f"date: 2022-09-13T{clock}, title: '{clock}'" for clock in ("15:00", "08:00")]
    text = events(f"{day}: last, order: 1", evening, morning, *clocks, f"{day}: none", f"{day}: first, order: -2")

    assert titles(loaded(tmp_path, text)) == ["first", "none", "morning", "08:00", "15:00", "evening", "last"]


@pytest.mark.parametrize(("date", "rules"), [("2022-09-13T08:00", ["duplicate-id"] * 2), ("2022-09-13", [])])
def test_a_clock_time_in_files_of_two_zones_is_not_the_same(tmp_path: Path, date: str, rules: list[str]) -> None:
    text = events(f"date: {date}, title: x, id: one")
    timeline = pair(tmp_path, f"timezone: Europe/Paris\n{text}", f"timezone: Asia/Yerevan\n{text}")

    assert [one.rule for one in timeline.problems] == rules


def test_an_offset_goes_before_the_zone_of_the_file(tmp_path: Path) -> None:
    dates = {"second": "2022-09-13T05:00", "first": "2022-09-13T04:00+04:00", "third": "2022-09-13T02:00-05:00"}
    text = events(*(f"date: '{date}', title: {title}" for title, date in dates.items()))

    assert titles(loaded(tmp_path, f"timezone: Asia/Yerevan\n{text}")) == ["first", "second", "third"]


def test_the_same_event_in_two_files_is_one(tmp_path: Path) -> None:
    text = events("date: 2022-10-04, title: x, id: one")

    assert (pair(tmp_path, text, text).problems, titles(pair(tmp_path, text, text))) == ((), ["x"])


# --- registers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("{name: A, kind: state}", "{name: A, iso: ARM, aliases: [x]}"),
        ("{name: A, iso: ARM}", "{name: A, kind: state, aliases: [x]}"),
        ("{name: A, aliases: [x]}", "{name: A, kind: state, iso: ARM, aliases: [x]}"),
    ],
)
def test_what_one_register_adds_is_taken(tmp_path: Path, first: str, second: str) -> None:
    timeline = pair(tmp_path, f"actors: {{a: {first}}}", f"actors: {{a: {second}}}")
    actor = timeline.actors["a"]

    assert not timeline.problems
    assert (actor.name, actor.kind, actor.iso, actor.aliases) == ("A", "state", "ARM", ("x",))


def test_lists_and_maps_of_two_registers_are_joined(tmp_path: Path) -> None:
    first = "actors: {a: {name: A, aliases: [x, y], accepted: {unused-actor: one}}}"
    second = "actors: {a: {name: A, aliases: [y, z], accepted: {same-name: two}}}"
    actor = pair(tmp_path, first, second).actors["a"]

    assert actor.aliases == ("x", "y", "z")
    assert actor.accepted == (("unused-actor", "one"), ("same-name", "two"))


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("[b, c]", "[c, d]", ("b", "c", "d")), ("b", "[b, c]", ("b", "c")), ("[b, c]", "c", ("b", "c")),
        ("[b]", "b", ("b",)),
    ],
)  # fmt: skip
def test_ids_of_two_registers_are_joined(tmp_path: Path, first: str, second: str, joined: tuple[str, ...]) -> None:
    known = "b: {name: B}, c: {name: C}, d: {name: D}"
    whole = "actors: {{a: {{name: A, of: {0}}}, {known}}}\nsources: {{s: {{title: S, speaker: {0}}}}}"
    timeline = pair(tmp_path, whole.format(first, known=known), whole.format(second, known=known))

    assert not timeline.problems
    assert (timeline.actors["a"].of, timeline.sources["s"].speaker) == (joined, joined)


@pytest.mark.parametrize(("first", "second"), [("b", "c"), ("[b]", "c"), ("[b, c]", "d"), ("d", "[b, c]")])
def test_two_registers_that_each_name_another_speaker_do_not_name_joint_ones(
    tmp_path: Path, first: str, second: str
) -> None:
    whole = "sources:\n  s: {{title: S, speaker: {}}}"
    problems = pair(tmp_path, whole.format(first), whole.format(second)).problems
    differing = [one for one in problems if one.rule == "duplicate-id"]

    assert in_files(tuple(differing)) == ["a.yaml 2:3 duplicate-id", "b.yaml 2:3 duplicate-id"]
    assert "with another 'speaker'" in differing[0].message


def test_a_file_that_the_second_register_adds_is_read_from_there(tmp_path: Path) -> None:
    write(tmp_path / "deep/s.txt", "Words of a source.\n")
    first = write(tmp_path / "a.yaml", "sources: {s: {title: S, language: en}}")
    second = write(tmp_path / "deep/b.yaml", "sources: {s: {title: S, file: s.txt}}")
    timeline = load(first, second)

    assert (timeline.problems, timeline.archive["s"].text) == ((), "Words of a source.\n")
    assert timeline.sources["s"].language == "en"


def test_the_same_path_below_another_folder_is_another_file(tmp_path: Path) -> None:
    first = write(tmp_path / "a.yaml", "sources:\n  s: {title: S, file: s.txt}")
    second = write(tmp_path / "deep/b.yaml", "sources:\n  s: {title: S, file: s.txt}")

    assert in_files(load(first, second).problems) == ["a.yaml 2:3 duplicate-id", "b.yaml 2:3 duplicate-id"]


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [(1, 1, 1), (2, 1, 2), (1, 2, 2), (2, 2, 2)],
)
def test_an_event_without_an_id_in_two_files_is_one_and_twice_in_one_file_two(
    tmp_path: Path, first: int, second: int, number: int
) -> None:
    same = "date: 2022-10-04, title: Call"
    timeline = pair(tmp_path, events(*[same] * first), events(*[same] * second))

    assert (timeline.problems, len(timeline.events)) == ((), number)
    assert timeline.events[0].id == "2022-10-04-call"


@pytest.mark.parametrize("more", ["type: call", "quote: x", "place: Tolm"])
def test_events_that_say_different_things_stay_two(tmp_path: Path, more: str) -> None:
    same = "date: 2022-10-04, title: Call"

    assert len(pair(tmp_path, events(same), events(f"{same}, {more}")).events) == 2


def test_the_same_words_in_two_time_zones_are_not_the_same(tmp_path: Path) -> None:
    written, made = (events(f"date: 2022-10-04T10:00, title: Call{id}") for id in (", id: one", ""))
    zone = "timezone: Asia/Yerevan\n"

    assert in_files(pair(tmp_path, written, zone + written).problems) == [
        "a.yaml 4:54 duplicate-id",
        "b.yaml 5:54 duplicate-id",
    ]
    assert len(pair(tmp_path, made, zone + made).events) == 2
    assert len(pair(tmp_path, zone + made, zone + made).events) == 1


@pytest.mark.parametrize("claims", ["date: 2022-10-04T10:00", "date: 2022-10-04T10:00Z"])
def test_clock_times_of_claims_in_two_time_zones_are_not_the_same(tmp_path: Path, claims: str) -> None:
    claim = f"date: 2022-10-04, title: Call, claims: [{{source: s, {claims}}}]"
    written, made = (f"events: [{{{claim}{id}}}]\nsources: {{s: {{title: S}}}}\n" for id in (", id: one", ""))
    zone, other = "timezone: Asia/Yerevan\n", "timezone: Europe/Paris\n"

    assert len(pair(tmp_path, other + written, zone + written).problems) == 2
    assert len(pair(tmp_path, other + made, zone + made).events) == 2
    assert len(pair(tmp_path, zone + made, zone + made).events) == 1


def test_two_summaries_are_both_kept(tmp_path: Path) -> None:
    assert pair(tmp_path, "summary: One.", "summary: Two.").summary == "One.\n\nTwo."
    assert pair(tmp_path, "summary: One.", "summary: One.").summary == "One."
