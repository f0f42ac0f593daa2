"""In which other text an absent quote stands, and how far is looked."""

from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st
from written import loaded, write

from diplotimeline import Problem, check
from diplotimeline.quotes import elsewhere
from diplotimeline.quotes.elsewhere import Texts
from diplotimeline.quotes.verify import ArchivedText, Patience

ARDELIA = "Ardelia said that the envoys met in the old town on Monday. Nothing else was said of the talks.\n"
TAVORIA = "Tavoria is ready for talks. Its envoys did not agree to a ceasefire, and will re-\nturn to the old town.\n"
KESTRIA = "国防部表示双方代表已经在旧城会面并且同意停火。\n"
TEXTS = {"a": ARDELIA, "b": TAVORIA, "c": KESTRIA}


def absent(folder: Path, quote: str, source: str = "a", texts: dict[str, str] = TEXTS) -> Problem:
    """What is said of a quote that the text of its source does not have."""
    for name, text in texts.items():
        write(folder / f"{name}.txt", text)
    sources = "".join(f"  {name}: {{title: Note, issued: 2022, file: {name}.txt}}\n" for name in texts)
    claims = "".join(f"      - {{source: {name}}}\n" for name in texts if name != source)
    event = (
        f"  - date: 2022\n    title: Talks\n    claims:\n      - source: {source}\n        quote: '{quote}'\n{claims}"
    )
    (problem,) = [
        one for one in check(loaded(folder, f"sources:\n{sources}events:\n{event}")) if one.severity == "error"
    ]
    return problem


@pytest.mark.parametrize(
    ("quote", "source", "help"),
    [
        ("Its envoys did not agree to a ceasefire", "a", "it stands in b.txt, the text of ''b''"),
        ("the envoys met in the old town", "b", "it stands in a.txt, the text of ''a''"),
        ("will return to the old town", "a", "it stands in b.txt, the text of ''b''"),
        ("[T]he envoys met in the old town", "b", "it stands in a.txt, the text of ''a''"),
        ("Its envoys did not […] return to the old town", "a", "it stands in b.txt, the text of ''b''"),
        ("双方代表已经在旧城会面", "a", "it stands in c.txt, the text of ''c''"),
    ],
)
def test_the_text_that_has_the_quote_is_named(tmp_path: Path, quote: str, source: str, help: str) -> None:
    problem = absent(tmp_path, quote, source)

    assert problem.message == f"the quote does not stand in {source}.txt"
    assert problem.help == help.replace("''", "'")


@pytest.mark.parametrize(
    "quote",
    [
        "Its envoys did agree to a ceasefire",  # a word is missing
        "Tavoria is ready for talk",  # part of a word
        "Tavoria",  # it may stand anywhere
        "Tavoria […] ceasefire",
        "Nobody said this anywhere at all",
    ],
)
def test_an_unrelated_text_is_never_named(tmp_path: Path, quote: str) -> None:
    assert "it stands in" not in absent(tmp_path, quote).help


def test_the_same_text_under_another_name_is_no_other_text(tmp_path: Path) -> None:
    problem = absent(tmp_path, "Its envoys did not agree to a ceasefire", texts={"a": ARDELIA, "b": ARDELIA})

    assert "it stands in" not in problem.help


def test_a_text_without_a_word_may_be_the_wrong_one(tmp_path: Path) -> None:
    problem = absent(tmp_path, "Its envoys did not agree to a ceasefire", texts={"a": "", "b": TAVORIA})

    assert problem.help == "it stands in b.txt, the text of 'b'"


def test_several_texts_are_named_up_to_three(tmp_path: Path) -> None:
    quote = "Its envoys did not agree to a ceasefire"
    two = absent(tmp_path, quote, texts={"a": ARDELIA, "b": TAVORIA, "d": TAVORIA})
    five = absent(tmp_path, quote, texts={"a": ARDELIA} | dict.fromkeys("bdefg", TAVORIA))

    assert two.help == "it stands in b.txt, the text of 'b', and in d.txt, the text of 'd'"
    assert five.help.endswith("and in e.txt, the text of 'e', and in 2 more texts")


def test_all_quotes_together_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a": "x", "b": f"{TAVORIA} {ARDELIA}"}
    monkeypatch.setattr(elsewhere, "MOST_SIGNS", 3 * len(texts["b"]))
    found = Texts(texts)

    assert [found.others_with("Tavoria is ready for talks", "a") for _ in range(4)] == [["b"]] * 3 + [[]]


def test_a_text_is_folded_once_and_only_if_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def fold(text: str, patience: Patience) -> ArchivedText:
        folded.append(text)
        return ArchivedText(text, patience)

    monkeypatch.setattr(elsewhere, "ArchivedText", fold)
    found = Texts(TEXTS | {"again": TAVORIA})
    for _ in range(3):
        found.others_with("Nobody said this anywhere", "a")

    assert sorted(folded) == sorted((TAVORIA, KESTRIA))


WORDS = st.lists(st.sampled_from(("Ardelia", "Tavoria", "did", "not", "agree", "to", "talks", "on")), max_size=8)


@settings(max_examples=80)
@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=4), WORDS.map(" ".join))
def test_the_texts_are_those_that_a_search_of_each_finds(texts: list[str], quote: str) -> None:
    named = {str(number): text for number, text in enumerate(texts)}
    found = Texts(named).others_with(quote, "0")
    long_enough = len(quote.split()) >= 3 or sum(map(str.isalpha, quote)) >= 12

    assert found == [
        id for id, text in named.items() if text != texts[0] and long_enough and f" {quote} " in f" {text} "
    ]
