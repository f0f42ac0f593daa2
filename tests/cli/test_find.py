"""`find`: what was found can be pasted, and that nothing was found is told with where it was looked for."""

from pathlib import Path

import pytest
from calling import call, wrong
from made_up import event, write

SOURCES = {
    "open": {"title": "Words on the river", "issued": "2022-10-06", "file": "open.txt"},
    "scan": {"title": "A report", "issued": "2022-10-06", "file": "scan.txt"},
    "bare": {"title": "Without a text", "issued": "2022-10-06"},
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("open.txt").write_text('They spoke: "no".\n\nThe envoys met at the river: nobody came.\n', encoding="utf-8")
    Path("scan.txt").write_text("First.\n\fThe river was closed # for a week.\n", encoding="utf-8")
    write(Path("my.yaml"), event(source="open"), sources=SOURCES)


def test_each_place_has_its_source_and_the_claim() -> None:
    answer = call("find", "RIVER", "my.yaml")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out == (
        "Words on the river, 6 Oct 2022\n"
        "      - source: open\n"
        '        quote: "The envoys met at the river: nobody came."\n'
        "\n"
        "A report, 6 Oct 2022, p. 2\n"
        "      - source: scan\n"
        '        quote: "The river was closed # for a week."\n'
        "        at: p. 2\n"
    )


@pytest.mark.parametrize("words", ["river", "they spoke", "closed"])
def test_the_claim_that_is_pasted_is_verified(words: str) -> None:
    lines = [line for line in call("find", words, "my.yaml").out.splitlines() if line.startswith("      ")]
    head = Path("my.yaml").read_text(encoding="utf-8")
    sources = head[head.index('"sources"') : head.index('"events"')].rstrip(" ,\n")
    text = "\n".join(
        [f"{{{sources}}}"[1:-1].replace('"sources":', "sources:"), "events:", "  - date: 2022-09-13", "    title: It",
         "    claims:", *lines, ""]
    )  # fmt: skip
    Path("pasted.yaml").write_text(text, encoding="utf-8")
    answer = call("check", "pasted.yaml", "-f", "concise")

    assert answer.code == 0, answer.out
    assert "quote" not in answer.out


def test_that_nothing_is_found_is_told() -> None:
    answer = call("find", "mountain", "my.yaml")

    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "'mountain' does not stand in 2 archived texts; 1 source has none.\n"


def test_several_words_need_quotation_marks() -> None:
    assert wrong("find", "the", "river", "my.yaml") == (
        "Error: river does not exist\n  several words need quotation marks: diplotimeline find 'the river' my.yaml\n"
    )
    assert "no.yaml does not exist\n  did you mean" in wrong("find", "the", "no.yaml")
    assert "the words stand first, then the timelines: diplotimeline find 'the river' my.yaml\n" in (
        wrong("find", "my.yaml", "the", "river")
    )


def test_a_wrong_quote_is_no_obstacle() -> None:
    write(Path("my.yaml"), event(source="open", quote="nowhere to be seen"), sources=SOURCES)

    assert call("find", "river", "my.yaml").code == 0


def test_a_record_in_the_making_is_looked_through() -> None:
    write(Path("my.yaml"), event(source="open"), event("soon", source="scan"), sources=SOURCES)
    answer = call("find", "closed", "my.yaml")

    assert answer.code == 1
    assert "The river was closed" in answer.out
    assert answer.err.endswith("1 of 2 events is left out: errors.\n")


def test_no_word_is_a_wrong_call() -> None:
    assert "there is no word in '…'" in wrong("find", "…", "my.yaml")
    assert "Missing argument" in wrong("find")
