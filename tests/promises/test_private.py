"""Private is private: no view, format, page, picture or message has a byte of what is a draft, private or a note."""

import json
import re
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from calling import Answer, call
from hypothesis import given, settings, strategies as st
from reading_back import WAYS, Way
from together import together

from diplotimeline import Timeline, export, load
from diplotimeline.analyses.listing import KINDS
from diplotimeline.exporters import render
from diplotimeline.record.withholding import withhold
from diplotimeline.views.lanes import lanes
from diplotimeline.views.oneline import oneline
from diplotimeline.views.rail import rail

Json = dict[str, Any]
SECRET = re.compile(r"zq[a-z]{2,}|1911|11\.2233|44\.5566|admin2")
"""What stands in everything that is withheld: words that begin so, the year of its events, coordinates."""

ISSUED = "2099-12-31"
HIDDEN = ("zqdraft", "zqprivate", "zqclaim")
VIEWS = [
    ("show",), ("show", "-r"), ("show", "-1"), ("show", "-1", "--ids"), ("show", "--lanes"), ("show", "-n", "1"),
    ("show", "--count"), ("show", "-a", "ardelia"), ("show", "--from", "2022"), ("show", "--to", "2000"),
    ("show", "--known-by", "2100"), ("show", "-g", "shelling"), ("show", "--not-type", "call"),
    ("show", "-s", "withheld-1"), ("stats",), ("stats", "--json"), ("stats", "--since-last", "meeting"),
    ("stats", "--since-last", "meeting", "--json"),
    *[("show", name, "wrong") for name in ("-a", "-s", "--tag", "--said-by", "--id", "-t", "--not-actor", "--not-tag")],
    ("list",), ("list", "--json"), *[("list", kind) for kind in KINDS], ("find", "river"),
    ("show", "-g", "wrong"), ("show", "--where", "wrong=1"), ("show", "--where", "colour=1"), ("show", "--place", "x"),
]  # fmt: skip
COMPARISONS = [
    ("open", "other"), ("ardelia", "tavoria"), ("wrong", "open"), ("open", "withheld-1"), ("ardelia", "wrong")
]  # fmt: skip


def everywhere(name: str) -> Json:
    """The fields of an event, each with a word of its own that begins with `name`."""
    told = {**claim(name), "source": f"{name}source"}
    return {
        "date": "1911-03-17", "title": f"{name}title", "summary": f"{name}summary", "date_text": f"{name}text",
        "id": f"{name}id", "actors": [f"{name}actor", "ardelia"], "type": "meeting",
        "place": {"name": f"{name}place", "lat": "11.2233", "lon": "44.5566", "precision": "admin2"},
        "casualties": [{"who": f"{name}side", "killed": "3"}], "tags": [f"{name}tag"],
        "identifiers": {f"{name}base": f"{name}number"}, "extra": {f"{name}field": f"{name}value"},
        "accepted": {"no-quote": f"{name}reason"}, "note": f"{name}note", "claims": [told],
        "related": [{"event": "open-event", "as": "about"}],
    }  # fmt: skip


def claim(name: str) -> Json:
    """The fields of a claim but its source, each with a word of its own."""
    return {
        "quote": f"{name}quote said to somebody", "at": f"p. 5 {name}at",
        "translation": {"text": f"{name}translated", "language": "fr"}, "according_to": [f"{name}voice"],
        "date": "1911-03", "actors": [f"{name}party"], "place": f"{name}spot",
        "casualties": [{"who": f"{name}victims", "killed": "4"}], "extra": {f"{name}own": f"{name}is"},
        "note": f"{name}remark",
    }  # fmt: skip


def source(name: str) -> Json:
    """The fields of a source, each with a word of its own."""
    return {
        "title": f"{name}title", "speaker": f"{name}speaker", "author": f"{name}author", "publisher": f"{name}house",
        "issued": ISSUED, "accessed": ISSUED, "language": "fr", "url": f"https://{name}.example/page",
        "archive_url": f"https://{name}copy.example/page", "type": f"{name}type", "venue": f"{name}venue",
        "version_of": f"{name}first", "version": "translation", "identifiers": {f"{name}doi": f"{name}doi"},
        "origin": {"name": f"{name}.pdf"}, "note": f"{name}note", "accepted": {"no-quote": f"{name}reason"},
    }  # fmt: skip


def actor(name: str) -> Json:
    return {
        "name": f"{name} Name", "kind": "person", "of": f"{name}body", "aliases": [f"{name}alias"],
        "office": f"{name}office", "identifiers": {f"{name}viaf": f"{name}viaf"}, "note": f"{name}note",
    }  # fmt: skip


def secret_file() -> Json:
    """A timeline with something of every kind that is withheld beside what is not."""
    names = ["zqdraftactor", "zqdraftside", "zqprivateactor", "zqprivateside"]
    names += [f"{name}{role}" for name in HIDDEN for role in ("voice", "party", "victims")]
    people = {name: actor(name) for name in [*names, "zqpsourcespeaker"]}
    people |= {f"{name}{more}": {"name": f"{name}{more}", "kind": "igo"} for name in [*people] for more in ("body",)}
    people |= {f"{name}sourcespeaker": actor(f"{name}speaks") for name in HIDDEN}
    people |= {f"{name}speaksbody": {"name": f"{name}x"} for name in HIDDEN}
    sources = {f"{name}source": source(f"{name}source") for name in (*HIDDEN, "zqp")}
    sources["zqpsource"]["private"] = "true"
    sources |= {f"{id}first": {"title": f"{id}1", "issued": ISSUED} for id in [*sources]}
    of_private = {
        name: text for name, text in claim("zqlost").items() if name in ("quote", "at", "translation", "note")
    }
    open_claims = [
        {"source": "open", "quote": "They met at the river", "note": "zqnoteclaim"},
        {
            "source": "zqpsource",
            **of_private,
            "stance": "denies",
            "according_to": "tavoria",
            "extra": {"colour": "red"},
        },
        {"source": "zqclaimsource", **claim("zqclaim"), "private": "true"},
        {"source": "other", "place": {"name": "Tolm", "lat": "11.2233", "lon": "44.5566", "private": "true"}},
    ]
    return {
        "title": "Open title",
        "actors": {"ardelia": {"name": "Ardelia", "kind": "state", "note": "zqnoteactor"},
                   "tavoria": {"name": "Tavoria", "kind": "state"}, **people},
        "sources": {
            "open": {"title": "Open words", "issued": ISSUED, "speaker": "ardelia", "note": "zqnotesource"},
            "other": {"title": "Other words", "issued": ISSUED, "speaker": "tavoria", "version_of": "zqpsource"},
            **sources,
        },
        "events": [
            {**everywhere("zqdraft"), "draft": "true"},
            {**everywhere("zqprivate"), "private": "true", "id": "zq-own-id"},
            {"date": "1911-03-18", "title": "zqonly", "claims": [{**open_claims[2]}]},
            {"date": "2022-09-13", "title": "Shelling", "id": "open-event", "claims": open_claims, "note": "zqnote",
             "actors": ["ardelia", {"who": "tavoria", "role": "host"}], "type": "meeting", "tags": ["river"],
             "extra": {"colour": "red"}, "related": [{"event": "zqdraftid", "as": "follows"},
                         {"event": "1911-03-18-zqonly", "as": "part-of"}],
             "place": {"name": "Tolm", "lat": "11.2233", "lon": "44.5566", "precision": "admin2", "private": "true"}},
            {"date": "2022-09-15", "title": "A call", "claims": [{"source": "zqpsource", **of_private}],
             "date_text": "zqwords", "type": "call", "related": [{"event": "zq-own-id", "as": "about"}]},
        ],
    }  # fmt: skip


def written(path: Path, whole: Json) -> Path:
    path.write_text(json.dumps(whole, indent=1), encoding="utf-8")
    return path


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return written(tmp_path / "mine.yaml", secret_file())


def tells_nothing(answer: Answer) -> None:
    assert SECRET.search((answer.out + answer.err).lower()) is None
    assert "Traceback" not in answer.err


def test_the_file_is_sound_and_has_the_words_everywhere(secret: Path) -> None:
    timeline = load(secret)
    everything = export(timeline, "json", drafts=True, private=True)

    assert not timeline.problems, [one.concise for one in timeline.problems]
    assert len({*SECRET.findall(everything)}) > 60
    assert SECRET.search(call("show", "--drafts", "--private", secret).out)


@together("view", VIEWS)
def test_no_view_tells_of_it(secret: Path, view: tuple[str, ...]) -> None:
    answer = call(*view, secret)

    tells_nothing(answer)
    assert "3 events, 1 claim, 1 source and 2 places withheld." in answer.err


@pytest.mark.parametrize("both", COMPARISONS, ids=" ".join)
@pytest.mark.parametrize("format", ["text", "markdown", "json"])
def test_no_comparison_tells_of_it(secret: Path, both: tuple[str, str], format: str) -> None:
    tells_nothing(call("compare", *both, secret, "-f", format))


@pytest.mark.parametrize("format", ["text", "markdown", "json"])
@pytest.mark.parametrize("command", ["diff", "compare"])
def test_no_two_records_side_by_side_tell_of_it(secret: Path, command: str, format: str) -> None:
    empty = written(secret.with_name("empty.yaml"), {"title": "Nothing yet"})
    broken = written(secret.with_name("broken.yaml"), {**secret_file(), "titel": "zqwrong"})
    half = secret.with_name("half.yaml")
    half.write_bytes(secret.read_bytes()[:-40])

    for sides in ((empty, secret), (secret, empty), (secret, broken), (half, secret), (broken, half)):
        tells_nothing(call(command, *sides, "-f", format))
    assert "withheld" in call(command, empty, secret).err
    assert SECRET.search(call(command, empty, secret, "--drafts", "--private", "-f", "json").out)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_no_format_tells_of_it(secret: Path, way: Way) -> None:
    options = [f"--{name}" if on is True else f"--{name}={on}" for name, on in way.options.items()]
    file = secret.with_name(f"out.{way.format}")
    answer = call("export", secret, "-f", way.format, *options, "-o", file)
    data = file.read_bytes()
    seen = way.plain(data)

    tells_nothing(answer)
    assert answer.code == 0
    assert SECRET.search(seen.lower()) is None
    assert SECRET.search(data.decode(errors="replace")) is None
    assert data == render(withhold(load(secret)), way.format, way.options).data
    asked = render(load(secret), way.format, way.options).data
    assert SECRET.search(way.plain(asked))


def test_notes_are_printed_only_on_request_and_never_of_what_is_withheld(secret: Path) -> None:
    answer = call("show", "--notes", secret)
    told = {*SECRET.findall(answer.out)}

    assert told == {"zqnote", "zqnoteclaim"}
    assert SECRET.search(answer.err) is None
    assert "zqnote" not in call("export", "-f", "json", "--private", "--drafts", secret).out.replace(
        "zqprivatenote", ""
    )


MISTAKES = [
    {"date": "zqwrong", "title": "zqtitle", "source": "open", "private": "true"},
    {"date": "1911-03-17", "title": "zqtitle", "source": "zqunknown", "private": "true"},
    {"date": "1911-03-17", "title": "zqtitle", "source": "open", "privat": "true", "zqfield": "x"},
    {"date": "1911-03-17", "title": "zqtitle", "source": "open", "private": "zqyes"},
    {"date": "1911-03-17", "title": "TODO zqtitle", "source": "open", "draft": "true"},
    {"date": "1911-03-17", "title": "zqtitle", "source": "open", "related": [{"event": "zqnone", "as": "about"}]},
]


def mistaken(folder: Path, mistake: Json) -> Path:
    whole = secret_file()
    return written(folder / "mine.yaml", {**whole, "events": [*whole["events"], mistake]})


@together(
    "command",
    [("show",), ("show", "-a", "wrong"), ("stats",), ("export", "-f", "csv"), ("export", "-f", "json", "--sound"),
     ("list", "actors"), ("find", "noon"), ("compare", "open", "other")],
)  # fmt: skip
@together("mistake", MISTAKES)
def test_no_message_tells_of_it(tmp_path: Path, command: tuple[str, ...], mistake: Json) -> None:
    path = mistaken(tmp_path, mistake)
    answer = call(*command, path)

    tells_nothing(answer)
    assert answer.code == (2 if "wrong" in command else 1) or not answer.out
    if command == ("show",) and answer.out:
        assert answer.out.startswith("1 of 6 events is left out: errors\n")
    assert re.search(rf"^{path}:\d+:\d+ \[[a-z-]+\]$", answer.err, re.MULTILINE)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_check_tells_of_it(tmp_path: Path, mistake: Json) -> None:
    assert "zq" in call("check", mistaken(tmp_path, mistake)).out


@pytest.mark.parametrize(
    "text",
    [
        "private: true\nevents: [{zq: [",
        "events:\n  - {title: zqtitle, 'private': true}\n",
        'events:\n  - {title: zqtitle, "private" : true, date: zq}\n',
        "events:\n  - title: zqtitle\n    ? private\n    : true\n",
        'events:\n  - {title: zqtitle, date: 1911-13, source: zq, "pri\\u0076ate": true}\n',
        "events:\n  - {title: zqtitle, Draft: true}\n",
    ],
)
def test_nor_of_a_file_that_can_hardly_be_read(tmp_path: Path, text: str) -> None:
    path = tmp_path / "my.yaml"
    for data in (text.encode(), text.encode("utf-16")):
        path.write_bytes(data)
        for command in (("show",), ("export", "-f", "csv")):
            tells_nothing(call(*command, path))


def test_a_file_without_such_marks_is_reported_in_full(tmp_path: Path) -> None:
    told = {"date": "2022-13", "title": "A private: meeting", "source": "s"}
    path = written(tmp_path / "my.yaml", {"events": [{**told, "title": "A private meeting"}]})

    assert "'2022-13' is not a date" in call("show", path).err
    written(path, {"events": [told]})
    assert "2022-13" not in call("show", path).err  # it may be a mark


def test_an_archived_text_of_a_private_source_is_an_input_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text("They met at noon.", encoding="utf-8")
    hidden = {"title": "x", "issued": ISSUED, "file": "words.csv", "private": "true"}
    event = {"date": "2022", "title": "x", "source": "s", "quote": "They met at noon"}
    path = written(tmp_path / "my.yaml", {"sources": {"s": hidden}, "events": [event]})

    assert "is one of the inputs" in call("export", path, "-o", tmp_path / "words.csv").err


def test_a_timeline_for_draft_lends_no_withheld_actor(secret: Path) -> None:
    text = secret.with_name("text.txt")
    text.write_text("On 4 October, zqprivateactor Name met Ardelia in Tolm.", encoding="utf-8")
    answer = call("draft", text, "--date", "2022-10-06", "--actors", secret)

    assert "zqprivateactoralias" not in answer.out


@pytest.mark.parametrize("mark", ["source", "draft", "claim"])
def test_no_text_of_a_withheld_source_is_searched(tmp_path: Path, mark: str) -> None:
    (tmp_path / "words.txt").write_text("They met at noon, zqwords.", encoding="utf-8")
    hidden = {
        "title": "zqtitle",
        "issued": ISSUED,
        "file": "words.txt",
        **({"private": "true"} if mark == "source" else {}),
    }
    told = {"source": "zqs", **({"private": "true"} if mark == "claim" else {})}
    event = {"date": "2022", "title": "x", "claims": [told], **({"draft": "true"} if mark == "draft" else {})}
    path = written(tmp_path / "my.yaml", {"sources": {"zqs": hidden}, "events": [event]})

    tells_nothing(call("find", "met at noon", path))
    assert "zqwords" in call("find", "met at noon", path, "--private", "--drafts").out


ITEMS = ("event", "draft", "claim", "source", "place")


@settings(max_examples=12, deadline=None)
@given(marks=st.lists(st.sets(st.sampled_from(ITEMS)), min_size=1, max_size=4))
def test_whatever_is_private_no_format_or_view_tells_of_it(
    tmp_path_factory: pytest.TempPathFactory, marks: list[set[str]]
) -> None:
    events, sources = [], {"open": {"title": "Open", "issued": ISSUED}}
    words: dict[str, bool] = {}
    for number, marked in enumerate(marks):
        hidden = bool(marked & {"event", "draft"})
        sources[f"zq{number}s"] = {"title": f"zq{number}source", "issued": ISSUED} | (
            {"private": "true"} if "source" in marked else {}
        )
        told = {"source": f"zq{number}s", "quote": f"zq{number}quote was said here"}
        events.append(
            {
                "date": "2022",
                "title": f"zq{number}title",
                "id": f"e{number}",
                "claims": [{"source": "open"}, told | ({"private": "true"} if "claim" in marked else {})],
                "place": {"name": f"zq{number}place", "lat": f"1{number}.2233", "lon": "4.5566"}
                | ({"private": "true"} if "place" in marked else {}),
                **({"private": "true"} if "event" in marked else {}),
                **({"draft": "true"} if "draft" in marked else {}),
            }
        )
        words |= {f"zq{number}title": not hidden, f"zq{number}place": not hidden}
        words |= {f"zq{number}{word}": not (hidden or marked & {"claim", "source"}) for word in ("quote", "source")}
        words[f"1{number}.2233"] = not (hidden or "place" in marked)
    path = written(tmp_path_factory.mktemp("any") / "my.yaml", {"sources": sources, "events": events})
    whole = load(path)
    assert not whole.problems
    said = {name: told_by(whole, way) for name, way in WAYS.items() if way.format not in ("xlsx", "parquet")}
    for name, text in (said | views(withhold(whole))).items():
        assert [word for word, shown in words.items() if not shown and word in text] == [], name
    assert [word for word, shown in words.items() if shown and word not in said["json"]] == []


def told_by(whole: Timeline, way: Way) -> str:
    return way.plain(render(withhold(whole), way.format, way.options).data)


def views(timeline: Timeline) -> dict[str, str]:
    """What the views print of a timeline, if it has events."""
    if not timeline.events:
        return {}
    drawn = {"rail": rail(timeline, 80, notes=True), "lanes": lanes(timeline, 80), "-1": oneline(timeline, None)}
    return {name: "".join(text for _, text in chain.from_iterable(lines)) for name, lines in drawn.items()}


def test_nor_does_a_timeline_for_import(secret: Path) -> None:
    table = secret.with_name("table.csv")
    table.write_text("Date,What happened,Who\n2022-10-04,A meeting,zqprivateactoralia\n", encoding="utf-8")
    answer = call("import", table, "--actors", secret)

    assert SECRET.findall(answer.out + answer.err) == ["zqprivateactoralia"] * answer.out.count("zqprivateactoralia")
