"""Rules on sources and quotes: the words stand in the archived text, and the text is the one that was read."""

import re
from collections.abc import Iterator
from functools import partial

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
            message = "the quote is not verified: its source has no archived text"
            yield found(origin, message, help, also=source.origin)


def _quotes(record: Record, verdict: str) -> Iterator[tuple[Event, int, Claim]]:
    """The claims whose quote has this verdict."""
    if verdict != "unverified" and verdict not in record.timeline.verdicts.values():
        return  # mostly so, and no claim need be asked
    for event in record.events:
        for number, claim in enumerate(event.claims):
            if record.timeline.verdict(claim) == verdict:
                yield event, number, claim


ARCHIVE_HELP = {
    "source-file-missing": "",
    "source-file-outside": "keep the text below the timeline's folder",
    "source-changed": "restore the text, or read it again and pin it anew (sha256sum prints the figure)",
}
"""Rules that the archived text of a source may break, with what to say where its reader has no help of its own."""


def _archive_findings(record: Record, name: str) -> Iterator[Finding]:
    """A finding at each source whose archived text breaks the rule of this name."""
    for source in record.timeline.sources.values():
        kept = record.timeline.archive.get(source.id)
        if kept is not None and kept.rule == name:
            origin = source.origin.at("sha256" if name == "source-changed" else "file")
            yield found(origin, kept.message, kept.help or ARCHIVE_HELP[name])


for _name in ARCHIVE_HELP:
    rule(_name)(partial(_archive_findings, name=_name))
