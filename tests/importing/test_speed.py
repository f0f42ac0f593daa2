"""What importing costs, in times of something else that is done with the same data: in calls, alike on every machine.

`benchmarks/importing.py` and `benchmarks/web_page.py` measure the time of ten times as much, and whole processes.
"""

import csv
from collections.abc import Callable
from cProfile import Profile
from datetime import date, timedelta
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from diplotimeline import Timeline, export, load
from diplotimeline.documents import text_of
from diplotimeline.importing import kinds
from diplotimeline.importing.drafted import timeline_text
from diplotimeline.importing.rows import events_of
from diplotimeline.returning.entries import entries
from diplotimeline.returning.into import into
from diplotimeline.returning.record import lines_of, returned
from diplotimeline.returning.sheets import read

ROWS = 200
FIRST_DAY = date(2022, 1, 1)
PEOPLE = ("Ardelia", "Tavoria", "Orn", "Halem")


def times(work: Callable[[], Any], measure: Callable[[], Any]) -> float:
    """How many times the calls of the measure the work makes, of functions in Python and in C."""
    return calls(work) / calls(measure)


def calls(work: Callable[[], Any]) -> int:
    """How many functions are called; what is only done once in a process is done before."""
    work()
    with Profile() as profile:
        work()
    return sum(one.callcount for one in profile.getstats())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sheet as people type it, the timeline that becomes of it, and the exports of that."""
    folder = tmp_path_factory.mktemp("speed")
    rows = [
        (f"{FIRST_DAY + timedelta(number):%d/%m/%Y}", f"Talks number {number} in Orn", PEOPLE[number % 4],
         "Orn", "3-5 dead, 2 wounded", "Radio Nubar", f"https://rn.example/{number}", "asked again")
        for number in range(ROWS)
    ]  # fmt: skip
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerow(
            ("Date", "What happened", "Who", "Where", "Dead/wounded", "Source", "Link", "Comments")
        )
        csv.writer(file).writerows(rows)
    (folder / "register.yaml").write_text(
        "actors:\n" + "".join(f"  {name.lower()}: {{name: {name}}}\n" for name in PEOPLE), encoding="utf-8"
    )
    (folder / "people.yaml").write_text(draft(folder), encoding="utf-8")
    timeline = load(folder / "people.yaml")
    assert (len(timeline.events), timeline.problems) == (ROWS, ())
    text = export(timeline, "csv")
    (folder / "export.csv").write_text(text, encoding="utf-8", newline="")
    (folder / "edited.csv").write_text(text.replace("number 50 in", "number 50 at"), encoding="utf-8", newline="")
    (folder / "export.xlsx").write_bytes(export(timeline, "xlsx"))
    return folder


def draft(folder: Path) -> str:
    table, kind = kinds.read(str(folder / "people.csv"))
    return timeline_text(events_of(table, kinds.mapping_of(kind, table), load(folder / "register.yaml")))


def came_back(folder: Path, name: str) -> str:
    sheets = read(str(folder / name))
    assert sheets
    return "\n".join(lines_of(returned(entries(sheets), folder), name))


def edited(folder: Path) -> Timeline:
    file, sheets = folder / "people.yaml", read(str(folder / "edited.csv"))
    assert sheets
    timeline = load(file)
    assert into(timeline, sheets, file.read_bytes()).plan.count == 2
    return timeline


def cells(folder: Path) -> list[Any]:
    book = load_workbook(folder / "export.xlsx", read_only=True)
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row]


def test_each_way_in_costs_a_few_times_what_loading_the_result_costs(folder: Path) -> None:
    loading = partial(load, folder / "people.yaml")

    assert times(partial(draft, folder), loading) < 6
    assert times(partial(came_back, folder, "export.csv"), loading) < 5
    assert times(partial(edited, folder), loading) < 5


def test_a_workbook_costs_little_more_than_reading_its_cells(folder: Path) -> None:
    assert times(partial(came_back, folder, "export.xlsx"), partial(cells, folder)) < 2.5


def test_a_web_page_costs_little_more_than_reading_its_tags() -> None:
    story = '<div class="story" data-id="7"><p>On 5 May the <a href="https://rn.example/7?a=1&amp;b=2">envoys</a> met.</p></div>\n'
    page = f"<html><body>{story * 1_000}</body></html>"

    assert times(lambda: text_of(page.encode(), "page.html"), lambda: HTMLParser().feed(page)) < 2
