"""Rules on sources and quotes: the words stand in the archived text, and the text is the one that was read."""

import re
from collections.abc import Iterator

from diplotimeline.checks.rule import Record, found, rule
from diplotimeline.problems import Finding
from diplotimeline.record.values import Claim, Event

MARKED = re.compile(r"\s*[\"“”„«»].*[\"“”«»]\s*", re.DOTALL)


@rule("quote-not-in-source")
def quote_not_in_source(record: Record) -> Iterator[Finding]:
    """
    A quote does not stand in the archived text of its source.

    Why: a quote is verbatim or it is no quote. Only white space, kinds of quotation marks and dashes, and Unicode NFC
    are folded before the comparison; `[…]` joins passages that stand in that order.

    Wrong:
        quote: Sullivan met in the White House on September 27
    Right:
        quote: National Security Advisor Jake Sullivan met at the White House on September 27
    """
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
        if MARKED.fullmatch(claim.quote):
            help = f"the quotation marks around it count as its words: leave them out; {help}"
        if "..." in claim.quote:
            help = f"words that are left out are marked with […], one sign, not with three full stops; {help}"
        message = f"the quote does not stand in {record.timeline.sources[source].file}"
        yield found(event.origin.at("claims", number, "quote"), message, help)


@rule("quote-elided")
def quote_elided(record: Record) -> Iterator[Finding]:
    """
    A quote joins passages with `[…]`.

    Why: what is left out between two passages can change what they say together. Read what stands there.

    Wrong:
        quote: The United States encourages Armenia and Azerbaijan to […] withdraw
    Right:
        quote: The United States encourages Armenia and Azerbaijan to maintain a sustainable ceasefire
    """
    for event, number, _ in _quotes(record, "elided"):
        place = event.origin.at("claims", number, "quote")
        yield found(place, "the quote leaves words out", "read what stands between the passages")


@rule("unverified-quote")
def unverified_quote(record: Record) -> Iterator[Finding]:
    """
    A quote cannot be checked: its source has no archived text.

    Why: pages change and vanish; only an archived text can prove a quote.

    Wrong:
        readout: {title: Readout of the call, issued: 2022-10-04}
    Right:
        readout: {title: Readout of the call, issued: 2022-10-04, file: sources/readout.txt}
    """
    for event, number, claim in _quotes(record, "unverified"):
        source = record.timeline.sources.get(claim.source)
        if source and not source.file:
            place = event.origin.at("claims", number, "quote")
            help = f"archive the text of source '{source.id}' and name it with 'file:'"
            yield found(place, "the quote is not verified: its source has no archived text", help)


def _quotes(record: Record, verdict: str) -> Iterator[tuple[Event, int, Claim]]:
    """The claims whose quote has this verdict."""
    if verdict != "unverified" and verdict not in record.timeline.verdicts.values():
        return  # mostly so, and no claim need be asked
    for event in record.events:
        for number, claim in enumerate(event.claims):
            if record.timeline.verdict(claim) == verdict:
                yield event, number, claim


def _archive_findings(record: Record, name: str, help: str) -> Iterator[Finding]:
    for source in record.timeline.sources.values():
        kept = record.timeline.archive.get(source.id)
        if kept is not None and kept.rule == name:
            yield found(
                source.origin.at("sha256" if name == "source-changed" else "file"), kept.message, kept.help or help
            )


@rule("source-file-missing")
def source_file_missing(record: Record) -> Iterator[Finding]:
    """
    The archived text of a source cannot be read.

    Why: without the text no quote of this source can be checked.

    Wrong:
        file: sources/carpenter.text
    Right:
        file: sources/carpenter-2022-10-06.txt
    """
    yield from _archive_findings(record, "source-file-missing", "")


@rule("source-file-outside")
def source_file_outside(record: Record) -> Iterator[Finding]:
    """
    The path of an archived text leads out of the timeline's folder.

    Why: a contributed timeline must not make the tool read other files of the reader's machine.

    Wrong:
        file: ../../private/notes.txt
    Right:
        file: sources/statement.txt
    """
    yield from _archive_findings(record, "source-file-outside", "keep the text below the timeline's folder")


@rule("source-changed")
def source_changed(record: Record) -> Iterator[Finding]:
    """
    The archived text is not the one whose SHA-256 was pinned.

    Why: quotes were taken from the pinned text; a changed one has to be read again by a person.

    Wrong:
        sha256: 0000000000000000000000000000000000000000000000000000000000000000
    Right:
        sha256: 386b0a723a37de8ec1e87fae1447a99d6521ae24986139a6dce5d7a599a6059f
    """
    help = "restore the text, or read it again and pin it anew (sha256sum prints the figure)"
    yield from _archive_findings(record, "source-changed", help)
