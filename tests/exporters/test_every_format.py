"""What every format must honour, whatever it is: read back, hostile text, nothing, one, many, the same bytes."""

import json
import re
from dataclasses import replace
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from calling import run_python
from hostile_texts import NOTE, TEXTS, texts, timeline_of
from hypothesis import given, settings
from made_up import bundled, event, loaded, write
from reading_back import WAYS, Way

from diplotimeline import CallError, Claim, Event, Place, Selection, Timeline, export, load, parse_date, phrases, select
from diplotimeline.dates import display
from diplotimeline.exporters import FORMATS, format_for, render
from diplotimeline.exporters.result import Exported
from diplotimeline.phrases.wording import Wording

COMMANDING = re.compile(rb"^\s*(?:::|##\[)", re.MULTILINE)
MANY = 300  # more than the marks that a page numbers
EXPORT_ALL = """
import json, sys
from diplotimeline import load
from diplotimeline.exporters import render
timeline, ways = load(sys.argv[1]), json.loads(sys.argv[2])
out = {name: render(timeline, format, options).data.hex() for name, (format, options) in ways.items()}
sys.stdout.buffer.write(json.dumps(out).encode())
"""
ELSEWHERE = {"PYTHONHASHSEED": "4242", "LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Asia/Yerevan"}

# TimelineJS writes JSON, and `.json` already stands for the tool's own.
ONLY_BY_NAME = [name for name, format in FORMATS.items() if not format.endings]

every_way = pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)


def written(timeline: Timeline, way: Way) -> bytes:
    return render(timeline, way.format, way.options).data


@cache
def many_exported(format: str, *options: tuple[str, bool | str]) -> Exported:
    return render(many(), format, dict(options))


def line(text: str) -> str:
    return text.replace("\n", " ")


@cache
def many(number: int = MANY) -> Timeline:
    place = Place(name="x", lat=1.0, lon=2.0)
    dates = [parse_date(f"{1000 + year:04}-09-13") for year in range(number)]
    events = (
        Event(date=when, title=f"Event {when}", claims=(Claim(source="s"),), id=f"event-{when}", place=place)
        for when in dates
    )
    return Timeline(title="Many", events=tuple(events))


@cache
def hostile() -> Timeline:
    """An event for every hostile text, which stands in every field of it, of its actor and of its source."""
    each = [timeline_of(text) for text in TEXTS.values()]
    return Timeline(
        title=each[0].title,
        actors={id: actor for one in each for id, actor in one.actors.items()},
        sources={id: source for one in each for id, source in one.sources.items()},
        events=tuple(replace(event, id=f"text-{place}") for place, one in enumerate(each) for event in one.events),
    )


@pytest.fixture
def hostile_file(tmp_path: Path) -> Path:
    """A file with every hostile text as title, summary, quote, place and tag of an event."""
    events = [
        event(
            title=line(text), id=f"text-{number}", summary=text, tags=[line(text)],
            place={"name": line(text), "lat": "1", "lon": "2"},
            claims=[{"source": "statement", "quote": text, "stance": "denies"}],
        )
        for number, text in enumerate(TEXTS.values())
    ]  # fmt: skip
    return write(tmp_path / "hostile.yaml", *events, title="::error::<b>|=1")


def test_every_format_is_read_back_here() -> None:
    assert {way.format for way in WAYS.values()} == FORMATS.keys()
    assert all(
        (name, option) in {(way.format, option) for way in WAYS.values() for option in way.options}
        for name, format in FORMATS.items()
        for option in format.options
    )


@every_way
def test_hostile_texts_in_every_field_come_back(way: Way) -> None:
    assert way.read(written(hostile(), way)) == [way.becomes(line(text)) for text in TEXTS.values()]


@every_way
@settings(max_examples=25)  # for each of seventeen ways
@given(text=texts())
def test_any_text_in_every_field_comes_back(text: str, way: Way) -> None:
    assert way.read(written(timeline_of(text), way)) == [way.becomes(line(text))]


@every_way
def test_hostile_texts_go_the_whole_way_from_a_file(hostile_file: Path, way: Way) -> None:
    timeline = load(hostile_file)

    assert not timeline.problems
    assert way.read(written(timeline, way)) == [way.becomes(line(text)) for text in TEXTS.values()]


@every_way
def test_the_bundled_timeline_comes_back(way: Way) -> None:
    assert way.read(written(bundled(), way)) == [event.title for event in bundled().events if way.keeps(event)]


@every_way
def test_exactly_the_selected_events_come_back(way: Way) -> None:
    few = select(bundled(), Selection(actors=("sullivan",)))

    assert way.read(written(few, way)) == ["Sullivan hosts Hajiyev and Grigoryan at the White House"]


@every_way
def test_an_empty_selection_is_an_empty_document(way: Way) -> None:
    for timeline in (replace(bundled(), events=()), Timeline()):
        assert way.read(written(timeline, way)) == []


@every_way
def test_hundreds_of_events_come_back_in_their_order(way: Way) -> None:
    assert way.read(many_exported(way.format, *way.options.items()).data) == [
        event.title for event in many().events if way.keeps(event)
    ]


@every_way
def test_a_document_ends_with_one_line_end(way: Way) -> None:
    timelines = (bundled(), timeline_of("x\n\n"), replace(bundled(), events=()))
    few = [render(timeline, way.format, way.options) for timeline in timelines]
    for content in [one.content for one in (*few, many_exported(way.format, *way.options.items()))]:
        assert isinstance(content, bytes) or content == "" or content.endswith("\n")
        assert isinstance(content, bytes) or not content.replace("\r\n", "\n").endswith("\n\n")


@every_way
def test_no_note_is_exported(way: Way) -> None:
    assert NOTE not in way.plain(written(timeline_of("x"), way))


@every_way
def test_every_document_carries_date_status_and_source(way: Way) -> None:
    plain = way.plain(written(bundled(), way))
    status = partial(Wording(str(way.options.get("ui", "en"))).of, "status")
    kept = [event for event in bundled().events if way.keeps(event)]
    wanted = [status(event.status) for event in kept]
    if way.format == "markdown":  # a memo: dates in words, a status begins a sentence
        plain = f"{plain}{plain.lower()}"
        short = bool(way.options.get("table"))  # a column has no room for the names of months
        words = [display(event.date, event.part or "") if short else phrases.date_title(event) for event in kept]
        wanted += words
    else:
        wanted += [event.date.edtf for event in kept]

    assert [fact for fact in wanted if fact not in plain] == []
    assert "On the latest developments between Armenia and Azerbaijan" in plain
    assert "https://radar.am/en/news/world-2530219213" in plain


@every_way
def test_every_document_tells_the_time_zone_of_a_clock_time(tmp_path: Path, way: Way) -> None:
    place = {"name": "x", "lat": "1", "lon": "2"}
    there, nowhere = (
        loaded(tmp_path, event("2022-09-13T00:05", place=place), **zone) for zone in ({"timezone": "Asia/Yerevan"}, {})
    )
    result = render(there, way.format, way.options)

    if way.format == "mermaid":
        assert "1 time zone" in result.lost[0]
    else:
        assert "Asia/Yerevan" in way.plain(result.data)
    assert "Asia/Yerevan" not in way.plain(written(nowhere, way))


@every_way
def test_no_line_commands_a_ci_service_but_where_security_says_so(way: Way) -> None:
    pads = ("", "one\n", "one\n\t", *("x" * number for number in range(60, 70)))  # ics folds where it has to
    texts = [pad + command for pad in pads for command in ("::error::x", "##[error]x")]
    commanded = [text for text in texts if COMMANDING.search(written(timeline_of(text), way))]

    assert bool(commanded) == (way.format in ("csv", "html", "ics", "parquet"))


def test_another_process_hash_seed_locale_and_time_zone_change_no_byte(hostile_file: Path) -> None:
    ways = {name: (way.format, way.options) for name, way in WAYS.items()}
    answer = run_python(EXPORT_ALL, hostile_file, json.dumps(ways), **ELSEWHERE)

    assert answer.err == ""
    # The other way round, so that what one export leaves behind for the next would be seen.
    assert json.loads(answer.out) == {
        name: written(load(hostile_file), way).hex() for name, way in reversed(WAYS.items())
    }


def test_the_bundled_events_differ_from_each_other_in_every_format() -> None:
    for way in WAYS.values():
        kept = [event for event in bundled().events if way.keeps(event)]

        assert len({written(replace(bundled(), events=(event,)), way) for event in kept}) == len(kept) > 0


def test_a_source_without_anything_but_a_title_is_enough(tmp_path: Path) -> None:
    place = {"name": "x", "lat": "1", "lon": "2"}
    timeline = loaded(tmp_path, event(place=place), sources={"statement": {"title": "A title only"}})

    assert all("A title only" in way.plain(written(timeline, way)) for way in WAYS.values())


@pytest.mark.parametrize("name", [name for name, format in FORMATS.items() if format.endings])
def test_the_ending_picks_the_format(name: str) -> None:
    endings = FORMATS[name].endings

    assert {format_for(f"/a.b/my{ending}") for ending in endings} == {name}
    assert {format_for(f"my{ending.upper()}") for ending in endings} == {name}


def test_no_ending_stands_for_two_formats() -> None:
    assert not [pair for pair in combinations(FORMATS.values(), 2) if set(pair[0].endings) & set(pair[1].endings)]


@pytest.mark.parametrize("path", ["my", "my.pdf", ".csv", "my.csv.gz", "csv", ""])
def test_an_unknown_ending_is_refused_naming_the_known_ones(path: str) -> None:
    with pytest.raises(CallError, match="no format is known") as caught:
        format_for(path)

    assert all(ending in caught.value.help for format in FORMATS.values() for ending in format.endings)
    assert all(f"-f, the only way to {name}" in caught.value.help for name in ONLY_BY_NAME)


@pytest.mark.parametrize("name", ONLY_BY_NAME)
def test_a_format_without_an_ending_of_its_own_is_reached_by_its_name(name: str) -> None:
    assert export(bundled(), name) == export(bundled(), name.upper()) != ""
    assert format_for(f"my.{name}.json") == "json"


@pytest.mark.parametrize("name", ["xls", "XLS", "excel"])
def test_another_name_of_a_format_leads_to_it(name: str) -> None:
    with pytest.raises(CallError) as named:
        export(bundled(), name)
    with pytest.raises(CallError) as ended:
        format_for(f"my.{name}")

    assert named.value.help.startswith("did you mean 'xlsx'? ")
    assert ended.value.help.startswith("did you mean '.xlsx'? ")


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(CallError, match="there is no format 'markdwon'") as caught:
        export(bundled(), "markdwon")

    assert caught.value.help.startswith("did you mean 'markdown'? ")


@pytest.mark.parametrize(("format", "option"), [("json", "excel"), ("csv", "table"), ("markdown", "rows")])
def test_an_option_of_another_format_is_refused_naming_its_own(format: str, option: str) -> None:
    with pytest.raises(CallError, match=f"--{option} does not apply to {format}") as caught:
        render(bundled(), format, {option: "claims"})

    assert any(name in caught.value.help for name, one in FORMATS.items() if option in one.options)


@pytest.mark.parametrize("format", [None, 5, ["csv"], b"csv"], ids=repr)
def test_a_format_that_is_no_text_is_a_wrong_call(format: Any) -> None:
    with pytest.raises(CallError, match="there is no format"):
        export(bundled(), format)


def test_what_is_no_timeline_is_not_exported() -> None:
    with pytest.raises(CallError, match="is no Timeline"):
        export(None, "csv")  # type: ignore[call-overload]


@pytest.mark.parametrize("format", ["html", "json", "jsonl", "geojson", "ics", "timelinejs"])
def test_a_large_text_is_made_and_written_in_pieces(format: str) -> None:
    """No more than a few events are held as text at a time; of html, two pieces are the script and its data."""
    result = render(many(2 * MANY), format, {})
    pieces = list(result.pieces)
    data = b"".join(pieces)

    assert data == str(result.content).encode()
    assert len(pieces) > 100 or format == "html"
    assert sorted(map(len, pieces))[-3] < len(data) / 50
