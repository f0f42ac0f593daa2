"""An event with one claim may have all that is short of it in the event itself."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from written import SOURCES, loaded, mistakes

from diplotimeline import Claim, Source, Translation
from diplotimeline.errors import FieldError
from diplotimeline.reading.forms import read
from diplotimeline.record.values import Event

EVENT = SOURCES + "events:\n  - date: 2022-10-04\n    title: Call\n"
SHORT = {
    "quote": "On se voit demain", "at": "p. 12", "translation": {"text": "See you", "language": "en"},
    "stance": "doubts", "according_to": "a",
}  # fmt: skip


@settings(max_examples=40)
@given(st.sets(st.sampled_from(sorted(SHORT))))
def test_the_short_form_says_what_the_long_one_says(names: set[str]) -> None:
    given = {"source": "s"} | {name: SHORT[name] for name in SHORT if name in names}
    head = {"date": "2022-10-04", "title": "Call"}
    short, long = (read(Event, head | claims, ("events", 0), 0, id="x") for claims in (given, {"claims": [given]}))

    assert short.value == long.value
    assert len(short.findings) == len(long.findings) == ("translation" in names and "quote" not in names)


@pytest.mark.parametrize("name", ["quote", "at", "stance", "according_to", "translation"])
def test_nothing_short_stands_beside_claims(tmp_path: Path, name: str) -> None:
    (problem,) = mistakes(tmp_path, f"{EVENT}    {name}: denies\n    claims: [{{source: s}}]\n")

    assert (problem.rule, problem.help) == ("no-source", f"move '{name}' into the list of claims")
    assert problem.line == EVENT.count("\n") + 1


@pytest.mark.parametrize("name", ["quote", "at", "stance", "according_to", "translation"])
def test_without_a_source_it_is_no_claim(tmp_path: Path, name: str) -> None:
    assert [one.rule for one in mistakes(tmp_path, f"{EVENT}    {name}: denies\n")] == ["no-source"]


def test_a_translation_may_have_several_lines(tmp_path: Path) -> None:
    text = f"{EVENT}    source: s\n    quote: On se voit demain\n    translation: |-\n      See you\n      tomorrow\n"

    assert loaded(tmp_path, text).events[0].claims[0].translation == Translation(text="See you\ntomorrow")


def test_names_stand_in_their_own_order_whatever_the_order_of_lines(tmp_path: Path) -> None:
    one, other = "{ucdp: 376126, acled: X}", "{acled: X, ucdp: 376126}"
    read = [
        loaded(tmp_path, f"{EVENT}    source: s\n    identifiers: {text}\n").events[0].identifiers
        for text in (one, other)
    ]

    assert read == [(("acled", "X"), ("ucdp", "376126"))] * 2


@pytest.mark.parametrize(
    "name", ["UCDP", "Ucdp", "my db", "2db", "", "db-", "dø"], ids=lambda name: name or "an empty name"
)
def test_a_database_is_named_in_small_letters(name: str) -> None:
    with pytest.raises(FieldError):
        Source(title="x", identifiers=((name, "1"),))


def test_a_name_stands_once_and_its_text_is_a_text() -> None:
    for wrong in ((("a", "1"), ("a", "2")), (("a", 1),), (("a", ""),), ("a", "1"), {"a": "1"}):
        with pytest.raises(FieldError):
            Source(title="x", identifiers=wrong)  # type: ignore[arg-type]


def test_a_translation_needs_its_quote() -> None:
    with pytest.raises(FieldError, match="without its quote"):
        Claim(source="s", translation=Translation(text="See you"))


def test_two_registers_may_add_identifiers_but_not_contradict(tmp_path: Path) -> None:
    def both(first: str, second: str) -> str:
        (tmp_path / "b.yaml").write_text(f"sources: {{s: {{title: S, identifiers: {second}}}}}\n")
        return f"include: [b.yaml]\nsources: {{s: {{title: S, identifiers: {first}}}}}\n"

    joined = loaded(tmp_path, both("{doi: 1}", "{doi: 1, isbn: 2}"))
    problems = mistakes(tmp_path, both("{doi: 1}", "{doi: 3}"))

    assert not joined.problems
    assert dict(joined.sources["s"].identifiers) == {"doi": "1", "isbn": "2"}
    assert [one.rule for one in problems] == ["duplicate-id"] * 2
    assert "with another 'identifiers: doi'" in problems[0].message
