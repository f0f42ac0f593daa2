"""A timeline is no archived text: neither one that was read in this run nor one that looks like it."""

import os
from pathlib import Path

import pytest
from calling import call
from together import together
from written import brief, write

from diplotimeline import check, load
from diplotimeline.reading import recognise
from diplotimeline.reading.recognise import looks_like_timeline

QUOTE = "Ardelia will attack on Monday"
EVENT = f"events:\n  - date: 2022-10-04\n    title: Talks\n    source: s\n    quote: {QUOTE}\n"


def citing(file: str) -> str:
    return f"sources:\n  s: {{title: Note, issued: 2022-10-05, file: {file}}}\n{EVENT}"


TIMELINES = {
    "a timeline": citing("a.txt"),
    "with a byte order mark": "\ufeff" + EVENT,
    "with CRLF": EVENT.replace("\n", "\r\n"),
    "of events alone": EVENT,
    "a register of actors": f"# ours\nactors:\n  ardelia:\n    name: {QUOTE}\n",
    "a register of sources": f"sources:\n  s:\n    title: {QUOTE}\n",
    "a title and no events": f"title: {QUOTE}\nevents: []\n",
    "a draft": f"title: x  # TODO\n\nevents:\n  # TODO guessed: title\n  - date: TODO\n    quote: {QUOTE}\n",
    "JSON": f'{{"title": "x", "events": [{{"date": "2022", "title": "{QUOTE}"}}]}}',
    "indented JSON": f'{{\n  "events": [\n    {{"date": "2022", "title": "{QUOTE}"}}\n  ]\n}}\n',
    "names in quotation marks": f"'events':\n  - 'date': 2022\n    'title': {QUOTE}\n",
    "a group in braces": f"{{events: [{{date: 2022, title: {QUOTE}}}]}}",
    "with other keys": f"version: 2\nnotes: mine\n{EVENT}",
    "with a tab": f"events:\n\t- {{date: 2022, title: {QUOTE}}}\n",
    "with a quotation mark never closed": f'events:\n  - date: 2022\n    title: "{QUOTE}\n',
    "with a second document": f"{EVENT}---\n{EVENT}",
    "with a broken register": f"actors:\n  ardelia: {{name: {QUOTE}\nevents: ]\n",
    "that includes": f"title: {QUOTE}\ninclude: [a.yaml]\n",
}
TEXTS = {
    "prose": f"{QUOTE}.\n",
    "prose with the words of sections": f"The sources: two. The events: none.\n{QUOTE}.\n",
    "a list of days": f"events:\n- 12 March: shelling\n- 13 March: {QUOTE}\n",
    "a list of names": f"sources:\n- Ardelian Press\n- {QUOTE}\n\nThe talks went on.\n",
    "a head": f"title: Statement on the talks\ndate: 4 October 2022\n\n{QUOTE}.\n",
    "capitals": f"Events:\n  - date: 2022\n    title: {QUOTE}\n",
    "nothing": "",
}  # fmt: skip


@together("text", TIMELINES.values())
def test_what_looks_like_a_timeline_is_one_whatever_its_name(tmp_path: Path, text: str) -> None:
    write(tmp_path / "a.txt", text)
    problems = check(load(write(tmp_path / "main.yaml", citing("a.txt"))))

    assert brief(problems) == ["2:46 source-is-timeline"]
    assert problems[0].message == "the archived text 'a.txt' is a timeline"


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_text_that_only_has_such_words_is_a_text(text: str) -> None:
    assert not looks_like_timeline(text.encode(), "a.txt")


@pytest.mark.parametrize(
    "file", ["main.yaml", "./main.yaml", "hard.txt", "part.yaml", "copy.txt", "shared/register.yaml", "odd.yaml"]
)
def test_a_timeline_of_this_run_does_not_prove_itself(tmp_path: Path, file: str) -> None:
    write(tmp_path / "part.yaml", "title: Part\n")
    write(tmp_path / "shared/register.yaml", "actors: {osce: {name: OSCE}}\n")
    write(tmp_path / "odd.yaml", f"title: x\nstory: {QUOTE}\n")  # it is read, with a mistake
    main = write(tmp_path / "main.yaml", f"include: [part.yaml, shared, odd.yaml]\n{citing(file)}")
    os.link(main, tmp_path / "hard.txt")
    write(tmp_path / "copy.txt", main.read_bytes())
    problems = [one for one in check(load(main)) if one.rule not in ("unknown-key", "unused-actor")]

    assert brief(problems) == ["3:46 source-is-timeline"]


def test_a_large_timeline_is_known_by_how_its_sections_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "MOST_PARSED", 10)

    assert looks_like_timeline(citing("a.txt").encode(), "a.txt")
    assert not looks_like_timeline(TEXTS["a list of days"].encode(), "a.txt")


def test_nor_does_one_of_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "a.txt", f"title: x\nstory: {QUOTE}\n")
    write(tmp_path / "main.yaml", citing("a.txt"))

    assert "source-is-timeline" not in call("check", "main.yaml").out
    assert "source-is-timeline" in call("check", "main.yaml", "-", stdin=f"title: x\nstory: {QUOTE}\n").out
