"""Ids in NFC: the same letters, whole or of letter and mark, are one id, wherever they stand."""

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, strategies as st
from together import together
from written import brief, loaded, write

from diplotimeline import CallError, Selection, check, load, select
from diplotimeline.analyses.compare import compare

IDS = ("zürich", "Érdelia", "Ṩ-ț", "ẛ̣", "가나", "й", "Å")  # the last is the sign for ångström
UNKNOWN = {"unknown-actor", "unknown-source", "unused-actor", "unused-source"}


def text(id: str, other: str) -> str:
    """A file that declares an actor and a source by `id`, and names them by `other` everywhere it can."""
    return f"""\
actors:
  {id}: {{name: Zed}}
  b: {{name: Bureau, of: {other}}}
sources:
  {id}: {{title: T, speaker: {other}, issued: 2022-09-15}}
  s: {{title: T, version_of: {other}, issued: 2022-09-15}}
events:
  - date: 2022-09-13
    title: Zed meets Bureau
    actors: [{other}, b]
    casualties: [{{who: {other}, killed: 2}}]
    source: {other}
  - date: 2022-09-14
    title: Zed speaks
    actors: [{{who: {other}, role: speaker}}]
    claims:
      - {{source: {other}, according_to: {other}, actors: [{other}], casualties: [{{who: {other}, injured: 1}}]}}
      - {{source: s}}
"""


def forms(id: str) -> tuple[str, str]:
    return normalize("NFC", id), normalize("NFD", id)


@together("id", IDS)
@together("way", [1, -1])
def test_an_id_is_found_in_the_other_spelling(tmp_path: Path, id: str, way: int) -> None:
    declared, named = forms(id)[::way]
    timeline = loaded(tmp_path, text(declared, named))

    assert {problem.rule for problem in check(timeline)} & UNKNOWN == set()
    assert [*timeline.actors] == [normalize("NFC", id), "b"]


@together("id", IDS)
@together("given", [0, 1])
def test_a_filter_takes_both_spellings(tmp_path: Path, id: str, given: int) -> None:
    whole, parts = forms(id)
    timeline, asked = loaded(tmp_path, text(parts, whole)), forms(id)[given]

    for selection in (Selection(actors=asked), Selection(sources=asked), Selection(said_by=asked)):
        assert len(select(timeline, selection).events) == 2
    assert select(timeline, Selection(not_actors=asked)).events == ()
    assert compare(timeline, f"source:{asked}", "source:s").one == compare(timeline, f"source:{whole}", "source:s").one


def test_two_spellings_in_one_file_are_one_id_declared_twice(tmp_path: Path) -> None:
    whole, parts = forms("zürich")
    twice = text(whole, whole).replace("sources:", f"  {parts}: {{name: Zed}}\nsources:")
    timeline = loaded(tmp_path, twice.replace("  s:", f"  {parts}: {{title: Another}}\n  s:"))

    assert [one for one in brief(timeline.problems) if "duplicate" in one] == [
        f"{place} duplicate-id" for place in ("2:3", "4:3", "6:3", "7:3")
    ]
    assert timeline.problems[0].message == "'zürich' is declared twice in this file"


@pytest.mark.parametrize("name", ["Zed", "Zod"])
def test_a_register_declares_what_another_file_names(tmp_path: Path, name: str) -> None:
    whole, parts = forms("zürich")
    write(tmp_path / "register.yaml", f"actors:\n  {parts}: {{name: {name}, iso: ZED}}\n")
    timeline = loaded(tmp_path, "include: [register.yaml]\n" + text(whole, parts))

    rules = [problem.rule for problem in timeline.problems]
    assert rules == ([] if name == "Zed" else ["duplicate-id"] * 2)
    assert timeline.actors[whole].iso == "ZED"


def test_a_title_keeps_its_spelling(tmp_path: Path) -> None:
    timeline = loaded(tmp_path, text("a", "a").replace("Zed speaks", normalize("NFD", "Zürich speaks")))

    assert timeline.events[1].title == normalize("NFD", "Zürich speaks")


@given(st.text(st.characters(codec="utf-8", categories=["L", "M"]), min_size=1, max_size=6))
def test_any_id_of_letters_is_found_in_any_spelling(name: str) -> None:
    from tempfile import TemporaryDirectory

    declared, named = f"x{name}", normalize("NFD", f"x{name}")
    with TemporaryDirectory() as folder:
        try:
            timeline = load(write(Path(folder) / "t.yaml", text(declared, named)))
        except CallError:
            return

    assert {problem.rule for problem in check(timeline)} & UNKNOWN == set()


def test_of_ids_that_differ_in_case_alone_the_exact_one_is_meant(tmp_path: Path) -> None:
    both = text("s1", "s1").replace("  s:", "  S1: {title: T}\n  s:").replace("{source: s}", "{source: S1}")
    timeline = loaded(tmp_path, both)

    assert [len(select(timeline, Selection(sources=id)).events) for id in ("s1", "S1")] == [2, 1]
