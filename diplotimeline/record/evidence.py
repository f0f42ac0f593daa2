"""How well a chronology is attested, in numbers: claims that are quoted, quotes that are verified, sources archived."""

from typing import NamedTuple

from diplotimeline.record.chronology import Timeline, cited

VERIFIED = frozenset(("exact", "folded", "elided"))


class Evidence(NamedTuple):
    """What the events rest on: their claims and the sources that they cite.

    `quoted` are the claims with a quote, `verified` those whose quote stands in the archived text of its source.
    `archived` are the sources whose text lies beside the timeline as it should, `pinned` those of them with its digest,
    `addressed` the sources with an address.
    """

    claims: int
    quoted: int
    verified: int
    sources: int
    archived: int
    pinned: int
    addressed: int


def evidence(timeline: Timeline) -> Evidence:
    """The evidence of all events of a timeline."""
    claims = [claim for event in timeline.events for claim in event.claims]
    quoted = [claim for claim in claims if claim.quote]
    sources = [timeline.sources[id] for id in cited(timeline)]
    archived = [one for one in sources if one.id in timeline.archive and not timeline.archive[one.id].rule]
    return Evidence(
        claims=len(claims),
        quoted=len(quoted),
        verified=sum(timeline.verdict(claim) in VERIFIED for claim in quoted) if timeline.verdicts else 0,
        sources=len(sources),
        archived=len(archived),
        pinned=sum(bool(source.sha256) for source in archived),
        addressed=sum(bool(source.url or source.archive_url) for source in sources),
    )
