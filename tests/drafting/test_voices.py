"""On whose word an event is told: accusations are alleged, and who only speaks of an event takes no part in it."""

from datetime import date

import pytest

from diplotimeline import Actor
from diplotimeline.drafting import Candidate, candidates

ACTORS = {
    "valdoria": Actor(name="Valdoria", kind="state"),
    "kestria": Actor(name="Kestria", kind="state"),
    "forces": Actor(name="Kestrian Armed Forces", kind="armed-force", of=("kestria",)),
    "koval": Actor(name="Irena Koval", kind="person", of=("valdoria",)),
    "stent": Actor(name="Paul Stent", kind="person", of=("kestria",)),
}
CLAIMED = {
    "The Kestrian Armed Forces accused Valdoria of shelling Brod on 8 March.": ("forces", ("valdoria",)),
    "Koval blamed Kestria for the attack on a hospital on 9 March.": ("koval", ("kestria",)),
    "Valdoria holds Kestria responsible for the explosion in Lund on 10 March.": ("valdoria", ("kestria",)),
    "Kestria claimed that Valdoria had killed two shepherds on 7 March.": ("kestria", ("valdoria",)),
    "Valdoria, Kestria claims, shelled Brod on 6 March.": ("kestria", ("valdoria",)),
    "Valdoria shelled Brod on 6 March, Kestria claims.": ("kestria", ("valdoria",)),
    "Kestria a accusé Valdoria d’avoir bombardé Brod le 6 mars.": ("kestria", ("valdoria",)),
    "Kestria affirme que Valdoria a bombardé Brod le 6 mars.": ("kestria", ("valdoria",)),
}
NO_PARTY = {
    "Valdoria expressed condolences to Kestria over the bombing in Lund on 4 March.": (),
    "Valdoria condemns the attack that hit a humanitarian convoy near Selene on 3 March.": (),
    "Valdoria welcomes Kestria's release of 12 prisoners on 3 March.": ("kestria",),
    "Valdoria condamne l’attaque qui a visé, dans la nuit du 4 au 5 mars, un convoi humanitaire.": (),
    "Valdoria présente ses condoléances à Kestria à la suite de l’explosion survenue le 4 mars à Lund.": (),
}
NOBODY_VOUCHES = [
    "Valdoria has not confirmed the shelling of Brod by Kestria on 5 March.",
    "Kestria rejected allegations of torture of detainees on 11 March.",
    "On 11 March Kestria rejected claims that it had executed prisoners on 9 March.",
    "Kestria denied claims that it had executed prisoners on 9 March.",
    "Kestria dismissed reports that its troops had entered Brod on 4 March.",
    "Reports that troops of Kestria entered Brod on 4 March were rejected.",
    "There is no evidence that Kestria shelled Brod on 5 March.",
    "Koval has found no evidence that any shell fell on Brod on the night of 12 March.",
    "Valdoria a rejeté les accusations selon lesquelles elle aurait exécuté des prisonniers.",
    "Rien ne prouve que Kestria a bombardé Brod le 5 mars.",
    "Investigators are examining whether Kestria carried out the attack on 7 March.",
    "Valdoria n’a pas confirmé le bombardement de Brod par Kestria le 5 mars.",
]


def told(text: str) -> list[Candidate]:
    """The events of a statement of 14 March 2024."""
    return [one for one in candidates(text, date(2024, 3, 14), actors=ACTORS) if not one.reason]


@pytest.mark.parametrize("text", CLAIMED)
def test_an_accusation_is_alleged_on_the_word_of_who_makes_it(text: str) -> None:
    (event,) = told(text)

    assert (event.according_to, event.actors) == CLAIMED[text]
    assert event.status == "alleged"


@pytest.mark.parametrize("text", NO_PARTY)
def test_who_condemns_or_mourns_takes_no_part(text: str) -> None:
    (event,) = told(text)

    assert event.actors == NO_PARTY[text]


@pytest.mark.parametrize("text", NOBODY_VOUCHES)
def test_what_nobody_vouches_for_is_no_event(text: str) -> None:
    assert told(text) == []


def test_what_is_said_keeps_its_speaker() -> None:
    (event,) = told("Koval said that Kestrian forces had shelled Brod on 6 March.")

    assert (event.according_to, event.actors, event.status) == ("koval", (), "reported")


def test_who_speaks_of_own_deeds_takes_part() -> None:
    (event,) = told("Koval said that she had signed the treaty in Lund on 6 March.")

    assert (event.according_to, event.actors) == ("", ("koval",))


def test_talks_about_an_event_are_what_happened_that_day() -> None:
    (event,) = told("Stent discussed the killing of a journalist with Koval on 8 March.")

    assert (event.type, event.actors) == ("meeting", ("stent", "koval"))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("On 6 March “armed men” abducted two journalists.", "Armed men abduct two journalists"),
        ("On 12 March (Tuesday) Kestria released 12 prisoners.", "Kestria releases 12 prisoners"),
        (
            "Le 7 mars, « des individus armés » ont enlevé deux journalistes.",
            "Des individus armés enlèvent deux journalistes",
        ),
    ],
    ids=["a quotation", "a bracket", "a French quotation"],
)
def test_a_quotation_or_a_bracket_after_the_date_does_not_cut_it_off(text: str, title: str) -> None:
    (event,) = told(text)

    assert event.title == title
    assert event.date.startswith("2024-03-")


@pytest.mark.parametrize(
    "text",
    [
        "The court rejected the claim by Kestria on 5 March.",
        "Kestria shelled Brod on 5 March, and there is no evidence that anyone was hurt.",
        "There is no evidence of a ceasefire, but Kestria shelled Brod on 5 March.",
    ],
)
def test_what_is_told_beside_a_doubt_is_still_told(text: str) -> None:
    assert [event.date for event in told(text)] == ["2024-03-05"]


def test_who_accuses_somebody_of_something_else_still_did_what_is_told_of_them() -> None:
    (event,) = told("Valdoria, which shelled Brod on 6 March, accused Kestria of fraud.")

    assert (event.according_to, event.actors) == ("", ("valdoria", "kestria"))
