"""Ids: what is said of those that lead nowhere."""

from pathlib import Path

from written import loaded

from diplotimeline import check
from diplotimeline.checks.ids import MOST_SUGGESTIONS


def test_help_names_the_events_in_their_order(tmp_path: Path) -> None:
    ids = ["b", "d", "a", "f", "c", "e"]
    events = "".join(f"  - {{date: 2022-0{day}, title: T, source: s, id: {id}}}\n" for day, id in enumerate(ids, 1))
    tied = "  - {date: 2023, title: T, source: s, id: z, related: [{event: qqq, as: about}]}\n"
    problems = check(loaded(tmp_path, f"sources:\n  s: {{title: R}}\nevents:\n{events}{tied}"))

    assert [one.help for one in problems if one.rule == "unknown-event"] == ["declared: b, d, a, f, c, e, z"]


def test_the_nearest_ids_are_looked_for_as_long_as_few_are_unknown(tmp_path: Path) -> None:
    known = "  - {date: 2022, title: T, source: s, id: call}\n"
    tied = "  - {date: 2022, title: T, source: s, related: [{event: cal, as: about}]}\n" * (MOST_SUGGESTIONS + 1)
    problems = check(loaded(tmp_path, f"sources:\n  s: {{title: R}}\nevents:\n{known}{tied}"))
    help = [one.help for one in problems if one.rule == "unknown-event"]

    assert help[-2].startswith("did you mean 'call'?")
    assert help[-1] == ""
