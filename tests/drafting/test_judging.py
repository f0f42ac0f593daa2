"""What becomes an event and what does not, one principle each."""

from datetime import date

import pytest

from diplotimeline import Actor
from diplotimeline.drafting import Candidate, candidates

DAY = date(2023, 3, 16)
REGISTER = {
    "orland": Actor(name="Orland", kind="state"),
    "vestra": Actor(name="Vestra", kind="state", aliases=("Vestran Republic",)),
    "ministry": Actor(name="Ministry of Defence of Orland", kind="government-body", of=("orland",)),
    "anna-lund": Actor(name="Anna Lund", kind="person", of=("orland",), office="Foreign Minister"),
    "per-lund": Actor(name="Per Lund", kind="person", of=("vestra",), office="President"),
    "olsen": Actor(name="Nils Olsen", kind="person", of=("vestra",)),
    "us": Actor(name="United States", kind="state", aliases=("US",)),
}
EVENTS = {
    "a day and how long ago": ("On 3 February, over one month ago, Vestra expelled two diplomats.", ["2023-02-03"]),
    "a past tense": ("On 10 March, Vestra expelled two diplomats.", ["2023-03-10"]),
    "a passive": ("Two diplomats were expelled on 10 March.", ["2023-03-10"]),
    "how long ago": ("One month ago, Vestra expelled two diplomats.", ["2023-02~"]),
    "a list of days": ("On 3, 5 and 9 March, drones were observed.", ["2023-03-03", "2023-03-05", "2023-03-09"]),
    "two clauses": ("Vestra left on 1 March, and Orland closed the road on 4 March.", ["2023-03-01", "2023-03-04"]),
    "a relative clause": (
        "The men, who had been arrested on 2 March, were freed on 13 March.", ["2023-03-02", "2023-03-13"],
    ),
    "a noun in a demand": ("We call for justice after the shelling of Kora on 5 March.", ["2023-03-05"]),
    "a signing": ("Following the signing on 3 March of the treaty, both left.", ["2023-03-03"]),
    "a clock time": ("At 18:00 on 5 March, shells hit Kora.", ["2023-03-05T18:00"]),
    "counting on": (
        "On 4 March, Orland closed its border. Two days later it recalled its envoy.", ["2023-03-04", "2023-03-06"],
    ),
    "a plan": ("The ministers will meet in Tallin on 22 March.", ["2023-03-22"]),
    "a chronicle": ("5 March 2023: Shelling of Kora.", ["2023-03-05"]),
    "what is left open": ("A boat was rammed on 02/03/2023.", [""]),
    "a state that lasts": ("Since 12 December, Vestra has blocked the road.", ["2022-12-12/.."]),
    "without a date": ("Vestra has released 17 prisoners.", ["[..2023-03-16]"]),
}  # fmt: skip
NONE = {
    "a demand": "Vestra must withdraw its troops by 1 April.",
    "an appeal": "We call on Vestra to release the prisoners by 1 April.",
    "a wish": "We hope that the meeting on 20 March will bring results.",
    "a condition": "If Vestra attacks before 1 May, Orland will respond.",
    "a denial": "No shelling was recorded on 3 March.",
    "a plan that is denied": "Vestra has not agreed to withdraw its troops on 1 April.",
    "a question": "Why did Vestra close the road on 3 March?",
    "a running total": "As of 15 March, 214 violations had been recorded.",
    "a total since a day": "Since 1 January, the Mission has recorded 412 violations.",
    "the date of an agreement": "The ceasefire agreement of 9 November 2020 remains valid.",
    "a document number": "See decision 3/2011 and resolution 2640 (2022), paragraph 12.",
    "a position since a year": "Since 1994, the Group has sought a settlement.",
    "an anniversary": "Tomorrow marks the anniversary of the massacre of 16 March 1988.",
    "may and march": "Vestra may join the march towards peace in a second step.",
    "a name that holds a day": "Bloody Sunday remains an open wound.",
    "an attack of no day": "We condemn all attacks on civilians.",
    "page furniture": "PC.DEL/245/23\n16 March 2023\nENGLISH only",
    "a habit": "Every year on 24 April we remember the victims.",
}


def events(text: str, language: str = "en") -> list[Candidate]:
    """The events drafted from a text."""
    return [one for one in candidates(text, DAY, language=language, actors=REGISTER) if not one.reason]


def only(text: str, language: str = "en") -> Candidate:
    """The one event drafted from a text."""
    (one,) = events(text, language)
    return one


@pytest.mark.parametrize(("text", "dates"), EVENTS.values(), ids=EVENTS)
def test_what_happened_is_an_event(text: str, dates: list[str]) -> None:
    assert [one.date for one in events(text)] == dates


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_did_not_happen_is_none(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_left_out_has_its_reason(text: str) -> None:
    assert all(one.reason for one in candidates(text, DAY, language="en"))


def test_an_open_date_comes_with_its_readings() -> None:
    one = events("A boat was rammed on 01/02/2023.")[0]

    assert one.date == ""
    assert one.readings == ("2023-01-02", "2023-02-01")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vestra shelled Kora on 5 March.", "reported"),
        ("Vestra denied the claim and shelled Kora on 5 March.", "reported"),
        ("Vestra reportedly shelled Kora on 5 March.", "alleged"),
        ("Three of the men are reported to have died on 4 March.", "alleged"),
        ("According to witnesses, Vestra shelled Kora on 5 March.", "alleged"),
        ("The parties are to meet on 5 April.", "planned"),
        ("It was agreed that the commission would meet on 3 April.", "planned"),
    ],
    ids=lambda one: one,
)
def test_hedges_and_plans_set_the_status(text: str, status: str) -> None:
    assert only(text).status == status


def test_who_is_quoted_is_not_who_took_part() -> None:
    one = only("According to the Ministry of Defence of Orland, Vestra shelled Kora on 5 March.")

    assert (one.according_to, one.actors) == ("ministry", ("vestra",))


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("On 5 March Olsen met Anna Lund.", ("olsen", "anna-lund")),
        ("On 5 March President Olsen met the envoy of Orland.", ("olsen", "orland")),
        ("On 5 March Kristin Olsen met the envoy.", ()),
        ("On 5 March they told us to leave Kora.", ()),
        ("On 5 March US envoys left Kora.", ("us",)),
        ("On 5 March the Vestran Republic closed the road.", ("vestra",)),
        ("On 5 March Vestran troops closed the road.", ()),
    ],
    ids=str,
)
def test_only_who_is_named_takes_part(text: str, actors: tuple[str, ...]) -> None:
    assert only(text).actors == actors


def test_a_shared_surname_is_a_question() -> None:
    one = only("On 5 March Minister Lund met the envoy.")

    assert one.actors == ()
    assert one.shared == (("Lund", ("anna-lund", "per-lund")),)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Le 3 mars, Orland a rappelé son ambassadeur. Le lendemain, il a fermé la route.",
            ["2023-03-03", "2023-03-04"],
        ),
        ("Trois bergers auraient été enlevés le 4 mars.", ["2023-03-04"]),
        ("Le cessez-le-feu du 9 novembre 2020 doit être respecté.", []),
        ("Aucun tir n’a été constaté le 8 mars.", []),
        ("Vestra retirera ses chars d’ici au 1er avril.", ["[..2023-04-01]"]),
        ("Dans la nuit du 12 au 13 mars, des tirs ont été entendus.", ["2023-03-12/2023-03-13"]),
    ],
    ids=str,
)
def test_french_is_one_more_table(text: str, dates: list[str]) -> None:
    assert [one.date for one in events(text, "fr")] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Foreign Minister Ana Sol visited Kora.", ["[..2023-03-16]"]),
        ("President Ana Sol spoke by phone with President Per Lund.", ["[..2023-03-16]"]),
        ("The soldiers visited the town.", []),
        ("Many visited Kora.", []),
        ("It is unlikely that Ana Sol met Per Lund in Kora.", []),
    ],
)
def test_without_a_register_an_undated_event_needs_somebody_who_is_named(text: str, dates: list[str]) -> None:
    found = candidates(text, DAY, language="en")

    assert [one.date for one in found if not one.reason] == dates
