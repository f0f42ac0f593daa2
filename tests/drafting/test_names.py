"""Names are read before anything else, and nobody is named whom the sentence does not name."""

from datetime import date

import pytest

from diplotimeline import Actor, Casualties, Count
from diplotimeline.drafting import candidates

REGISTER = {
    "ardelia": Actor(name="Ardelia", kind="state"),
    "march": Actor(name="9 March Movement", kind="armed-group"),
    "strike": Actor(name="Strike Force", kind="armed-force", aliases=("the Strike Forces",)),
    "varo": Actor(
        name="Anna Varo", kind="person", of=("ardelia",),
        aliases=("Ardelian Prime Minister", "President of Ardelia", "Voice of Nubar"),
    ),
}  # fmt: skip


def dates(text: str, language: str = "en") -> list[str]:
    """The dates of the events drafted from a text."""
    found = candidates(text, date(2023, 6, 1), language=language, actors=REGISTER)
    return [one.date for one in found if not one.reason]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On 3 May, the United States and Ardelia signed an agreement.", ["2023-05-03"]),
        ("On 3 May, the United States’ envoys signed an agreement.", ["2023-05-03"]),
        ("On 3 May, the Netherlands and Ardelia signed an agreement.", ["2023-05-03"]),
        ("On 3 May, both Koreas signed an agreement.", ["2023-05-03"]),
        ("On 3 May, the 9 March Movement shelled Nubar.", ["2023-05-03"]),
        ("The Strike Force left Nubar on 3 May.", ["2023-05-03"]),
    ],
)
def test_the_words_of_a_name_are_no_verb_and_no_date(text: str, wanted: list[str]) -> None:
    assert dates(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May, the Tavorian Prime Minister signed the agreement.",
        "On 3 May, the Minister signed the agreement.",
        "On 3 May, the army shelled Nubar.",
    ],
)
def test_an_office_or_a_place_is_no_surname(text: str) -> None:
    found = candidates(text, date(2023, 6, 1), language="en", actors=REGISTER)

    assert [one.actors for one in found if "varo" in one.actors] == []


@pytest.mark.parametrize(
    "name", ["Emir of Vestra", "Sultan of Vestra", "Governor of Vestra", "Émir du Vestra", "Roi de Vestra"]
)
@pytest.mark.parametrize(
    ("language", "text"), [("en", "Vestra shelled Nubar on 3 May."), ("fr", "Le Vestra a bombardé Nubar le 3 mai.")]
)
def test_the_land_of_somebody_is_no_surname(name: str, language: str, text: str) -> None:
    (one,) = candidates(text, date(2023, 6, 1), language=language, actors={"somebody": Actor(name=name, kind="person")})

    assert one.actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May Zelenska met the envoy.",
        "On 3 May Aide Zelensk met the envoy.",
        "In Nubar Zelensk met the envoy on 3 May.",
    ],
    ids=["of another spelling", "behind the office of somebody", "behind a name of the register"],
)
def test_who_is_meant_by_a_surname(text: str) -> None:
    somebody = Actor(name="Ana Zelensk", kind="person", aliases=("Anna Zelenska",), office="Foreign Policy Aide")
    register = {"ana": somebody, "nubar": Actor(name="Nubar")}
    (one,) = candidates(text, date(2023, 6, 1), language="en", actors=register)

    assert "ana" in one.actors


def test_a_surname_still_names() -> None:
    (one,) = candidates("On 3 May, Varo signed the agreement.", date(2023, 6, 1), language="en", actors=REGISTER)

    assert one.actors == ("varo",)


@pytest.mark.parametrize(
    ("name", "actors"),
    [("Anna J. Varo", ("varo",)), ("Maria J. Varo", ()), ("J. Varo", ()), ("Presidents Varo", ("varo",))],
)
def test_an_initial_stands_between_given_name_and_surname(name: str, actors: tuple[str, ...]) -> None:
    (one,) = candidates(f"On 3 May, {name} signed the agreement.", date(2023, 6, 1), language="en", actors=REGISTER)

    assert one.actors == actors


@pytest.mark.parametrize(("others", "actors"), [("between Orland and Vestra", ()), ("with Vestra", ("varo",))])
def test_a_meeting_between_some_is_not_one_of_those_who_speak_of_it(others: str, actors: tuple[str, ...]) -> None:
    text = f"Varo flew home to prepare the next steps following the 3 May meeting {others}."
    (one,) = (one for one in candidates(text, date(2023, 6, 1), language="en", actors=REGISTER) if not one.reason)

    assert (one.date, one.actors) == ("2023-05-03", actors)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("in the Stabilization Mission in Kora", ""),
        ("near the Ministry of Defence", ""),
        ("in the city of Kora", "Kora"),
        ("in Nubar and Dar es Kora", "Nubar and Dar es Kora"),
    ],
)
def test_a_body_is_no_place(where: str, place: str) -> None:
    (one,) = candidates(f"On 3 June, two men were killed {where}.", date(2023, 7, 1), language="en")

    assert one.place == place


@pytest.mark.parametrize(
    ("text", "casualties"),
    [
        ("Two men were killed on 3 May.", (Casualties(killed=Count(low=2, high=2)),)),
        ("At least 20 men were killed on 3 May.", (Casualties(killed=Count(low=20)),)),
        (
            "Two men were killed on 3 May and nine men were wounded in Nubar.",
            (Casualties(killed=Count(low=2, high=2)),),
        ),
        ("Two men and a child were killed on 3 May.", (Casualties(killed=Count(low=2)),)),
        ("About 20 men were killed on 3 May.", ()),
        ("On 3 May they killed 99999999999999999 men.", ()),
        ("Mr. Horv, 45, was arrested on 3 May.", ()),
        ("On 3 May they released $300 million in aid.", ()),
        ("Le 3 mai, plus de 80 autres ont été enlevés.", ()),
        ("Two soldiers of Ardelia were killed on 3 May.", (Casualties(who="ardelia", killed=Count(low=2, high=2)),)),
        (
            "On 3 May, a bomb hit a bus, killing two men and injuring five women.",
            (Casualties(killed=Count(low=2, high=2), injured=Count(low=5, high=5)),),
        ),
    ],
)
def test_people_are_counted_as_the_sentence_does(text: str, casualties: tuple[Casualties, ...]) -> None:
    one, *_ = candidates(text, date(2023, 6, 1), language="en", actors=REGISTER)

    assert one.casualties == casualties


def test_an_id_has_plain_letters_also_of_another_name() -> None:
    (one,) = candidates("On 3 May, President Élie Sól visited Kora.", date(2023, 6, 1), language="en")

    assert [id for id, _ in one.proposed] == ["elie-sol"]


def test_an_office_leads_to_the_name_of_an_actor_in_french() -> None:
    (one,) = candidates("Le 3 mai, le président Antoine Valtin a signé la trêve.", date(2023, 6, 1), language="fr")

    assert one.proposed == (("antoine-valtin", Actor(name="Antoine Valtin", kind="person")),)


def test_a_name_in_capitals_is_somebody_who_takes_part() -> None:
    (one,) = candidates("The OHAK met both sides.", date(2023, 6, 1), language="en")

    assert not one.reason


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "On 3 May, the National Committee of the Red Star left.", ["National Committee of the Red Star"]),
        ("en", "On 3 May, the Democratic Republic of Nubar signed the treaty.", ["Democratic Republic of Nubar"]),
        ("en", "On 3 May, the Truth and Reconciliation Commission met.", ["Truth and Reconciliation Commission"]),
        ("en", "On 3 May, Joseph R. Lund, Jr. met Ana Sol.", ["Joseph R. Lund", "Ana Sol"]),
        ("en", "On 3 May, President of Orland Per Lund met Ana Sol.", ["Per Lund", "Ana Sol"]),
        ("en", "Minister of Foreign Affairs Dr Ana Sol met Kurt Lund on 3 May.", ["Ana Sol", "Kurt Lund"]),
        ("en", "On 3 May, Ana Sol visited the villages of Kora, Nubar and Brod.", ["Ana Sol"]),
        ("en", "On 3 May, Ana Sol visited Kora, Nubar and Brod.", ["Ana Sol"]),
        ("en", "On 3 May, five Kestrians were killed by Orlandish forces.", ["Orlandish forces"]),
        ("en", "On 3 May, the Co-Chairs met Ana Sol.", ["Ana Sol"]),
        ("en", "On 3 May, Executive Order 12 closed the border.", []),
        ("en", "On 3 May, the Orland Peace Mission (OPM) left Kora.", ["Orland Peace Mission"]),
        ("fr", "Le 3 mai, Jean-Yves Le Sol a rencontré Ana Lund.", ["Jean-Yves Le Sol", "Ana Lund"]),
        ("fr", "Le 3 mai, le Comité national de la Croix a visité Kora.", ["Comité national de la Croix"]),
        ("fr", "Le 3 mai, Ana Sol s'est rendue à Kora, Nubar et Brod.", ["Ana Sol"]),
        ("fr", "Le 3 mai, l'armée orlandaise a attaqué des soldats.", ["armée orlandaise"]),
    ],
)  # fmt: skip
def test_those_proposed_have_their_whole_names(language: str, text: str, names: list[str]) -> None:
    (one,) = candidates(text, date(2023, 6, 1), language=language)

    assert [actor.name for _, actor in one.proposed] == names


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Le 3 mai, deux civils ont été tués à N’Djara.", "N’Djara"),
        ("Le 3 mai, deux civils ont été tués en République démocratique du Nubar.", "République démocratique du Nubar"),
        ("Le 3 mai, deux civils ont été tués en Côte d'Orland.", "Côte d'Orland"),
    ],
)
def test_a_place_has_its_whole_name_in_french(text: str, place: str) -> None:
    (one,) = candidates(text, date(2023, 6, 1), language="fr")

    assert one.place == place


@pytest.mark.parametrize(
    ("language", "text", "casualties"),
    [
        ("fr", "Le 3 mai, deux Casques bleus ont été tués.", Casualties(killed=Count(low=2, high=2))),
        ("en", "On 3 May, another 38 soldiers were released.", Casualties(released=Count(low=38, high=38))),
    ],
)
def test_people_are_counted_whatever_they_are_called(language: str, text: str, casualties: Casualties) -> None:
    (one,) = candidates(text, date(2023, 6, 1), language=language)

    assert one.casualties == (casualties,)


@pytest.mark.parametrize(
    "text",
    [
        "On 3 May, a bomb killed a five-time winner.",
        "She asked on 3 May for the release of 64 soldiers.",
        "On 3 May, Vestra denied the killing of two soldiers.",
        "The raid on 3 May saved the lives of 40 hostages.",
        "On 3 May, not all 30 hostages were freed.",
    ],
)
def test_other_figures_count_nobody(text: str) -> None:
    (one,) = candidates(text, date(2023, 6, 1), language="en")

    assert one.casualties == ()


@pytest.mark.parametrize("office", ["spokesman for President Lund", "adviser to Prime Minister Lund"])
def test_who_serves_somebody_is_not_he(office: str) -> None:
    (one,) = candidates(f"The {office} was arrested on 3 May.", date(2023, 6, 1), language="en")

    assert one.proposed == ()
