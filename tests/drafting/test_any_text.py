"""Whatever the text: a draft loads, its quotes stand in the text, and only what it asks for is left to decide."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import targets
from drafted_files import draft
from evaluation import sentences
from hypothesis import example, given, strategies as st
from made_up import bundled
from mutation import with_mutated

import diplotimeline as dt
from diplotimeline.drafting import CUT, candidates
from diplotimeline.quotes.verify import ArchivedText

ASKED = {"todo-left"}
WORDS = sorted({word for one in sentences("seen.yaml") for word in one["text"].split()})
SIGNS = (
    "\n", "\r\n", "\n\n", "TODO", ": ", " #", "[", "{", "'", '"', "\u2028", "\u200b", "- ", "…", "Aliyev", "Armenia",
    "on 31 February", "29 February", "99/99/9999", "12.13.", "since", "the night of", "between", "\x1b", "🇦🇲",
)  # fmt: skip
PROSE = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(SIGNS), st.text(max_size=4)), max_size=40)
TEXTS = st.one_of(PROSE.map(" ".join), st.text())
LANGUAGES = st.sampled_from(["en", "fr"])
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@given(text=TEXTS, language=LANGUAGES, day=DAYS, everything=st.booleans())
def test_a_draft_of_any_text_has_no_mistakes_but_what_it_asks(
    text: str, language: str, day: date, *, everything: bool
) -> None:
    file = draft(text, day, language=language, actors=bundled().actors, file="text.txt", everything=everything)
    with TemporaryDirectory() as folder:
        Path(folder, "text.txt").write_text(text, encoding="utf-8", errors="ignore", newline="")
        Path(folder, "draft.yaml").write_text(file, encoding="utf-8", newline="")
        problems = dt.check(dt.load(Path(folder, "draft.yaml")))

    assert {problem.rule for problem in problems if problem.severity == "error"} <= ASKED


@given(TEXTS, LANGUAGES)
@example("September,", "en")  # a date and a comma with nothing after them
@example("Le 3 mai, ", "fr")
@example("0\x1b0", "en")  # a word that cannot be quoted as a whole is not quoted in part
@example(":", "en")
@example("0\x0c", "en")  # a page's number
@example("(2022) (2022) \x0c0 \n\n", "en")  # the head of a page on which nothing stands
@example("0- \n 000", "en")  # cannot be quoted
@example("0\uf8ff", "en")  # the sign for what was left out
@example("\ufeffOn 3 May 2022 they in\u200bjured and killed 5\u200b,000 people.", "en")
def test_every_quote_stands_in_the_text(text: str, language: str) -> None:
    archived = ArchivedText(text)

    for one in candidates(text, date(2022, 10, 6), language=language):
        assert archived.verdict(one.quote) in ("exact", "folded") or one.reason == CUT, one.quote


def test_known_and_mutated_statements_break_no_promise() -> None:
    """What `tests/promises/fuzz` tries at length, tried shortly."""
    inputs = with_mutated(targets.seeds("drafts"), 50)

    assert 0 < sum(map(targets.drafts, inputs)) < len(inputs)  # both sides are tried


def test_what_cannot_be_quoted_is_no_event() -> None:
    text = "On 3 May 2022 the envoys met in Vienna. On 4 May 2022 they met for 5-\n\n7 hours."

    first, *others = candidates(text, date(2022, 10, 6), language="en")

    assert (first.quote, first.reason) == ("On 3 May 2022 the envoys met in Vienna.", "")
    assert {one.reason for one in others} == {CUT}


@given(TEXTS, LANGUAGES)
def test_the_same_text_gives_the_same_draft(text: str, language: str) -> None:
    first, second = (draft(text, date(2022, 10, 6), language=language) for _ in range(2))

    assert first == second
