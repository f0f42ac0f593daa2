"""What a record rests on: how many claims are quoted and verified, how many sources archived."""

import hashlib
from pathlib import Path

import pytest
from written import loaded, write

from diplotimeline.phrases import claims_verified, key_facts, quotes_verified, sources_archived
from diplotimeline.record.evidence import Evidence, evidence
from diplotimeline.record.selection import Selection, select

WORDS = "The envoys of Ardelia met in the old town.\n"
PIN = hashlib.sha256(WORDS.encode()).hexdigest()
HEAD = f"""\
sources:
  pinned: {{title: Pinned, file: a.txt, sha256: {PIN}, url: 'https://example.org/a'}}
  archived: {{title: Archived, file: a.txt}}
  changed: {{title: Changed, file: a.txt, sha256: {"0" * 64}, archive_url: 'https://example.org/b'}}
  missing: {{title: Missing, file: b.txt}}
  named: {{title: Named}}
  unused: {{title: Unused, file: a.txt, url: 'https://example.org/c'}}
events:
"""
QUOTE = "The envoys of Ardelia met"


def record(folder: Path, *claims: str) -> Evidence:
    write(folder / "a.txt", WORDS)
    listed = "".join(f"\n    - {{{claim}}}" for claim in claims)
    return evidence(loaded(folder, f"{HEAD}  - date: 2022\n    title: Talks\n    claims:{listed}\n"))


def test_claims_are_counted_with_and_without_quotes(tmp_path: Path) -> None:
    found = record(
        tmp_path,
        f"source: pinned, quote: {QUOTE}",
        "source: archived, quote: 'The envoys of Ardelia […] the old town'",
        f"source: named, quote: {QUOTE}",
        "source: archived",
        "source: missing",
    )

    assert found[:3] == (5, 3, 2)
    assert claims_verified(found) == "2 of 5 claims quoted and verified"
    assert quotes_verified(found) == "5 claims, 2 of 3 quotes verified"


def test_a_source_counts_once_and_only_if_it_is_cited(tmp_path: Path) -> None:
    found = record(tmp_path, "source: pinned", "source: pinned", "source: archived", "source: named")

    assert found[3:] == (3, 2, 1, 1)
    assert sources_archived(found) == "2 of 3 sources archived"


def test_a_text_that_is_missing_or_is_not_the_pinned_one_is_not_archived(tmp_path: Path) -> None:
    found = record(tmp_path, "source: changed", "source: missing")

    assert found[3:] == (2, 0, 0, 1)


@pytest.mark.parametrize(
    ("found", "claims", "sources", "head"),
    [
        ((39, 12, 12, 23, 1, 1, 7), "12 of 39 claims", "1 of 23 sources", "39 claims, 12 quotes verified"),
        ((1, 1, 1, 1, 1, 0, 0), "1 claim", "1 source", "1 claim, 1 quote verified"),
        ((3, 1, 0, 2, 0, 0, 0), "0 of 3 claims", "0 of 2 sources", "3 claims, 0 of 1 quote verified"),
        ((3, 0, 0, 2, 2, 0, 0), "0 of 3 claims", "2 sources", ""),
    ],
)
def test_the_words_never_hide_what_is_not_quoted(
    found: tuple[int, int, int, int, int, int, int], claims: str, sources: str, head: str
) -> None:
    counted = Evidence(*found)

    assert claims_verified(counted) == f"{claims} quoted and verified"
    assert sources_archived(counted) == f"{sources} archived"
    assert quotes_verified(counted) == head


def test_a_selection_counts_its_own_claims(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", WORDS)
    events = (
        f"  - {{date: 2021, title: A, source: archived, quote: {QUOTE}}}\n  - {{date: 2022, title: B, source: named}}\n"
    )
    timeline = loaded(tmp_path, HEAD + events)

    assert evidence(timeline)[:5] == (2, 1, 1, 2, 1)
    assert evidence(select(timeline, Selection(not_words=("A",))))[:5] == (1, 0, 0, 1, 0)
    assert "2 claims, 1 quote verified" in key_facts(timeline)
