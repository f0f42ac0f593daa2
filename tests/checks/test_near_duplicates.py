"""Events of different sources that may be one: the same type, place and actors, and days that may be the same."""

from itertools import combinations
from pathlib import Path
from time import process_time

import pytest
from written import loaded

from diplotimeline import check

HEAD = "actors: {a: {name: A}, b: {name: B}}\nsources: {s: {title: S}, t: {title: T}}\nevents:\n"
SAME = {"type": "hostilities", "place": "Tolm", "actors": "[a, b]"}


def doubles(folder: Path, *events: dict[str, str]) -> list[int]:
    """The lines of the events that look like another; each event stands in one line, the first in line 4."""
    lines = [
        "  - {"
        + ", ".join(f"{name}: {value}" for name, value in {"title": f"Title {number}", **SAME, **one}.items())
        + "}\n"
        for number, one in enumerate(events)
    ]
    return [one.line for one in check(loaded(folder, HEAD + "".join(lines))) if one.rule == "duplicate-event"]


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        ((("2022-09-13", "s"), ("2022-09", "t"), ("2022-09", "t")), [5, 6]),
        ((("2022-09", "t"), ("2022-09", "t"), ("2022-09-13", "s")), [6]),
        ((("2022-09-14", "s"), ("2022-09-13", "t"), ("2022-09-15", "t")), [5, 6]),
        ((("2022-09", "t"), ("2022-09-13", "s"), ("2022-09", "t")), [5, 6]),
    ],
)
def test_every_double_is_told_in_whatever_order(
    tmp_path: Path, dates: tuple[tuple[str, str], ...], told: list[int]
) -> None:
    assert doubles(tmp_path, *({"date": date, "source": source} for date, source in dates)) == told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2022-09-13", "2022-09-13"),
        ("2022-09-13", "2022-09-14"),
        ("2022-09-14", "2022-09-13"),
        ("2022-09", "2022-09-13"),
        ("2022-09-13", "2022-09-XX"),
        ("'[2022-09-10..2022-09-20]'", "2022-09-15"),
        ("2022-09-13~", "2022-09-13"),
        ("2022-09-13/2022-09-14", "2022-09-13"),
        ("2022-09-13T23:50", "2022-09-14"),
        ("'[..2022-09-20]'", "2022-09-12"),
    ],
)
def test_days_that_may_be_one_are_told(tmp_path: Path, first: str, second: str) -> None:
    assert doubles(tmp_path, {"date": first, "source": "s"}, {"date": second, "source": "t"}) == [5]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"date": "2022-09-13"}, {"date": "2022-09-15"}),
        ({"date": "2022-09"}, {"date": "2022-11-13"}),
        ({"date": "2022-09-13"}, {"date": "2022-09-14", "source": "s"}),
        ({"date": "2022-09-13"}, {"date": "2022-09-13", "type": "explosion"}),
        ({"date": "2022-09-13"}, {"date": "2022-09-13", "place": "Lunden"}),
        ({"date": "2022-09-13"}, {"date": "2022-09-13", "actors": "[a]"}),
        ({"date": "2022-09-01/2022-09-30"}, {"date": "2022-09-13"}),
    ],
)
def test_others_are_not(tmp_path: Path, first: dict[str, str], second: dict[str, str]) -> None:
    assert doubles(tmp_path, {"source": "s", **first}, {"source": "t", **second}) == []


def test_the_same_actors_in_another_order_are_the_same(tmp_path: Path) -> None:
    one, other = {"date": "2022-09-13", "source": "s"}, {"date": "2022-09-13", "source": "t", "actors": "[b, a]"}

    assert doubles(tmp_path, one, other) == [5]


def test_all_pairs_of_many_are_as_by_hand(tmp_path: Path) -> None:
    dates = [f"2022-09-{day:02}" for day in (1, 2, 4, 7, 8, 12)]
    events = [{"date": date, "source": "st"[number % 2]} for number, date in enumerate(dates)]
    near = {max(i, j) for i, j in combinations(range(6), 2) if abs(int(dates[i][-2:]) - int(dates[j][-2:])) <= 1}

    assert doubles(tmp_path, *events) == [4 + number for number in sorted(near)]


def test_daily_shelling_of_one_source_is_looked_through_in_no_time(tmp_path: Path) -> None:
    events = [{"date": f"20{year:02}-{month:02}-13", "source": "s"} for year in range(50) for month in range(1, 13)]
    start = process_time()

    assert doubles(tmp_path, *events * 3) == []
    assert process_time() - start < 10


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("{ucdp: 1}", "{ucdp: 2}", False),
        ("{ucdp: 1}", "{ucdp: 1}", True),
        ("{ucdp: 1}", "{acled: 2}", True),
        ("{ucdp: 1, acled: X}", "{ucdp: 1, acled: Y}", False),
        ("{ucdp: 1}", "", True),
    ],
)
@pytest.mark.parametrize("titles", [("Shelling", "Shelling"), ("Shelling", "Fire")], ids=["same title", "other title"])
def test_a_database_tells_events_apart(
    tmp_path: Path, titles: tuple[str, str], first: str, second: str, *, told: bool
) -> None:
    events = [
        {"date": "2022-09-13", "source": source, "title": title, **({"identifiers": ids} if ids else {})}
        for source, title, ids in zip("st", titles, (first, second), strict=True)
    ]

    assert doubles(tmp_path, *events) == ([5] if told else [])


def test_a_double_is_found_behind_others_that_a_database_tells_apart(tmp_path: Path) -> None:
    told_apart = [{"date": "2022-09-13", "source": "s", "identifiers": f"{{ucdp: {number}}}"} for number in range(5)]
    again = {"date": "2022-09-13", "source": "t", "identifiers": "{ucdp: 3}"}

    assert doubles(tmp_path, *told_apart, again) == [9]
    assert doubles(tmp_path, *({**one, "title": "Shelling"} for one in (*told_apart, again))) == [9]
