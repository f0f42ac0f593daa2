"""Names and words that a reader takes for the same are the same, in filters and in the search of the page."""

from pathlib import Path

import pytest
from made_up import event, ids, loaded
from together import together

from diplotimeline import Selection, Timeline, select
from diplotimeline.characters import folded

SAME = [
    ("O'Dalin", "O’Dalin"), ("O'Dalin", "Oʼdalin"), ("O´Dalin", "o‘dalin"), ("O`Dalin", "O'Dalin"),
    ("Al-Qasir", "Al‑Qasir"), ("al–qasir", "AL−QASIR"), ("José", "Jose\u0301"), ("IŞIK", "Işık"), ("ISIK", "ışık"),
    ("İzmir", "izmir"), ("ԵՐԵՎԱՆ", "Երևան"), ("Երեւան", "Երևան"), ("Երեվան", "ԵՐԵՒԱՆ"), ("احمد", "أحمد"),
    ("إبراهيم", "ابراهيم"), ("آمنة", "امنه"), ("ٱلسلام", "السلام"), ("موسى", "موسي"), ("علی", "علي"),
    ("محـــمد", "محمد"),
    ("نیروهای", "نیرو\u200cهای"), ("צה״ל", 'צה"ל'), ("בית־לחם", "בית-לחם"), ("ג׳ורג", "ג'ורג"), ("«Talks»", '"talks"'),
    ("a\u00a0 b\tc", "A b c"), ("Straße", "STRASSE"), ("Ardelia's", "Ardelia’s"), ("cease-fire", "cease‐fire"),
    ("co\u00adoperate", "cooperate"), ("ΟΔΟΣ", "οδος"),
]  # fmt: skip
OTHER = [("cease-fire", "cease fire"), ("Armenia", "Armenian"), ("कि", "का"), ("O'Dalin", "ODalin"), ("ein", "eine")]
VOICE = {"name": "Ана Петрова", "aliases": ["The Envoy’s Deputy"], "office": "Spokesperson of Tavoria"}


@together(("one", "other"), SAME)
def test_is_the_same_word(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_is_another_word(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@together(("one", "other"), SAME)
def test_filters_for_actors_tags_and_words_find_it(tmp_path: Path, one: str, other: str) -> None:
    found = event(title=f"About {other} again", id="found", actors=["x"], tags=[other])
    timeline = loaded(tmp_path, found, event(title="Nothing"), actors={"x": {"name": other}})

    for filters in ({"actors": (one,)}, {"tags": (one,)}, {"words": one}):
        assert ids(select(timeline, Selection(**filters))) == ["found"]


@pytest.fixture
def spoken(tmp_path: Path) -> Timeline:
    actors = {"ana": VOICE, "isik": {"name": "Isik"}, "dotless": {"name": "Işık"}}
    told = event(id="found", claims=[{"source": "statement", "according_to": "ana"}], actors=["dotless"])
    return loaded(tmp_path, told, event(title="Nothing", actors=["isik"]), actors=actors)


@pytest.mark.parametrize("words", ["ана петрова", "envoy's deputy", "spokesperson of TAVORIA"])
def test_words_are_looked_for_in_names_aliases_and_offices_of_who_speaks(spoken: Timeline, words: str) -> None:
    assert ids(select(spoken, Selection(words=words))) == ["found"]


def test_a_name_as_written_is_taken_before_one_that_only_looks_like_it(spoken: Timeline) -> None:
    assert ids(select(spoken, Selection(actors=("IşıK",)))) == ["found"]
    assert "found" not in ids(select(spoken, Selection(actors=("isik",))))
