"""Actors, sources and the top of a file; and many mistakes in one run, none only the echo of another."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from together import together
from written import SMALLEST, brief, mistakes

from diplotimeline.reading.forms import read
from diplotimeline.record.values import KEYS, Event

URL = "sources:\n  s: {{title: R, url: '{}'}}\n"

# An actor, a source or the top of a file: the text, every mistake, and words that are said of the first.
ELSEWHERE: dict[str, tuple[str, list[str], str]] = {
    "an actor without a name": ("actors:\n  a: {kind: state}", ["2:6 missing-key"], "an actor needs 'name'"),
    "an empty actor": ("actors:\n  a:", ["2:3 empty-value"], "'a' is empty"),
    "a text for an actor": ("actors:\n  a: Armenia", ["2:6 wrong-type"], "'a' is a text, but a group belongs here"),
    "a list for an actor": ("actors:\n  a: [Armenia]", ["2:6 wrong-type"], "'a' is a list, but a group belongs here"),
    "a mistyped name": ("actors:\n  a: {naem: A}", ["2:7 unknown-key"], "did you mean 'name'?"),
    "an empty name": ("actors:\n  a: {name: }", ["2:7 empty-value"], "'name' is empty"),
    "a list for a name": ("actors:\n  a: {name: [A]}", ["2:13 wrong-type"], "'name' is a list"),
    "a mistyped kind": ("actors:\n  a: {name: A, kind: stat}", ["2:22 wrong-type"], "did you mean 'state'?"),
    "a parent nobody declared": ("actors:\n  a: {name: A, of: b}", ["2:20 unknown-actor"], "'b'"),
    "one of two parents nobody declared": (
        "actors:\n  a: {name: A, of: [c, b]}\n  c: {name: C}", ["2:24 unknown-actor"], "'b'",
    ),
    "its own parent beside another": (
        "actors:\n  a: {name: A, of: [c, a]}\n  c: {name: C}", ["2:24 actor-cycle"], "a of a",
    ),
    "its own parent through one of two": (
        "actors:\n  a: {name: A, of: [c, b]}\n  b: {name: B, of: [c, a]}\n  c: {name: C}",
        ["2:24 actor-cycle", "3:24 actor-cycle"], "a of b of a",
    ),
    "below a circle": (
        "actors:\n  a: {name: A, of: [b]}\n  b: {name: B, of: c}\n  c: {name: C, of: [b]}",
        ["3:20 actor-cycle", "4:21 actor-cycle"], "b of c of b",
    ),
    "a parent twice": ("actors:\n  a: {name: A, of: [c, c]}\n  c: {name: C}", ["2:24 wrong-type"], "stands twice"),
    "its own parent": ("actors:\n  a: {name: A, of: a}", ["2:20 actor-cycle"], "a of a"),
    "a text for aliases": ("actors:\n  a: {name: A, aliases: x}", ["2:25 wrong-type"], "a list belongs here"),
    "an empty alias": ("actors:\n  a: {name: A, aliases: [x, '']}", ["2:29 empty-value"], "'aliases'"),
    "a country of two letters": ("actors:\n  a: {name: A, iso: NO}", ["2:21 wrong-type"], "'NO' is not a country code"),
    "a bare Wikidata number": ("actors:\n  a: {name: A, wikidata: 399}", ["2:26 wrong-type"], "Q399"),
    "a name that only the machinery has": ("actors:\n  a: {name: A, origin: 5}", ["2:16 unknown-key"], "'origin'"),
    "a source without a title": ("sources:\n  s: {url: 'https://x.org'}", ["2:6 missing-key"], "needs 'title'"),
    "a mistyped title": ("sources:\n  s: {titel: R}", ["2:7 unknown-key"], "did you mean 'title'?"),
    "a speaker nobody declared": ("sources:\n  s: {title: R, speaker: a}", ["2:26 unknown-actor"], "'a'"),
    "one of two speakers nobody declared": (
        "actors: {b: {name: B}}\nsources:\n  s: {title: R, speaker: [b, a]}", ["3:30 unknown-actor"], "'a'",
    ),
    "one of two speakers in lines": (
        "actors: {b: {name: B}}\nsources:\n  s:\n    title: R\n    speaker:\n    - b\n    - a",
        ["7:7 unknown-actor"], "'a'",
    ),
    "an empty list of speakers": ("sources:\n  s: {title: R, speaker: []}", ["2:17 empty-value"], "'speaker' is empty"),
    "no speaker": ("sources:\n  s: {title: R, speaker: }", ["2:17 empty-value"], "'speaker' is empty"),
    "a group for a speaker": (
        "sources:\n  s: {title: R, speaker: {a: b}}", ["2:26 wrong-type"], "an id or a list of ids belongs here",
    ),
    "a speaker of two lines": (
        'sources:\n  s: {title: R, speaker: "a\\nb"}', ["2:26 wrong-type"], "'speaker' runs over several lines",
    ),
    "a list in a list of speakers": (
        "actors: {a: {name: A}}\nsources:\n  s: {title: R, speaker: [a, [b]]}", ["3:30 wrong-type"],
        "write all ids in one list: [one, two]",
    ),
    "a speaker twice, another nowhere": (
        "actors: {a: {name: A}}\nsources:\n  s: {title: R, speaker: [a, a, b]}",
        ["3:30 wrong-type", "3:33 unknown-actor"], "'a' stands twice in 'speaker'",
    ),
    "two wrong entries and one twice": (
        "actors: {a: {name: A}}\nsources:\n  s: {title: R, speaker: [[b], a, '', a]}",
        ["3:27 wrong-type", "3:35 empty-value", "3:39 wrong-type"], "an entry of 'speaker' is a list",
    ),
    "a version of nothing": ("sources:\n  s: {title: R, version_of: t}", ["2:29 unknown-source"], "'t'"),
    "a day in words": ("sources:\n  s: {title: R, issued: yesterday}", ["2:25 bad-date"], "'yesterday'"),
    "a day that is a list": ("sources:\n  s: {title: R, issued: [2022]}", ["2:25 bad-date"], "quotation marks"),
    "days upside down": ("sources:\n  s: {title: R, issued: 2022/2021}", ["2:25 date-order"], "write 2021/2022"),
    "no such day": ("sources:\n  s: {title: R, accessed: 2022-02-30}", ["2:27 bad-date"], "28 days"),
    "an archived address": ("sources:\n  s: {title: R, archive_url: x}", ["2:30 bad-url"], "'x' is not a web address"),
    "a list for an address": ("sources:\n  s: {title: R, url: [x]}", ["2:22 wrong-type"], "'url' is a list"),
    "an address without https": ("sources:\n  s: {title: R, url: x.org}", ["2:22 bad-url"], "write it in full: https"),
    "a language in words": ("sources:\n  s: {title: R, language: English}", ["2:27 wrong-type"], "such as en"),
    "a short SHA-256": ("sources:\n  s: {title: R, sha256: abc}", ["2:25 wrong-type"], "64 hexadecimal figures"),
    "an unknown version": ("sources:\n  s: {title: R, version: copy}", ["2:26 wrong-type"], "transcript, translation"),
    "an empty file": ("sources:\n  s: {title: R, file: ''}", ["2:17 empty-value"], "'file' is empty"),
    "an empty title": ("title:\n", ["1:1 empty-value"], "'title' is empty"),
    "a list for the title": ("title: [x]", ["1:8 wrong-type"], "'title' is a list"),
    "a mistyped field": ("sumary: x", ["1:1 unknown-key"], "did you mean 'summary'?"),
    "a city for a time zone": ("timezone: Yerevan", ["1:11 wrong-type"], "Asia/Yerevan"),
    "a list for a time zone": ("timezone: [UTC]", ["1:11 wrong-type"], "'timezone' is a list"),
    "an offset for a time zone": ("timezone: +04:00", ["1:11 wrong-type"], "'+04:00' is not a time zone"),
    "a rule for a time zone": ("timezone: UTC+3", ["1:11 wrong-type"], "Asia/Yerevan"),
    "a continent for a time zone": ("timezone: America", ["1:11 wrong-type"], "Asia/Yerevan"),
    "a long word for a time zone": (f"timezone: {'x' * 300}", ["1:11 wrong-type"], "Asia/Yerevan"),
    "a roundabout path for a time zone": ("timezone: Asia/../UTC", ["1:11 wrong-type"], "Asia/Yerevan"),
    "a path for a time zone": ("timezone: ../../etc/passwd", ["1:11 wrong-type"], "Asia/Yerevan"),
    "a list for actors": ("actors: [a]", ["1:9 wrong-type"], "'actors' is not a group"),
    "a text for sources": ("sources: s", ["1:10 wrong-type"], "'sources' is not a group"),
    "a group for events": ("events: {a: b}", ["1:9 wrong-type"], "'events' is not a list"),
    "empty actors": ("actors:", ["1:1 empty-value"], "'actors' is empty"),
    "empty events": ("title: x\nevents:", ["2:1 empty-value"], "'events' is empty"),
    "a text for include": ("include: a.yaml", ["1:10 wrong-type"], "a list belongs here"),
}  # fmt: skip
ADDRESSES = (
    "radar.am", "www.radar.am/en", "ftp://x.org", "javascript:alert(1)", "file:///etc/passwd", "https://", "http:",
    "https://a b.org", "https://user:word@x.org", "https:///x", "//x.org", "https://x.org/<b>", "https:\\\\x.org",
)  # fmt: skip
GOOD_ADDRESSES = ("https://x.org", "http://x.org:8080/a?b=c#d", "HTTPS://X.org/é", "https://xn--e1a.org/%20")

NAMES = st.sampled_from([
    "date", "title", "source", "quote", "claims", "actors", "place", "casualties", "related", "part", "tags", "who",
    "event", "as", "lat", "killed", "low", "x",
])  # fmt: skip
WORDS = st.none() | st.sampled_from(["2022", "2022-13", "night", "s", "", "about", "x" * 70, *KEYS])
VALUES = st.recursive(WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4))

# The lines of an event from line 6 on, and every mistake in them.
TOLD = "date: 2022\ntitle: x\n"
CITED = f"{TOLD}source: s\n"
THREE_NAMES = ["6:5 unknown-key", "7:5 unknown-key", "8:5 unknown-key"]
NO_ECHO: dict[str, tuple[str, list[str]]] = {
    "three mistyped names": ("dte: 2022\ntitel: x\nsorce: s", THREE_NAMES),
    "all names in capitals": ("DATE: 2022\nTITLE: x\nSOURCE: s", THREE_NAMES),
    "a mistyped name beside the right one": (f"titel: x\n{CITED}", ["6:5 unknown-key"]),
    "nothing at all": ("{}", ["6:5 missing-key", "6:5 missing-key", "6:5 no-source"]),
    "a mistyped name of a mistyped word": (f"{CITED}typ: x", ["9:5 unknown-key", "9:10 wrong-type"]),
    "a mistyped name of a list": (f"{TOLD}sorce: [s]", ["8:5 unknown-key", "8:12 wrong-type"]),
    "a mistyped name of an unknown source": (f"{TOLD}sorce: t", ["8:5 unknown-key", "8:12 unknown-source"]),
    "a mistyped name of an unknown actor": (f"{CITED}actrs: [b]", ["9:5 unknown-key", "9:13 unknown-actor"]),
    "a mistyped name of an actor that is a list": (f"{CITED}actrs: [[a]]", ["9:5 unknown-key", "9:13 wrong-type"]),
    "mistyped names below a mistyped name": (
        f"{CITED}casualites: [{{whoo: a, kild: x}}]",
        ["9:5 unknown-key", "9:19 unknown-key", "9:28 unknown-key", "9:34 wrong-type"],
    ),
    "mistyped source and claims": (f"{TOLD}souce: s\nclaim: [{{source: s}}]", ["8:5 unknown-key", "9:5 unknown-key"]),
    "a mistyped claim": (f"{TOLD}claims: [{{sorce: t}}]", ["8:15 unknown-key", "8:22 unknown-source"]),
    "both coordinates in words": (
        f"{CITED}place: {{name: X, lat: x, lon: y}}",
        ["9:27 bad-coordinates", "9:35 bad-coordinates"],
    ),
    "source and claims, both unknown": (f"{TOLD}source: t\nclaims: [{{source: u}}]", ["8:5 no-source"]),
    "mistakes in claims beside a source": (
        f"{TOLD}source: s\nclaims: [{{sourc: s, quot: x}}, plain]",
        ["8:5 no-source", "9:15 unknown-key", "9:25 unknown-key", "9:35 wrong-type"],
    ),
    "an unknown source beside no claims": (f"{TOLD}source: t\nclaims: []", ["8:13 unknown-source"]),
    "an unknown source beside claims in a group": (
        f"{TOLD}source: t\nclaims: {{source: s}}",
        ["8:13 unknown-source", "9:13 wrong-type"],
    ),
    "an unknown source beside claims in a text": (
        f"{TOLD}source: t\nclaims: s",
        ["8:13 unknown-source", "9:13 wrong-type"],
    ),
    "a source that is a list beside no claims": (f"{TOLD}source: [s]\nclaims: []", ["8:13 wrong-type"]),
    "an id that is none, to which nothing is related": (f"{CITED}id: X Y", ["9:9 wrong-type"]),
    "claims each with a mistake": (
        f"{TOLD}claims:\n- {{source: s, stance: no}}\n- {{sorce: s}}\n- {{source: t}}\n- x\n- {{source: s, date: 1}}",
        ["9:27 wrong-type", "10:8 unknown-key", "11:16 unknown-source", "12:7 wrong-type", "13:25 bad-date"],
    ),
    "lines each with a mistake": (
        "date: 2022-13\ntitle: ''\nsource: t\ntype: z\nstatus: q\nfoo: 1\nbar: 2\nid: X Y",
        [
            *("6:11 bad-date", "7:5 empty-value", "8:13 unknown-source", "9:11 wrong-type", "10:13 wrong-type"),
            *("11:5 unknown-key", "12:5 unknown-key", "13:9 wrong-type"),
        ],
    ),
    "groups each with two mistakes": (
        (
            f"{CITED}actors: [{{whoo: a, role: hots}}]\ncasualties: [{{who: b, kiled: 3}}]\n"
            "place: {nme: Y, country: no}\nrelated: [{event: x, as: abot}]"
        ),
        [
            *("9:15 unknown-key", "9:30 wrong-type", "10:24 unknown-actor", "10:27 unknown-key"),
            *("11:13 unknown-key", "11:30 wrong-type", "12:23 unknown-event", "12:30 wrong-type"),
        ],
    ),
}


@together(("text", "places", "words"), ELSEWHERE.values())
def test_a_mistake_outside_of_events(tmp_path: Path, text: str, places: list[str], words: str) -> None:
    problems = mistakes(tmp_path, text)

    assert brief(problems) == places
    assert words in f"{problems[0].message} {problems[0].help}"


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_no_web_address(tmp_path: Path, address: str) -> None:
    assert brief(mistakes(tmp_path, URL.format(address))) == ["2:22 bad-url"]


@pytest.mark.parametrize("address", GOOD_ADDRESSES)
def test_what_is_a_web_address(tmp_path: Path, address: str) -> None:
    assert not mistakes(tmp_path, URL.format(address))


@together(("text", "places"), NO_ECHO.values())
def test_every_mistake_of_an_event_once(tmp_path: Path, text: str, places: list[str]) -> None:
    indented = text.replace("\n", "\n    ")
    whole = f"actors:\n  a: {{name: A}}\nsources:\n  s: {{title: R}}\nevents:\n  - {indented}\n"
    problems = mistakes(tmp_path, whole)

    assert brief(problems) == places
    assert "'?'" not in "".join(problem.message for problem in problems)


@pytest.mark.parametrize("text", ["actors:\n  a: {name: A, id: x}\n", "files: []\n", "title: x\ntime: 18:00\n"])
def test_a_name_that_is_no_slip_of_the_pen_is_only_unknown(tmp_path: Path, text: str) -> None:
    assert [problem.rule for problem in mistakes(tmp_path, text)] == ["unknown-key"]


def test_an_empty_id_is_no_circle(tmp_path: Path) -> None:
    assert "actor-cycle" not in {problem.rule for problem in mistakes(tmp_path, "actors:\n  '': {name: A}\n")}


def test_all_mistakes_of_a_file_in_one_run_sorted_by_place(tmp_path: Path) -> None:
    text = (
        "events:\n- {date: 2022-13, title: x, source: s}\n- {date: 2022, titel: x, source: t}\n- x\n"
        "sources:\n  s: {title: R, url: x}\ntimezone: Mars\nactors:\n  a: {name: A, iso: NO, of: b}\n"
    )
    places = [
        "2:10 bad-date", "3:16 unknown-key", "3:34 unknown-source", "4:3 wrong-type", "6:22 bad-url", "7:11 wrong-type",
        "9:21 wrong-type", "9:29 unknown-actor",
    ]  # fmt: skip

    assert brief(mistakes(tmp_path, text)) == places


@pytest.mark.parametrize("text", ["actrs:\n  a: {name: A}\n", "actors: x\n", "include: [missing.yaml]\n"])
def test_what_cannot_be_read_is_not_reported_as_undeclared_too(tmp_path: Path, text: str) -> None:
    event = SMALLEST.replace("    source: s\n", "    source: s\n    actors: [a]\n")

    assert [problem.line for problem in mistakes(tmp_path, text + event)] == [1]


def test_sections_out_of_order_are_read_like_others(tmp_path: Path) -> None:
    sections = SMALLEST.partition("events:")

    assert not mistakes(tmp_path, f"events:{sections[2]}{sections[0]}")


@given(st.dictionaries(NAMES, VALUES, max_size=8) | VALUES)
def test_no_data_makes_the_reader_raise_or_fall_silent(data: object) -> None:
    reading = read(Event, data, ("events", 0), 0)

    assert reading.findings or isinstance(reading.value, Event)
    assert all(found.rule and found.message and found.route[:2] == ("events", 0) for found in reading.findings)
