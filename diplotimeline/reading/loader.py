"""Paths to a timeline: the files are found and read, merged into one record, and its quotes are checked.

Bad data is a value (`Timeline.problems`); only a bad call raises.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from diplotimeline.quotes.archive import read_archive
from diplotimeline.quotes.verify import verify
from diplotimeline.reading.find import Files, default_inputs
from diplotimeline.reading.merge import Merging
from diplotimeline.reading.positions import Positions
from diplotimeline.reading.recognise import is_timeline
from diplotimeline.reading.tree import TreeReader, collector_paused, read_tree
from diplotimeline.record.chronology import Timeline, order
from diplotimeline.record.report import Report
from diplotimeline.record.values import Event, Origin


def load(*inputs: str | Path, quotes: bool = True) -> Timeline:
    """Read files, folders, bundled names and `-` (standard input) as one chronology.

    With no input: `./timelines/` if there is one, else the bundled timelines. Everything wrong with the data is in
    the timeline's `problems`. Without `quotes` no archived text is read and no quote looked for. Raises `CallError`
    when an input does not exist or a folder holds no timeline.
    """
    return load_with({}, *inputs, quotes=quotes)


def load_with(
    contents: Mapping[str, bytes],
    *inputs: str | Path,
    texts: bool = False,
    quotes: bool = False,
    tree: TreeReader = read_tree,
    known: Mapping[Origin, Event] = MappingProxyType({}),
) -> Timeline:
    """As `load`, but of the files in `contents`, by real path, it reads these bytes and not those that stand there.

    With `texts` the archived texts are read although no quote is looked for in them. `tree` may be a `read_tree` that
    remembers what it has read, `known` events that stand there as they did before.
    """
    found = Files(contents, tree, known)
    with collector_paused():
        for given in inputs or default_inputs():
            found.take(str(given))
        return _timeline(found, texts=texts or quotes, quotes=quotes)


def _timeline(found: Files, *, texts: bool, quotes: bool) -> Timeline:
    merged = Merging(found)
    merged.events.sort(key=order)
    summaries = [header.summary for header in found.headers if header.summary]
    report = Report(
        files=tuple(found.files),
        findings=tuple(found.findings.all),
        locate=Positions(found.files).problems,
        faulty=tuple(merged.faulty),
        passed_over=tuple(found.passed_over),
        renamed=found.renamed,
        incomplete=found.incomplete,
    )
    sources = {id: source for id, source in merged.sources.items() if id not in merged.ambiguous}
    read = [file.data for file in found.files]  # no set: to hash a large file takes longer than to compare lengths
    archive = read_archive(sources.values(), found.files, partial(is_timeline, read=read)) if texts else {}
    events = (*merged.events, *merged.faulty)
    return Timeline(
        title=" · ".join(dict.fromkeys(header.title for header in found.headers if header.title)),
        summary="\n\n".join(dict.fromkeys(summaries)),
        actors=merged.actors,
        sources=merged.sources,
        events=tuple(merged.events),
        archive=archive,
        verdicts=verify(events, archive) if quotes else {},
        report=report,
    )
