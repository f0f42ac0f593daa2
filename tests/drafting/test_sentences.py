"""What the way a text was made put between its words is not read, and every sentence can still be quoted."""

from datetime import date

import pytest

from diplotimeline.drafting import candidates
from diplotimeline.drafting.sentences import prepared
from diplotimeline.errors import CallError
from diplotimeline.quotes.verify import ArchivedText

SENTENCE = "The parties signed the accord in Nubar on 15 October 2021 and left."
MADE = {
    "soft hyphens": SENTENCE.replace("October", "Octo\u00adber"),
    "a soft hyphen at the end of a line": SENTENCE.replace("October", "Octo\u00ad\nber"),
    "zero-width blanks": SENTENCE.replace("accord", "ac\u200bcord"),
    "a word joiner and a byte order mark": "\ufeff" + SENTENCE.replace("2021", "20\u206021"),
    "a footnote sign": SENTENCE.replace("2021", "2021²"),
    "a page's number": SENTENCE.replace("on 15", "on\n\n- 3 -\n\n\f15"),
    "a blank without a break": SENTENCE.replace("15 October", "15\u00a0October"),
}
GAPS = {
    "a page's head": SENTENCE.replace("on 15", "on\n\n3\n\fMission to Ardelia\nDaily report\n\n15"),
    "a head over three pages": SENTENCE.replace("in Nubar", "in\n\f\nMission\n\nNubar").replace(
        "on 15", "on\n\fMission\n\n15"
    ),
    "marks of a mail": "> " + SENTENCE.replace("in Nubar", "in\n> Nubar"),
    "marks of a mail in a mail": ">> " + SENTENCE.replace("in Nubar", "in\n>> Nubar").replace("on 15", "on\n>>15"),
}


def quotes(text: str) -> list[tuple[str, str]]:
    """Date and quote of the events drafted from a text."""
    found = candidates(text, date(2022, 11, 1), language="en")
    return [(one.date, one.quote) for one in found if not one.reason]


@pytest.mark.parametrize("text", MADE.values(), ids=MADE)
def test_what_has_no_shape_is_not_read(text: str) -> None:
    assert [when for when, _ in quotes(text)] == ["2021-10-15"]


@pytest.mark.parametrize("text", GAPS.values(), ids=GAPS)
def test_what_stood_between_the_words_is_left_out_of_the_quote(text: str) -> None:
    ((when, quote),) = quotes(text)

    assert (when, quote.replace("[…] ", "")) == ("2021-10-15", SENTENCE)
    assert ArchivedText(text).verdict(quote) == "elided"


@pytest.mark.parametrize(
    "text",
    [
        "The parties met.\n\n\fIn Nubar, shells fell.",
        "We note:\n\f\n- the accord",
        "Over 5 > 3 was said.",
        "The ratio of 3.5 fell to 2021.3 million.",
        "art. 3 and no. 4",
    ],
)
def test_nothing_else_is_taken_away(text: str) -> None:
    assert prepared(text).replace("\n", "").replace(" ", "") == text.replace("\f", "").replace("\n", "").replace(
        " ", ""
    )


@pytest.mark.parametrize(
    "text", ["Le ministre s=92est entretenu le 15 octobre avec l=92envoy=E9.", "They signed =\nit =\non 3 May."]
)
def test_a_mail_in_its_code_is_refused(text: str) -> None:
    with pytest.raises(CallError, match="mail"):
        candidates(text, date(2022, 11, 1), language="fr")


@pytest.mark.parametrize(
    "text",
    [
        "If a=b, then c=d.",
        "x=E9",
        "https://a.example/?q=DE and https://a.example/?q=BE",
        "Report\n======\nPart\n====\n",
    ],
)
def test_an_equals_sign_is_no_code(text: str) -> None:
    assert prepared(text) == text
