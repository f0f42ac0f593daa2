"""`draft`: what is printed, what is said, and what a newcomer is told."""

from datetime import date
from pathlib import Path

import drafted_files
import pytest
from calling import Answer, call, wrong
from made_up import BUNDLED, bundled

TEXT = "On 4 October, Blinken met Mirzoyan in Geneva. On 5 October, Aliyev must resign. A boat sank on 03/02/2022.\n"
DAY = ("--date", "2022-10-06")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("statement.txt").write_text(TEXT, encoding="utf-8")


def checked(answer: Answer) -> Answer:
    """What `check` says of a draft, saved beside its text."""
    Path("draft.yaml").write_text(answer.out, encoding="utf-8")
    return call("check", "draft.yaml", "-f", "concise")


def test_a_draft_asks_and_has_no_other_mistake() -> None:
    answer = call("draft", "statement.txt", *DAY, "--actors", BUNDLED)
    rules = {line.rpartition(" ")[2] for line in checked(answer).out.splitlines()[:-1]}

    assert answer.code == 0
    assert rules == {"[todo-left]"}


def test_a_draft_is_sound_once_its_questions_are_decided() -> None:
    draft = call("draft", "statement.txt", *DAY, "--actors", BUNDLED).out
    lines = [line.partition("  # TODO")[0] for line in draft.splitlines() if not line.lstrip().startswith("# TODO")]
    decided = (
        "\n".join(lines).replace("date: TODO", "date: 2022-02-03").replace("issued:", "speaker: blinken\n    issued:")
    )
    Path("draft.yaml").write_text(decided + "\n", encoding="utf-8")

    assert call("check", "draft.yaml", "--strict") == Answer(0, "1 file checked: no problems.\n", "")


def test_an_open_date_is_asked_with_its_readings() -> None:
    assert "date: TODO  # 2022-02-03 or 2022-03-02: the order of day and month is not settled" in (
        call("draft", "statement.txt", *DAY).out
    )


def test_a_declared_source_is_copied_and_both_files_load_together() -> None:
    folder = Path("timelines")
    folder.mkdir()
    Path("timelines/known.yaml").write_text(
        "actors:\n  blinken: {name: Antony Blinken, kind: person}\n"
        "sources:\n  speech: {title: A speech, speaker: blinken, issued: 2022-10-06, file: statement.txt}\n",
        encoding="utf-8",
    )
    Path("timelines/statement.txt").write_text(TEXT, encoding="utf-8")
    draft = call("draft", "timelines/statement.txt", *DAY, "--source", "speech", "--actors", "timelines/known.yaml").out
    Path("timelines/draft.yaml").write_text(draft, encoding="utf-8")
    answer = call("check", "timelines", "-f", "concise")

    assert "title: A speech" in draft
    assert {line.rpartition(" ")[2] for line in answer.out.splitlines()[:-1]} == {"[todo-left]"}


def test_a_declared_source_of_joint_speakers_is_copied_with_all_that_they_belong_to() -> None:
    known = (
        "actors:\n  blinken: {name: Antony Blinken, kind: person, of: [body, council]}\n  council: {name: Council}\n"
        "  body: {name: Body, of: [council]}\n"
        "sources:\n  speech: {title: A speech, speaker: [blinken, council], issued: 2022-10-06, file: statement.txt}\n"
    )
    Path("elsewhere").mkdir()
    Path("elsewhere/known.yaml").write_text(known, encoding="utf-8")
    Path("elsewhere/statement.txt").write_text(TEXT, encoding="utf-8")
    draft = call("draft", "statement.txt", *DAY, "--source", "speech", "--actors", "elsewhere/known.yaml").out
    Path("elsewhere/draft.yaml").write_text(draft, encoding="utf-8")
    answer = call("check", "elsewhere", "-f", "concise")

    assert "    speaker: [blinken, council]\n" in draft
    assert "  blinken: {name: Antony Blinken, kind: person, of: [body, council]}\n" in draft
    assert "  body: {name: Body, of: council}\n" in draft
    assert {line.rpartition(" ")[2] for line in answer.out.splitlines()[:-1]} == {"[todo-left]"}


def test_only_a_text_below_this_folder_is_named_as_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("below").mkdir()
    Path("below/text.txt").write_text(TEXT, encoding="utf-8")
    named = call("draft", "below/text.txt", *DAY).out
    monkeypatch.chdir("below")

    assert "    file: below/text.txt\n" in named
    assert "file:" not in call("draft", "../statement.txt", *DAY).out


def test_a_draft_in_a_file_names_the_text_from_there_and_never_replaces_one() -> None:
    Path("drafts").mkdir()
    Path("drafts/text.txt").write_text(TEXT, encoding="utf-8")
    answer = call("draft", "drafts/text.txt", *DAY, "-o", "drafts/draft.yaml")
    written = Path("drafts/draft.yaml").read_text(encoding="utf-8")

    assert answer.out == ""
    assert answer.err.startswith("Wrote drafts/draft.yaml.\n")
    assert "    file: text.txt\n" in written
    assert "exists already" in wrong("draft", "drafts/text.txt", *DAY, "-o", "drafts/draft.yaml")
    assert Path("drafts/draft.yaml").read_text(encoding="utf-8") == written


def test_what_may_be_wrong_with_a_call_is_said() -> None:
    Path("text.txt").write_text(TEXT, encoding="utf-8")
    Path("drafts").mkdir()
    said = call("draft", "text.txt", "--date", "2999-10-06", "--lang", "fr", "-o", "drafts/draft.yaml").err

    assert "2999-10-06 is later than today.\n" in said
    assert "The text looks like 'en' rather than 'fr'" in said
    assert "does not lie below the draft's folder" in said


def test_a_day_that_the_source_does_not_have_is_refused() -> None:
    told = wrong("draft", "statement.txt", "--date", "2022-10-05", "--actors", BUNDLED, "--source", "hrw-2022-10-14")

    assert "--date is 2022-10-05, but 'hrw-2022-10-14' is declared as issued 2022-10-14" in told


@pytest.mark.parametrize(
    ("data", "words"), [(b" \n", "is empty"), (b"a\0b", "is not plain text")], ids=["blank", "NUL"]
)
def test_a_text_without_words_is_refused(data: bytes, words: str) -> None:
    Path("other.txt").write_bytes(data)

    assert words in wrong("draft", "other.txt", *DAY)


def test_readings_are_printed_as_yaml_wants_them() -> None:
    answer = call("draft", "-", *DAY, stdin="A video shows Kestrian forces executing three prisoners in Lund.\n")

    assert 'date: TODO  # "[..2022-10-06]": ' in answer.out


def test_a_type_that_no_word_tells_is_asked_and_shown_so() -> None:
    answer = call("draft", "-", *DAY, "-o", "asked.yaml", stdin="Vestra rebranded its port on 4 October.\n")
    draft = Path("asked.yaml").read_text(encoding="utf-8")

    assert "  # TODO guessed: title, actors\n" in draft
    assert "    type: TODO  # no word of the sentence tells it\n" in draft
    assert "1 candidate, each with a TODO; 1 of them with a question that the text does not settle." in answer.err
    assert "TODO: type" in call("show", "--drafts", "asked.yaml").out
    place = 1 + draft[: draft.index("type: TODO")].count("\n")
    checked = call("check", "asked.yaml", "-f", "concise").out
    assert f"asked.yaml:{place}:11: error: a TODO is left here [todo-left]" in checked


def test_standard_input_is_a_text() -> None:
    answer = call("draft", "-", *DAY, stdin=TEXT)

    assert answer.code == 0
    assert "  statement:\n" in answer.out


def test_what_is_left_out_is_shown_on_request() -> None:
    reason = "# left out, a demand or an obligation, 2022-10-05: On 5 October, Aliyev must resign."

    assert reason not in call("draft", "statement.txt", *DAY).out
    assert reason in call("draft", "statement.txt", *DAY, "--all").out


def test_the_talk_counts() -> None:
    assert call("draft", "statement.txt", *DAY).err == (
        "2 candidates, each with a TODO; 1 of them with a question that the text does not settle. "
        "1 left out, 1 of them with a date (--all shows them).\n"
    )


def test_the_language_is_seen_or_named() -> None:
    french = "Le 4 octobre, les ministres des deux pays se sont rencontrés à Genève.\n"

    assert "date: 2022-10-04" in call("draft", "-", *DAY, stdin=french).out
    assert "date: 2022-10-04" in call("draft", "-", *DAY, "--lang", "fr", stdin=french).out
    assert "events: []" in call("draft", "-", *DAY, "--lang", "en", stdin=french).out


@pytest.mark.parametrize("written", ["2022-10-06", "6 October 2022"])
def test_the_day_may_be_written_out(written: str) -> None:
    assert "issued: 2022-10-06" in call("draft", "statement.txt", "--date", written).out


def test_a_day_is_needed() -> None:
    assert "--date 2022-10-06" in wrong("draft", "statement.txt")
    assert "needs a day" in wrong("draft", "statement.txt", "--date", "2022-10")
    assert "2022-04-10" in wrong("draft", "statement.txt", "--date", "04/10/2022")


def test_a_text_that_is_not_there_is_answered_with_those_that_are() -> None:
    assert "did you mean 'statement.txt'?" in wrong("draft", "statment.txt", *DAY)


def test_what_is_no_text_is_refused() -> None:
    Path("speech.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    Path("speech.txt").write_bytes(b"n\xe9")
    Path("folder").mkdir()

    assert "speech.doc is a document of an old Office program" in wrong("draft", "speech.doc", *DAY)
    assert "is not plain text in UTF-8" in wrong("draft", "speech.txt", *DAY)
    assert "is a folder" in wrong("draft", "folder", *DAY)


def test_an_unknown_language_is_answered_with_the_known_ones() -> None:
    assert "known: en, fr" in wrong("draft", "statement.txt", *DAY, "--lang", "de")


def test_an_id_is_an_id() -> None:
    assert "is no id" in wrong("draft", "statement.txt", *DAY, "--source", "Speech of today")


def test_the_helper_of_the_tests_drafts_as_the_command_does() -> None:
    printed = call("draft", "statement.txt", *DAY, "--actors", BUNDLED).out
    drafted = drafted_files.draft(TEXT, date(2022, 10, 6), actors=bundled().actors, file="statement.txt")

    assert drafted == printed


def test_a_register_beside_the_draft_is_included_and_its_source_is_not_written_again() -> None:
    known = (
        "actors:\n  blinken: {name: Antony Blinken, kind: person}\n"
        "sources:\n  speech: {title: A speech, speaker: blinken, issued: 2022-10-06, file: statement.txt}\n"
    )
    Path("known.yaml").write_text(known, encoding="utf-8")
    draft = call("draft", "statement.txt", *DAY, "--source", "speech", "--actors", "known.yaml").out

    assert "include: [known.yaml]\n" in draft
    assert "actors: [blinken]" in draft
    assert "sources:" not in draft
    assert {line.rpartition(" ")[2] for line in checked(Answer(0, draft, "")).out.splitlines()[:-1]} == {"[todo-left]"}


def test_without_a_register_actors_are_proposed_and_asked() -> None:
    draft = call("draft", "statement.txt", *DAY).out

    assert "  # TODO is this an actor, and is it named so?\n  blinken: {name: Blinken" in draft
    assert "actors: [blinken, mirzoyan]" in draft


def test_with_whom_somebody_has_a_talk_is_proposed_but_not_what_its_subject_is_of() -> None:
    words = "On 4 October President Sol had a long talk with Ardelian Minister Marek Holt and Minister Ana Reed.\n"

    assert "actors: [sol, marek-holt, ana-reed]" in call("draft", "-", *DAY, stdin=words).out
    assert "actors: [vestra]" in call("draft", "-", *DAY, stdin="On 4 October Vestra shelled the town of Kora.\n").out


def test_the_speaker_stands_for_we_in_titles() -> None:
    known = "actors:\n  ardelia: {name: Ardelia, kind: state}\n"
    Path("known.yaml").write_text(known, encoding="utf-8")
    words = "We expelled two diplomats on 4 October.\n"
    said = call("draft", "-", *DAY, "--actors", "known.yaml", "--speaker", "ardelia", stdin=words).out

    assert "title: Ardelia expels two diplomats\n" in said
    assert "speaker: ardelia\n" in said
    assert "title: TODO\n" in call("draft", "-", *DAY, stdin=words).out
    assert "there is no such actor in known.yaml" in wrong(
        "draft", "-", *DAY, "--actors", "known.yaml", "--speaker", "tavoria", stdin=words
    )
    assert "--actors TIMELINE" in wrong("draft", "-", *DAY, "--speaker", "ardelia", stdin=words)


def test_a_draft_goes_into_a_file_that_stays_as_it_is() -> None:
    before = "# by hand\nactors:\n  blinken: {name: Antony Blinken, kind: person}   # he\n\nevents: []\n"
    Path("mine.yaml").write_text(before, encoding="utf-8")
    answer = call(
        "draft", "statement.txt", *DAY, "--into", "mine.yaml", "--title", "A statement", "--url", "https://a.example"
    )
    after = Path("mine.yaml").read_text(encoding="utf-8")
    rules = {line.rpartition(" ")[2] for line in call("check", "mine.yaml", "-f", "concise").out.splitlines()[:-1]}

    assert answer.err.startswith("Added to mine.yaml.\n")
    assert after.startswith("# by hand\nactors:\n  blinken: {name: Antony Blinken, kind: person}   # he\n")
    assert "  statement:\n    title: A statement\n" in after
    assert "    actors: [blinken]\n" in after
    assert rules == {"[todo-left]"}
    Path("other.txt").write_text("On 3 October, Ardelia shelled Nubar.\n", encoding="utf-8")
    assert call("draft", "other.txt", *DAY, "--into", "mine.yaml").err.startswith("Added to mine.yaml.\n")
    assert "--into and -o name two files" in wrong(
        "draft", "statement.txt", *DAY, "--into", "mine.yaml", "-o", "b.yaml"
    )


def test_each_text_has_its_own_day() -> None:
    Path("other.txt").write_text(
        "VIENNA, 6 May 2024\n\nThe envoys of Ardelia met in Orn on Friday.\n", encoding="utf-8"
    )
    Path("days.csv").write_text("text,day\nstatement.txt,2022-10-06\n", encoding="utf-8")
    answer = call("draft", "statement.txt", "other.txt", "--dates", "days.csv")

    assert "- date: 2022-10-04" in answer.out
    assert "- date: 2024-05-03" in answer.out
    assert "The day of other.txt is taken from its words: 2024-05-06." in answer.err
    told = wrong("draft", "statement.txt", "other.txt")
    assert "'draft' needs the day of the statement statement.txt" in told
    assert "in the table of --dates" in told
    assert "call 'draft' for each text" in wrong("draft", "statement.txt", "other.txt", *DAY, "--source", "a")


def test_a_table_of_days_is_checked() -> None:
    Path("days.csv").write_text("other.txt,2022-10-06\n", encoding="utf-8")
    Path("three.csv").write_text("statement.txt,2022-10-06,x\n", encoding="utf-8")

    assert "gives a day for 'other.txt', which is no text of this call" in wrong(
        "draft", "statement.txt", "--dates", "days.csv"
    )
    assert "three.csv:1: has 3 columns, not two" in wrong("draft", "statement.txt", "--dates", "three.csv")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Vienna, 5 October 2022\n\n", True),
        ("GENEVA (5 October 2022) – Shells fell.\n\n", True),
        ("Nubar, le 5 octobre 2022\n\nLa paix est dans les mains de tous, et de nous.\n\n", True),
        ("Vienna, 6 October 2022\n\n", False),
        ("5 October 2022: Shells hit Ardel.\n\n", False),
        ("Summary of 5 October 2022\n\n", False),
        ("", False),
    ],
)
def test_a_day_that_the_text_gives_and_that_is_another_is_said(text: str, *, said: bool) -> None:
    Path("statement.txt").write_text(text + TEXT, encoding="utf-8")

    answer = call("draft", "statement.txt", *DAY)

    assert ("The text gives 2022-10-05 as its day, --date says 2022-10-06" in answer.err) == said


def test_a_mail_in_its_code_is_refused() -> None:
    Path("statement.txt").write_text("Le ministre s=92est entretenu avec l=92envoy=E9.\n", encoding="utf-8")

    answer = call("draft", "statement.txt", *DAY)

    assert answer.code == 2
    assert "in the code of mail programs" in answer.err


UNFINISHED = """\
actors:
  blinken: {name: Antony Blinken, kind: KIND}
sources:
  daily: {title: The Ardelian Daily, issued: 2022-10-04}
events:
  - date: TODO  # 2022-10-04 or 2022-10-05
    title: Talks
    actors: [blinken, TODO]
    source: daily
"""


def unfinished(text: str) -> None:
    Path("known").mkdir()
    Path("known/table.yaml").write_text(text, encoding="utf-8")


def test_the_actors_of_an_unfinished_draft_are_known() -> None:
    unfinished(UNFINISHED.replace("KIND", "person"))

    assert (
        "blinken: {name: Antony Blinken, kind: person}"
        in call("draft", "statement.txt", *DAY, "--actors", "known/table.yaml").out
    )


@pytest.mark.parametrize(("old", "new"), [("KIND", "TODO"), ("Talks", "[Talks]")])
def test_a_todo_in_an_actor_or_another_mistake_stops_the_draft(old: str, new: str) -> None:
    unfinished(UNFINISHED.replace(old, new).replace("KIND", "person"))
    answer = call("draft", "statement.txt", *DAY, "--actors", "known/table.yaml")

    assert (answer.code, answer.out) == (1, "")
    assert "table.yaml" in answer.err


def test_a_todo_in_the_name_of_an_actor_goes_with_it() -> None:
    text = UNFINISHED.replace("Antony Blinken", "TODO, aliases: [Blinken]").replace("KIND", "person")
    unfinished(text)

    assert "blinken: {name: TODO" in call("draft", "statement.txt", *DAY, "--actors", "known/table.yaml").out
