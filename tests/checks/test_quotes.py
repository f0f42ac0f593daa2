"""Rules on quotes: whether a quote has words, carries weight, and says what the fields say."""

from pathlib import Path
from unittest import mock

import pytest
from places import ROOT
from written import brief, loaded

from diplotimeline import check, load
from diplotimeline.quotes.negation import negation_beside

SUPPORT = ("number-not-quoted", "date-not-quoted")


def warned(
    folder: Path, quote: str, *lines: str, date: str = "2022-05-01", issued: str = "2022-06", of: str = ""
) -> str:
    """The rules on what a quote says that a claim with these lines breaks."""
    head = f"actors: {{ardelia: {{name: Ardelia}}}}\nsources:\n  s: {{title: Readout, issued: {issued}{of}}}\n"
    claim = "".join(f"\n        {line}" for line in (f'quote: "{quote}"', *lines))
    text = f'{head}events:\n  - date: "{date}"\n    title: Attack\n    claims:\n      - source: s{claim}\n'
    return " ".join(one.rule for one in check(loaded(folder, text)) if one.rule in SUPPORT)


def killed(count: object) -> str:
    return f"casualties: [{{who: ardelia, killed: {count}}}]"


@pytest.mark.parametrize(
    ("quote", "count", "rules"),
    [
        ("14 soldiers were killed", 41, "number-not-quoted"),
        ("14 soldiers were killed", 14, ""),
        ("fourteen soldiers were killed", 14, ""),
        ("quatorze soldats ont été tués", 14, ""),
        ("quatorze soldats ont été tués", 15, "number-not-quoted"),
        ("one hundred and five soldiers fell", 105, ""),
        ("1,207 soldiers fell", 1207, ""),
        ("1 207 soldats sont tombés", 1207, ""),
        ("1,207 soldiers fell", 207, "number-not-quoted"),
        ("soldiers were killed", 3, "number-not-quoted"),
        ("no soldier was killed", 0, ""),
        ("between 5 and 7 soldiers", "{low: 5, high: 7}", ""),
        ("between 5 and 7 soldiers", "{low: 5, best: 6, high: 8}", "number-not-quoted"),
        ("at least five soldiers", "{low: 5}", ""),
        ("They were not injured, without loss of life", 0, ""),
        ("l'attaque n'a fait ni mort ni blessé", 0, ""),
        ("soldiers were killed", 0, "number-not-quoted"),
        ("half a million people fled", 500_000, ""),
        ("half a million people fled", 1_000_000, "number-not-quoted"),
        ("погибли 14 солдат", 41, "number-not-quoted"),
        ("погибли четырнадцать солдат", 14, ""),
        ("قتل ١٤ جنديا", 14, ""),
    ],
)
def test_a_count_stands_in_the_quote_in_figures_or_words(tmp_path: Path, quote: str, count: object, rules: str) -> None:
    assert warned(tmp_path, quote, killed(count)) == rules


def test_number_words_of_a_language_that_is_not_read_are_given_the_benefit_of_the_doubt(tmp_path: Path) -> None:
    assert warned(tmp_path, "vierzehn Soldaten fielen", killed(14), of=", language: de") == ""
    assert warned(tmp_path, "vierzehn Soldaten fielen", killed(14), of=", language: en") == "number-not-quoted"
    assert warned(tmp_path, "13 Soldaten fielen", killed(14), of=", language: de") == "number-not-quoted"


@pytest.mark.parametrize(
    ("language", "quote", "count"),
    [
        ("de", "Heute (18.02.) fielen drei Soldaten, 14 wurden verletzt", 3),
        ("de", "Mehr als 2,5 Millionen Menschen flohen", 2_500_000),
        ("ru", "5 мая погибли трое солдат", 3),
        ("es", "El 5 de mayo murieron treinta soldados", 30),
    ],
)
def test_a_number_that_may_be_in_words_is_not_missed_beside_figures(
    tmp_path: Path, language: str, quote: str, count: int
) -> None:
    assert warned(tmp_path, quote, killed(count), of=f", language: {language}") == ""
    assert warned(tmp_path, quote, killed(count + 38), of=f", language: {language}") == "number-not-quoted"


def test_what_an_editor_put_in_brackets_is_not_said_by_the_source(tmp_path: Path) -> None:
    text = """\
sources: {s: {title: Readout, issued: 2022-06, file: text.txt}}
events:
  - {date: 2022-05-01, title: A, casualties: [{killed: 14}], source: s, quote: "[14] soldiers were killed in the fight"}
  - {date: 2022-05-02, title: B, casualties: [{killed: 2}], source: s, quote: "[t]wo guards fell [on 3 May] in Orn"}
  - {date: 2022-05-03, title: C, source: s, quote: "[Tavoria shelled the villages] in Orn"}
  - {date: 2022-05-04, title: D, casualties: [{killed: 5}], source: s, quote: "[5] guards had gone to Tolm"}
"""
    (tmp_path / "text.txt").write_text(
        "Then soldiers were killed in the fight. Two guards fell in Orn. [5] guards had gone to Tolm."
    )
    rules = (*SUPPORT, "short-quote", "quote-not-in-source")

    assert brief(one for one in check(loaded(tmp_path, text)) if one.rule in rules) == [
        "3:56 number-not-quoted",
        "5:52 short-quote",
    ]


@pytest.mark.parametrize(
    ("quote", "date", "rules"),
    [
        ("14 soldiers were killed on 2 May", "2022-05-01", "date-not-quoted"),
        ("14 soldiers were killed on 1 May", "2022-05-01", ""),
        ("le 2 mai, des soldats", "2022-05-01", "date-not-quoted"),
        ("le 1er mai, des soldats", "2022-05-01", ""),
        ("on 2 May", "2022-05-01/2022-05-03", ""),
        ("on 1 May and on 2 May", "2022-05-02", ""),
        ("in April 2021", "2022-04", "date-not-quoted"),
        ("soldiers may march", "2022-08-01", ""),
        ("on 2022-05-02", "2022-05-01", "date-not-quoted"),
        ("on 2 May", "[..2022-05-06]", ""),
    ],
)
def test_a_day_that_the_quote_names_is_that_of_the_event(tmp_path: Path, quote: str, date: str, rules: str) -> None:
    assert warned(tmp_path, quote, date=date) == rules


def test_the_date_of_the_claim_counts_before_that_of_the_event(tmp_path: Path) -> None:
    assert warned(tmp_path, "on 2 May", "date: 2022-05-02") == ""
    assert warned(tmp_path, "on 1 May", "date: 2022-05-02") == "date-not-quoted"
    assert warned(tmp_path, "on 2 May", "stance: asserts") == "date-not-quoted"
    assert warned(tmp_path, "it was on 2 May", "stance: denies") == ""
    assert warned(tmp_path, "it was on 2 May", "stance: doubts") == ""


def test_a_day_without_a_year_is_read_from_the_day_of_issue(tmp_path: Path) -> None:
    assert warned(tmp_path, "on 30 December", date="2022-12-30", issued="2023-01-02") == ""
    assert warned(tmp_path, "on 30 December", date="2022-01-30", issued="2023-01-02") == "date-not-quoted"


def test_counts_of_an_event_are_looked_for_if_it_has_a_single_claim(tmp_path: Path) -> None:
    text = """\
actors: {ardelia: {name: Ardelia}}
sources: {s: {title: Readout, issued: 2022-06}, t: {title: Report, issued: 2022-06}}
events:
  - date: 2022-05-01
    title: Attack
    casualties: [{who: ardelia, injured: 3, killed: {low: 5, high: 9}}]
    source: s
    quote: five of our soldiers fell, and three men were wounded
  - date: 2022-05-02
    title: Another attack
    casualties: [{who: ardelia, killed: 5}]
    claims: [{source: s, quote: Soldiers fell}, {source: t}]
"""
    problems = [one for one in check(loaded(tmp_path, text)) if one.rule in SUPPORT]

    assert brief(problems) == ["6:53 number-not-quoted"]
    assert problems[0].message == "5–9 killed: the quote of 's' does not say 9"


def test_nothing_is_looked_for_without_a_quote_or_outside_it(tmp_path: Path) -> None:
    text = """\
actors: {ardelia: {name: Ardelia}}
sources: {s: {title: Readout of 2 May, issued: 2022-06, file: text.txt}}
events:
  - {date: 2022-05-01, title: Attack, casualties: [{who: ardelia, killed: 5}], source: s}
  - {date: 2022-05-01, title: Fight, casualties: [{who: ardelia, killed: 5}], source: s, quote: They were killed}
"""
    (tmp_path / "text.txt").write_text("Five men on 2 May. They were killed")

    assert brief(one for one in check(loaded(tmp_path, text)) if one.rule in SUPPORT) == ["5:74 number-not-quoted"]


def test_the_bundled_record_says_what_its_quotes_say() -> None:
    assert [one.concise for one in check(load(ROOT / "timelines")) if one.rule in SUPPORT] == []


@pytest.mark.parametrize("quote", [".", "[…]", "—", "… !"])
def test_a_quote_without_a_letter_or_figure_is_an_error(tmp_path: Path, quote: str) -> None:
    (tmp_path / "text.txt").write_text("They met. — … !")
    for source in ("{title: R, issued: 2022, file: text.txt}", "{title: R, issued: 2022}"):
        text = f"sources: {{s: {source}}}\nevents: [{{date: 2022, title: x, source: s, quote: '{quote}'}}]\n"
        errors = [one.rule for one in check(loaded(tmp_path, text)) if one.severity == "error"]
        assert errors == ["quote-empty"]


@pytest.mark.parametrize(
    ("quote", "rules"),
    [
        ("agree to talks", ["cut-negation"]),
        ("did not agree to talks", []),
        ("Les parties", ["cut-negation"]),
        ("The sides […] agree to talks", ["cut-negation"]),
        ("Both men left", []),
        ("men left. Nobody", []),
        ("walk out", []),
        ("同意停火", ["cut-negation"]),
        ("Tavoria shelled the village", ["cut-negation"]),
        ("having held prisoners", ["cut-negation"]),
        ("le village a été attaqué", ["cut-negation"]),
        ("They denied that", []),
        ("open the road to convoys", ["cut-negation"]),
    ],
)
def test_a_quote_that_stops_short_of_a_negation_is_warned_of(tmp_path: Path, quote: str, rules: list[str]) -> None:
    (tmp_path / "text.txt").write_text(
        "The sides did not agree to talks. Les parties n'ont pas signé. Both men left. Nobody saw."
        " They did not walk out. Then both walk out. 双方没有同意停火。"
        " They denied that Tavoria shelled the village, and denied having held prisoners."
        " Le porte-parole nie que le village a été attaqué. They were unable to open the road to convoys."
    )
    head = "sources: {s: {title: R, issued: 2022, file: text.txt}}\nevents:\n"
    text = f"{head}  - {{date: 2022, title: x, source: s, quote: '{quote}'}}\n"

    assert [one.rule for one in check(loaded(tmp_path, text)) if one.rule == "cut-negation"] == rules


@pytest.mark.parametrize(
    ("text", "quote", "rules"),
    [
        ("Die Truppen haben nicht die Grenze überschritten.", "die Grenze überschritten", ["cut-negation"]),
        ("Kein Soldat wurde getötet.", "Soldat wurde getötet", ["cut-negation"]),
        ("Las tropas nunca cruzaron la frontera.", "cruzaron la frontera", ["cut-negation"]),
        ("As tropas não cruzaram a fronteira.", "cruzaram a fronteira", ["cut-negation"]),
        ("Anlaşma imzalanmış değil.", "Anlaşma imzalanmış", ["cut-negation"]),
        ("De partijen zijn het niet eens.", "De partijen zijn het", ["cut-negation"]),
        ("양측은 합의하지 않았다.", "양측은 합의하지", ["cut-negation"]),
        ("مذاکرات هیچ نتیجه‌ای نداشت", "نتیجه‌ای نداشت", ["cut-negation"]),
        ("Order No 242 calls for talks.", "242 calls for talks", []),
        ("They met at the table. Without talks they go.", "They met at the table.", []),
        ("Dalin said: “We agree.” No one spoke.", "Dalin said: “We agree.”", []),
        ("Was it agreed? Not yet.", "Was it agreed?", []),
        ("اتفق الطرفان. لم يحضر أحد.", "اتفق الطرفان.", []),
        ("双方会晤。没有同意停火。", "双方会晤。", []),
        ("It was signed by the U.S. not by Tavoria.", "It was signed by the U.S.", ["cut-negation"]),
        ("They met non-combatants there.", "They met", []),
        ("They agreed, but no-one signed it.", "They agreed, but", ["cut-negation"]),
        ("Losses: none\n\nThe envoys met in Orn.", "The envoys met in Orn", []),
        ("Talks in the town of Orn\n \nNo side spoke.", "Talks in the town of Orn", []),
        ("It was agreed not\nto open the road.", "to open the road", ["cut-negation"]),
        ("It was agreed, as said\n\nhere, not to open the road", "to open the road", ["cut-negation"]),
        ("There were no 12 men there.", "12 men there", ["cut-negation"]),
        ("Wir haben dem Vertrag zugestimmt", "Wir haben dem Vertrag [nicht] zugestimmt", ["quote-not-in-source"]),
        ("Las tropas cruzaron la frontera", "Las tropas [nunca] cruzaron la frontera", ["quote-not-in-source"]),
        ("Сторони домовились", "Сторони [ніколи] домовились", ["quote-not-in-source"]),
    ],
)
def test_negations_of_many_languages_are_known(tmp_path: Path, text: str, quote: str, rules: list[str]) -> None:
    (tmp_path / "text.txt").write_text(text, encoding="utf-8")
    head = "sources: {s: {title: R, issued: 2022, file: text.txt}}\nevents:\n"
    record = f"{head}  - {{date: 2022, title: x, source: s, quote: '{quote}'}}\n"
    looked_for = ("cut-negation", "quote-not-in-source")

    assert [one.rule for one in check(loaded(tmp_path, record)) if one.rule in looked_for] == rules


@pytest.mark.parametrize(
    ("quote", "rules"),
    [
        ("The", ["short-quote"]),
        ("two men", ["short-quote"]),
        ("I am in", []),
        ("unacceptable", []),
        ("停火协议", ["short-quote"]),
        ("双方同意停火协议", []),
        ("On the talks", ["quote-is-title"]),
        ("“On The Talks.”", ["quote-is-title"]),
        ("On the talks we agreed", []),
    ],
)
def test_a_quote_that_carries_no_weight_is_warned_of(tmp_path: Path, quote: str, rules: list[str]) -> None:
    head = "sources: {s: {title: On the talks, issued: 2022}}\n"
    text = f"{head}events: [{{date: 2022, title: x, source: s, quote: '{quote}'}}]\n"

    assert [one.rule for one in check(loaded(tmp_path, text)) if one.rule in ("short-quote", "quote-is-title")] == rules


def test_a_quote_that_stands_often_in_its_text_is_looked_at_once(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("The envoys met in Tolm. " * 200, encoding="utf-8")
    event = "- {date: 2022, title: Talks begin, source: s, quote: The envoys met in Tolm}\n"
    timeline = loaded(tmp_path, f"sources: {{s: {{title: S, issued: 2023, file: text.txt}}}}\nevents:\n{event}")
    with mock.patch("diplotimeline.checks.quotes.negation_beside", wraps=negation_beside) as beside:
        check(timeline)

    assert beside.call_count == 1
