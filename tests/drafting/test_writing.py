"""What `draft` copies of a register and of a source reads back as it was."""

from pathlib import Path

from written import write

from diplotimeline import Actor, Document, Source, Timeline, load
from diplotimeline.drafting.writing import Statement, timeline_text

PAIRS = (("acled", "TAV, 12"), ("viaf", "12"))


def test_groups_of_names_and_documents_are_copied_whole(tmp_path: Path) -> None:
    envoy = Actor(name="An envoy", aliases=("Envoy, the",), identifiers=PAIRS, accepted=(("unused-actor", "a: b"),))
    source = Source(
        title="Statement", speaker=("envoy",), author="A clerk: the second", identifiers=(("doi", "10.1000/182"),),
        document=Document(name="a, b.pdf", sha256="ab" * 32),
    )  # fmt: skip
    drafted = timeline_text([Statement("statement", source, ())], Timeline(actors={"envoy": envoy}))
    text = drafted.replace("  # TODO a title for the chronology", "")
    timeline = load(write(tmp_path / "draft.yaml", text))

    assert [one.concise for one in timeline.problems] == []
    assert timeline.actors["envoy"].identifiers == PAIRS
    assert timeline.actors["envoy"].accepted == (("unused-actor", "a: b"),)
    read = timeline.sources["statement"]
    assert (read.author, read.identifiers, read.document) == (source.author, source.identifiers, source.document)
