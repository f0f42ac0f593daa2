"""Rules on sources and quotes: the words stand in the archived text, and the text is the one that was read."""

import re
from collections.abc import Iterator

from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.problems import Finding
from diplotimeline.record.values import Claim, Event

IN_QUOTATION_MARKS = re.compile(r"\s*[\"“”„«»].*[\"“”«»]\s*", re.DOTALL)


@rule("quote-not-in-source")
def quote_not_in_source(record: Record) -> Iterator[Finding]:
    """Quotes that the archived text of their source does not have."""
    absent = list(_quotes(record, "absent"))
    if not absent:
        return
    from diplotimeline.quotes.nearest import Passages  # only for a mistake

    texts: dict[str, Passages] = {}
    for event, number, claim in absent:
        source = claim.source
        if source not in texts:
            texts[source] = Passages(record.timeline.archive[source].text or "")
        help = texts[source].difference(claim.quote) or "nothing like it stands there: is it the right source?"
        if IN_QUOTATION_MARKS.fullmatch(claim.quote):
            help = f"the quotation marks around it count as its words: leave them out; {help}"
        if "..." in claim.quote:
            help = f"words that are left out are marked with […], one sign, not with three full stops; {help}"
        message = f"the quote does not stand in {record.timeline.sources[source].file}"
        yield found(event.origin.at("claims", number, "quote"), message, help)


@rule("quote-elided", warns=True)
def quote_elided(record: Record) -> Iterator[Finding]:
    """Quotes that the archived text has, with words left out."""
    for event, number, _ in _quotes(record, "elided"):
        origin = event.origin.at("claims", number, "quote")
        yield found(origin, "the quote leaves words out", "read what stands between the passages")


@rule("unverified-quote", warns=True)
def unverified_quote(record: Record) -> Iterator[Finding]:
    """Quotes of sources that name no archived text."""
    for event, number, claim in _quotes(record, "unverified"):
        source = record.timeline.sources.get(claim.source)
        if source and not source.file:
            origin = event.origin.at("claims", number, "quote")
            help = f"archive the text of source '{source.id}' and name it with 'file:'"
            yield found(origin, "the quote is not verified: its source has no archived text", help)


def _quotes(record: Record, verdict: str) -> Iterator[tuple[Event, int, Claim]]:
    """The claims whose quote has this verdict."""
    if verdict != "unverified" and verdict not in record.timeline.verdicts.values():
        return  # mostly so, and no claim need be asked
    for event in record.events:
        for number, claim in enumerate(event.claims):
            if record.timeline.verdict(claim) == verdict:
                yield event, number, claim


def _archive_findings(record: Record, name: str, help: str) -> Iterator[Finding]:
    """A finding at each source whose archived text breaks this rule; `help` stands where the reader of it gave none."""
    for source in record.timeline.sources.values():
        kept = record.timeline.archive.get(source.id)
        if kept is not None and kept.rule == name:
            origin = source.origin.at("sha256" if name == "source-changed" else "file")
            yield found(origin, kept.message, kept.help or help)


@rule("source-file-missing")
def source_file_missing(record: Record) -> Iterator[Finding]:
    """Sources whose archived text cannot be read."""
    yield from _archive_findings(record, "source-file-missing", "")


@rule("source-file-outside")
def source_file_outside(record: Record) -> Iterator[Finding]:
    """Sources whose archived text lies outside the timeline's folder."""
    yield from _archive_findings(record, "source-file-outside", "keep the text below the timeline's folder")


@rule("source-changed")
def source_changed(record: Record) -> Iterator[Finding]:
    """Sources whose archived text has another SHA-256 than the one they give."""
    help = "restore the text, or read it again and pin it anew (sha256sum prints the figure)"
    yield from _archive_findings(record, "source-changed", help)
