"""An id becomes another in all files: everywhere where it is one, and nothing else changes."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from together import together

from diplotimeline import CallError, Timeline, check, load
from diplotimeline.analyses.diff import diff
from diplotimeline.reading.text import BYTE_ORDER_MARK
from diplotimeline.writing.renaming import Renaming, rename

REGISTER = """\
# who is who
actors:
  ardelia:   {name: ardelia, kind: state, note: ardelia}   # a state
  "envoy": {name: The envoy, of: [ ardelia ]}
sources:
  daily:
    title: The daily of ardelia
    issued: 2099-12-31
    speaker:    ardelia
"""
RECORD = """\
title: ardelia, daily
include: [register.yaml]
events:
  - date: 2024-05-01
    title: ardelia meets   # ardelia
    actors:
    - 'ardelia'
    - {who: ardelia, role: host}
    tags: [ardelia]
    source:
      daily
    related: [{event: 2024-05-02-talks, as: about}]

  - {date: 2024-05-02, title: Talks, claims: [{source: daily, according_to: ardelia, quote: "ardelia"}]}
"""


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_bytes(text.encode())
    return folder


def whole(folder: Path) -> Timeline:
    return load(folder, quotes=False)


def renamed(folder: Path, old: str, new: str) -> dict[str, str]:
    """What the files are to hold, by name."""
    return {path.stem: data.decode() for path, data in rename(whole(folder), old, new).after.items()}


def refused(folder: Path, old: str, new: str) -> str:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(CallError) as error:
        rename(whole(folder), old, new)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    return f"{error.value.message} | {error.value.help}"


def test_an_actor_is_renamed_where_its_id_stands(tmp_path: Path) -> None:
    found = renamed(written(tmp_path, register=REGISTER, record=RECORD), "ardelia", "arc")

    assert found["register"] == (
        REGISTER.replace("  ardelia:", "  arc:")
        .replace("[ ardelia ]", "[ arc ]")
        .replace("speaker:    ardelia", "speaker:    arc")
    )
    assert found["record"] == (
        RECORD.replace("'ardelia'", "arc")
        .replace("who: ardelia", "who: arc")
        .replace("according_to: ardelia", "according_to: arc")
    )


def test_a_source_is_renamed_where_its_id_stands(tmp_path: Path) -> None:
    found = renamed(written(tmp_path, register=REGISTER, record=RECORD), "daily", "gazette")

    assert found["register"] == REGISTER.replace("  daily:", "  gazette:")
    assert found["record"] == RECORD.replace("      daily", "      gazette").replace("source: daily", "source: gazette")


def test_a_name_in_quotation_marks_keeps_them(tmp_path: Path) -> None:
    assert renamed(written(tmp_path, register=REGISTER), "envoy", "the-envoy") == {
        "register": REGISTER.replace('"envoy"', '"the-envoy"')
    }


def test_an_event_without_an_id_gets_one(tmp_path: Path) -> None:
    found = renamed(written(tmp_path, register=REGISTER, record=RECORD), "2024-05-02-talks", "talks")

    assert found == {
        "record": RECORD.replace("event: 2024-05-02-talks", "event: talks").replace(
            '"ardelia"}]}', '"ardelia"}], id: talks}'
        )
    }


def test_a_written_id_of_an_event_changes(tmp_path: Path) -> None:
    text = (
        "sources: {s: {title: S}}\nevents:\n  - {date: 2024, title: A, id: a, source: s}\n"
        "  - {date: 2025, title: B, source: s, related: [{event: a, as: follows}]}\n"
    )

    assert renamed(written(tmp_path, one=text), "a", "b") == {
        "one": text.replace("id: a", "id: b").replace("event: a", "event: b")
    }


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", BYTE_ORDER_MARK], ids=["plain", "with a byte order mark"])
def test_the_bytes_around_stay(tmp_path: Path, end_of_line: str, mark: bytes) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(mark + REGISTER.replace("\n", end_of_line).encode())

    (data,) = rename(whole(tmp_path), "envoy", "emissary").after.values()
    assert data == mark + REGISTER.replace('envoy"', 'emissary"').replace("\n", end_of_line).encode()


@pytest.mark.parametrize("new", ["Հայաստան", "no", "null", "~", "a: b", "a#b", "[x]", "12", "true", "é"])
def test_a_new_id_of_any_signs_is_written_so_that_it_is_read_as_it_is(tmp_path: Path, new: str) -> None:
    rename(whole(written(tmp_path, register=REGISTER, record=RECORD)), "ardelia", new).write()
    timeline = whole(tmp_path)

    assert [one.message for one in check(timeline) if one.severity == "error"] == []
    assert new in timeline.actors


def test_one_id_of_two_kinds_needs_its_kind(tmp_path: Path) -> None:
    text = "actors: {x: {name: X}}\nsources: {x: {title: X, speaker: x}}\n"
    text += "events: [{date: 2024, title: A, source: x, id: x}]\n"
    folder = written(tmp_path, one=text)

    assert (
        refused(folder, "x", "y") == "'x' is an actor and a source and an event | write actor:x or source:x or event:x"
    )
    assert renamed(folder, "actor:x", "y") == {
        "one": text.replace("actors: {x", "actors: {y").replace("speaker: x", "speaker: y")
    }
    assert renamed(folder, "source:x", "source:y") == {
        "one": text.replace("sources: {x", "sources: {y").replace("source: x", "source: y")
    }
    assert renamed(folder, "event:x", "y") == {"one": text.replace("id: x", "id: y")}


@together(
    ("old", "new", "said"),
    [
        ("ardelya", "b", "no actor, source or event has the id 'ardelya' | did you mean 'ardelia'?"),
        ("event:daily", "b", "no event has the id 'daily'"),
        ("", "b", "no actor, source or event has the id ''"),
        ("The envoy", "b", "no actor, source or event has the id 'The envoy'"),
        ("ardelia", "ardelia", "are the same id"),
        ("actor:ardelia", "actor:ardelia", "are the same id"),
        ("ardelia", "envoy", "there is another actor 'envoy' already"),
        ("2024-05-02-talks", "2024-05-01-ardelia-meets", "there is another event"),
        ("ardelia", "", "'' cannot be an id"),
        ("ardelia", "a\nb", "cannot be an id"),
        ("ardelia", " a", "' a' cannot be an id"),
        ("ardelia", "<<", "cannot be an id"),
        ("ardelia", "TODO", "cannot be an id"),
        ("ardelia", "a\u202e", "cannot be an id"),
        ("ardelia", "x" * 129, "cannot be an id"),
        ("2024-05-02-talks", "The talks", "'The talks' is not an id"),
    ],
)
def test_a_call_that_is_wrong_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert said in refused(written(tmp_path, register=REGISTER, record=RECORD), old, new)


def test_two_that_contradict_are_not_made_one(tmp_path: Path) -> None:
    folder = written(tmp_path, a="actors: {a: {name: A}}\n", b="actors: {b: {name: B}}\n")

    assert "'b' cannot be the id: 'b' is declared in" in refused(folder, "a", "b")


def test_an_id_that_another_file_declares_is_taken(tmp_path: Path) -> None:
    """Also where nothing of the two contradicts: files that name the old one show that no run was killed."""
    actors = {"one": "actors: {a: {name: A}}\n", "other": "actors: {b: {name: A, kind: state}}\n"}
    events = "sources: {s: {title: S}}\nevents: [{date: 2024, title: Talks, source: s, actors: [a, b]}]\n"

    assert "there is another actor 'b' already" in refused(written(tmp_path, **actors, events=events), "a", "b")


def test_an_event_whose_number_would_shift_keeps_its_id(tmp_path: Path) -> None:
    text = "sources: {s: {title: S}, t: {title: T}}\nevents:\n" + "".join(
        f"  - {{date: 2024, title: Talks, source: {source}}}\n" for source in "st"
    )
    folder = written(tmp_path, one=text)

    assert "another event would get another id too: 2024-talks, 2024-talks-2" in refused(folder, "2024-talks", "talks")
    assert "id: talks" in renamed(folder, "2024-talks-2", "talks")["one"]


def test_the_same_event_in_two_files_gets_its_id_in_both(tmp_path: Path) -> None:
    text = "sources: {s: {title: S}}\nevents:\n  - {date: 2024, title: Talks, source: s}\n"
    found = renamed(written(tmp_path, a=text, b=text), "2024-talks", "talks")

    assert found == dict.fromkeys("ab", text.replace("source: s}", "source: s, id: talks}"))


@pytest.mark.parametrize(
    "bad", ["actors: {ardelia: {name: A, knd: state}}\n", "actors: {ardelia: *x}\n", "actors: [\n"]
)
def test_files_with_mistakes_are_refused(tmp_path: Path, bad: str) -> None:
    assert "has mistakes" in refused(written(tmp_path, bad=f"title: x\n{bad}"), "ardelia", "b")


def test_a_draft_with_a_todo_is_no_obstacle_and_keeps_it(tmp_path: Path) -> None:
    text = (
        "actors: {a: {name: A}}\nsources: {s: {title: S}}\nevents:\n- {date: TODO, title: x, source: s, actors: [a]}\n"
    )

    assert renamed(written(tmp_path, one=text), "a", "b") == {"one": text.replace("{a:", "{b:").replace("[a]", "[b]")}


def test_of_a_private_file_with_mistakes_no_word_is_told(tmp_path: Path) -> None:
    text = "actors: {a: {name: A}}\nevents: [{date: 20x4, title: Secret, source: s, private: true}]\n"

    assert refused(written(tmp_path, one=text), "a", "b").startswith(f"{tmp_path}/one.yaml has mistakes: [bad-date]")


def test_what_has_changed_since_is_not_written_over(tmp_path: Path) -> None:
    folder = written(tmp_path, register=REGISTER, record=RECORD)
    done = rename(whole(folder), "ardelia", "arc")
    written(folder, record=RECORD + "# more\n")

    with pytest.raises(CallError, match=r"record\.yaml has changed meanwhile; nothing is written"):
        done.write()
    assert (folder / "register.yaml").read_text(encoding="utf-8") == REGISTER


def test_nothing_is_written_when_one_file_is_write_protected(tmp_path: Path) -> None:
    folder = written(tmp_path, register=REGISTER, record=RECORD)
    done = rename(whole(folder), "ardelia", "arc")
    (folder / "register.yaml").chmod(0o444)

    with pytest.raises(CallError, match="write-protected"):
        done.write()
    assert (folder / "record.yaml").read_text(encoding="utf-8") == RECORD


# --- killed in between ---------------------------------------------------------------------------------------------


def steps(done: Renaming) -> list[dict[Path, bytes]]:
    """What stands in the files after a run that was killed before its first, second, … file."""
    files = list(done.after)
    return [{path: (done.after if place < killed else done.before)[path] for place, path in enumerate(files)}
            for killed in range(1, len(files))]  # fmt: skip


SECOND = "include: [register.yaml]\nevents: [{date: 2025, title: More, source: daily, actors: [ardelia],"
FOLDER = {
    "register": REGISTER,
    "record": RECORD,
    "more": SECOND + " related: [{event: 2024-05-02-talks, as: follows}]}]\n",
    "second-register": "actors: {ardelia: {name: ardelia}}\nsources: {daily: {title: The daily of ardelia}}\n",
}


@pytest.mark.parametrize(("old", "new"), [("ardelia", "arc"), ("daily", "gazette"), ("2024-05-02-talks", "talks")])
def test_after_a_kill_check_names_what_is_left_and_the_same_call_finishes_it(
    tmp_path: Path, old: str, new: str
) -> None:
    folder = written(tmp_path, **FOLDER)
    done = rename(whole(folder), old, new)
    assert len(done.after) >= 2

    for killed in steps(done):
        for path, data in killed.items():
            path.write_bytes(data)
        left = whole(folder)
        declared = {*left.actors, *left.sources}
        assert {old, new} <= declared or any(f"'{new}'" in one.message for one in check(left))
        rename(left, old, new).write()
        assert {path: path.read_bytes() for path in killed} == done.after


def test_an_id_that_is_only_named_becomes_one_that_is_declared(tmp_path: Path) -> None:
    text = "actors: {tavoria: {name: T}}\nsources: {s: {title: S, speaker: tavria}}\n"

    assert renamed(written(tmp_path, a=text), "tavria", "tavoria") == {"a": text.replace("tavria", "tavoria")}


# --- for any record ------------------------------------------------------------------------------------------------

IDS = st.sampled_from(["a", "b", "ab", "a-b", "b2"])


@st.composite
def records(draw: st.DrawFn) -> str:
    """A record in which ids stand everywhere, also as words of texts."""
    actors, sources = (draw(st.lists(IDS, min_size=1, max_size=3, unique=True)) for _ in range(2))
    lines = [
        "actors:",
        *(f"  {one}: {{name: {one}, of: [{draw(st.sampled_from(actors))}], note: {one}}}" for one in actors),
    ]
    lines += ["sources:", *(f"  {one}: {{title: {one}, speaker: {draw(st.sampled_from(actors))}}}" for one in sources)]
    lines += ["events:"]
    for number in range(draw(st.integers(1, 3))):
        lines += [f"  - date: 202{number}", f"    title: {draw(IDS)}", f"    source: {draw(st.sampled_from(sources))}",
                  f"    actors: [{draw(st.sampled_from(actors))}]", f"    tags: [{draw(IDS)}]"]  # fmt: skip
    return "\n".join(lines) + "\n"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=records(), data=st.data())
def test_there_and_back_is_the_same_file(tmp_path: Path, text: str, data: st.DataObject) -> None:
    written(tmp_path, one=text)
    before = whole(tmp_path)
    kind, ids = data.draw(st.sampled_from([("actor", before.actors), ("source", before.sources)]))
    old = data.draw(st.sampled_from(sorted(ids)))
    there = rename(before, f"{kind}:{old}", "new-id")
    there.write()
    after = whole(tmp_path)

    assert [one.rule for one in after.report.findings] == [one.rule for one in before.report.findings]
    assert {one.id for one in after.events} == {one.id for one in before.events}
    rename(after, f"{kind}:new-id", old).write()
    assert (tmp_path / "one.yaml").read_text(encoding="utf-8") == text
    assert not diff(before, whole(tmp_path))
