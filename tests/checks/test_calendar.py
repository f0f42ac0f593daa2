"""Dates against the day that counts as today."""

from datetime import date

from places import DATA

from diplotimeline import check, load

TODAY = date(2022, 11, 1)


def test_a_plan_that_has_passed_names_the_day_it_is_compared_with() -> None:
    found = check(load(DATA / "warned" / "days.yaml"), TODAY)

    assert [problem.message for problem in found if problem.rule == "planned-in-past"] == [
        "planned for 20 Oct 2022, which is before 1 Nov 2022"
    ]
