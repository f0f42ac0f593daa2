"""Rules on sources and quotes: the words stand in the archived text, and the text is the one that was read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from diplotimeline.checks.rule import Record, Told, found, rule
from diplotimeline.dates import display
from diplotimeline.phrases import count_of
from diplotimeline.problems import Finding
from diplotimeline.quotes.brackets import source_words
from diplotimeline.quotes.layout import fold
from diplotimeline.quotes.negation import is_negated, negation_beside
from diplotimeline.quotes.verify import ArchivedText, Stretch, Verdicts
from diplotimeline.record.casualties import Casualties, Count
from diplotimeline.record.evidence import VERIFIED
from diplotimeline.record.values import Claim, Origin

# Patterns that only what is wrong needs: they are compiled when they are first asked.
IN_QUOTATION_MARKS = r"(?s)\s*[\"“”„«»].*[\"“”«»]\s*"
LATIN = "[A-Za-zÀ-ɏ]"
LANGUAGES = ("en", "fr")
MOST_PAGES = 3  # that a message names
MOST_IN_WORDS = 12  # the greatest number that is often written in words, but for round ones
MOST_TEXTS = 3


@rule("quote-not-in-source")
def quote_not_in_source(record: Record) -> Iterator[Finding]:
    """Quotes that the archived text of their source does not have."""
    absent = [one for one in _quotes(record, "absent") if _has_words(one[2].quote)]
    if not absent:
        return
    from diplotimeline.quotes.elsewhere import Texts  # only for a mistake
    from diplotimeline.quotes.nearest import Passages

    others = Texts({id: kept.text for id, kept in record.timeline.archive.items() if kept.text is not None})
    passages: dict[str, Passages] = {}
    for event, number, claim in absent:
        help = _where(record, others.others_with(claim.quote, claim.source))
        if not help:
            if claim.source not in passages:
                passages[claim.source] = Passages(record.timeline.archive[claim.source].text or "")
            help = _mended(claim.quote, passages[claim.source].difference(claim.quote))
        message = f"the quote does not stand in {record.timeline.sources[claim.source].file}"
        yield found(event.origin.at("claims", number, "quote"), message, help)


def _where(record: Record, sources: Sequence[str]) -> str:
    """In which texts the quote stands instead: `it stands in b.txt, the text of 'b'`; empty if in none."""
    texts = [f"{record.timeline.sources[id].file}, the text of '{id}'" for id in sources]
    more = f", and in {count_of(len(texts) - MOST_TEXTS, 'more text')}" if len(texts) > MOST_TEXTS else ""
    return f"it stands in {', and in '.join(texts[:MOST_TEXTS])}{more}" if texts else ""


def _mended(quote: str, difference: str) -> str:
    """What to do with an absent quote: how it differs from the passage that is most like it, if there is any."""
    help = difference or "nothing like it stands there: is it the right source?"
    if re.fullmatch(IN_QUOTATION_MARKS, quote):
        help = f"the quotation marks around it count as its words: leave them out; {help}"
    if "..." in quote:
        help = f"words that are left out are marked with […], one sign, not with three full stops; {help}"
    return help


@rule("quote-elided", warns=True)
def quote_elided(record: Record) -> Iterator[Finding]:
    """Quotes that the archived text has, with words left out or with an editor's brackets."""
    for event, number, claim in _quotes(record, "elided"):
        origin = event.origin.at("claims", number, "quote")
        if "…" in claim.quote:
            yield found(origin, "the quote leaves words out", "read what stands between the passages")
        else:
            yield found(
                origin, "the quote has words or letters of an editor in brackets", "read what the text has there"
            )


@rule("unverified-quote", warns=True)
def unverified_quote(record: Record) -> Iterator[Finding]:
    """Quotes of sources that name no archived text."""
    bare = {id: source for id, source in record.timeline.sources.items() if not source.file}
    for event, number, claim in record.quoted if bare else ():
        source = bare.get(claim.source)
        if source and record.timeline.verdict(claim) == "unverified":
            origin = event.origin.at("claims", number, "quote")
            help = f"archive the text of source '{source.id}' and name it with 'file:'"
            message = "the quote is not verified: its source has no archived text"
            yield found(origin, message, help, also=source.origin)


def _has_words(quote: str) -> bool:
    return any(map(str.isalnum, quote))


@rule("quote-empty")
def quote_empty(record: Record) -> Iterator[Finding]:
    """Quotes without a letter or figure."""
    for event, number, claim in record.quoted:
        if not (claim.quote[0].isalnum() or _has_words(claim.quote)):  # nearly always the first sign is one
            origin = event.origin.at("claims", number, "quote")
            yield found(origin, "the quote has no letter or figure", "quote the words that say it, or leave it out")


def _of_the_source(record: Record, claim: Claim) -> str:
    """The quote of a claim without an editor's brackets that the archived text does not have."""
    in_brackets = "[" in claim.quote and record.timeline.verdict(claim) == "elided"
    return source_words(claim.quote) if in_brackets else claim.quote


@rule("short-quote", warns=True)
def short_quote(record: Record) -> Iterator[Finding]:
    """Quotes of fewer than three words and fewer than twelve letters; without blanks between words, than six."""
    from diplotimeline.quotes.support import is_short  # only for a warning, as below

    for event, number, claim in record.quoted:
        if is_short(_of_the_source(record, claim)) and _has_words(claim.quote):
            origin = event.origin.at("claims", number, "quote")
            yield found(origin, "the quote is too short to prove anything", "quote more of the sentence")


@rule("quote-is-title", warns=True)
def quote_is_title(record: Record) -> Iterator[Finding]:
    """Quotes that are the title of their source."""
    sources = record.timeline.sources
    quoted = {claim.source for _, _, claim in record.quoted} & sources.keys()
    titles = {id: _bare(sources[id].title) for id in quoted}
    initials = {id: title[:1] for id, title in titles.items()}
    for event, number, claim in record.quoted:
        quote = claim.quote
        if quote.isascii() and quote[0].isalnum() and quote[0].lower() != initials.get(claim.source):
            continue  # nearly always
        if _bare(quote) == titles.get(claim.source) and _has_words(quote):
            origin = event.origin.at("claims", number, "quote")
            yield found(origin, "the quote is the title of its source", "quote the words of the text itself")


def _bare(text: str) -> str:
    return fold(text).casefold().strip(" .!?:;,\"'-")


@rule("quote-elsewhere", warns=True)
def quote_elsewhere(record: Record) -> Iterator[Finding]:
    """Quotes that stand on another page of the archived text than `at` says."""
    from diplotimeline.quotes.pages import Pages
    from diplotimeline.record.locators import pages_of

    paged = {id: kept.text for id, kept in record.timeline.archive.items() if kept.text and "\f" in kept.text}
    texts: dict[str, Pages] = {}
    for event, number, claim in _quotes(record, *VERIFIED) if paged else ():
        named = pages_of(claim.at) if claim.at and claim.source in paged else ()
        if not named:
            continue
        text = paged[claim.source]
        if text not in texts:
            texts[text] = Pages(text)
        found_on = texts[text].of(claim.quote)
        numbers = {int(name) for names in found_on for name in names if name.isdecimal()}
        if not any(one in pages for one in numbers for pages in named):
            where = " and ".join(names[0] for names in found_on[:MOST_PAGES])
            message = f"the quote stands on page {where} of the archived text, not at '{claim.at}'"
            help = "correct 'at'; where a page bears a number, that number counts, else the count of pages"
            yield found(event.origin.at("claims", number, "at"), message, help)


@rule("cut-negation", warns=True)
def cut_negation(record: Record) -> Iterator[Finding]:
    """Quotes that begin right after or end right before a negation of the same sentence, wherever they stand."""
    verdicts = record.timeline.verdicts
    if VERIFIED.isdisjoint(verdicts.values()):
        return
    known = verdicts.texts if isinstance(verdicts, Verdicts) else {}  # they know where the quotes stand
    archive = record.timeline.archive.items()
    texts = {id: known.get(kept.text) or ArchivedText(kept.text) for id, kept in archive if kept.text}
    for event, number, claim in record.quoted:
        text = texts.get(claim.source)
        if text is None:
            continue
        for place in text.look(claim.quote)[1]:
            # Nearly always none is beside it: no need to look for paragraphs.
            if negation := negation_beside(text.folded, *place) and _cut_off(text, place):
                message = f"the quote stops short of '{negation}'"
                help = "quote the whole sentence: without the negation it may say the contrary"
                yield found(event.origin.at("claims", number, "quote"), message, help)
                break


def _cut_off(text: ArchivedText, place: Stretch) -> str:
    """The negation beside a passage; empty if the passage also stands, from there on, where none is beside it."""
    nearest = _negation_beside(text, *place)
    others = text.places(text.folded[slice(*place)], place[0]) if nearest else ()  # nearly never
    return nearest if all(_negation_beside(text, *other) for other in others) else ""


def _negation_beside(text: ArchivedText, begin: int, end: int) -> str:
    """The negation beside a stretch of a text, in its sentence, which ends with its paragraph; empty without one."""
    first = text.paragraphs[bisect_right(text.paragraphs, begin) - 1]
    last = text.paragraphs[bisect_left(text.paragraphs, end)]
    return negation_beside(text.folded[first:last], begin - first, end - first)


@rule("number-not-quoted", warns=True)
def number_not_quoted(record: Record) -> Iterator[Finding]:
    """Counts of a claim, or of an event with a single claim, that the quote names neither in figures nor in words."""
    for event, number, claim in record.quoted:
        if claim.casualties:
            yield from _not_quoted(record, claim, event.origin.at("claims", number, "casualties"), claim.casualties)
        if event.casualties and len(event.claims) == 1:
            yield from _not_quoted(record, claim, event.origin.at("casualties"), event.casualties)


def _not_quoted(record: Record, claim: Claim, origin: Origin, sides: tuple[Casualties, ...]) -> Iterator[Finding]:
    for place, side in enumerate(sides):
        for toll, count in side.tolls:
            missing = _not_named(count, claim, record)
            if missing:
                message = f"{count} {toll}: the quote of '{claim.source}' does not say {missing}"
                yield found(origin.at(place, toll), message, "correct the number, or quote the words that give it")


def _not_named(count: Count, claim: Claim, record: Record) -> str:
    """The numbers of a count that a quote does not name: `5 or 9`.

    Number words are known for English and French alone: in other languages only those are missed that hardly anybody
    writes in words. That there are none may be said by any negation.
    """
    from diplotimeline.quotes.support import not_named

    wanted = {number for number in (count.low, count.best, count.high) if number is not None}
    source = record.timeline.sources.get(claim.source)
    language = source.language.lower().split("-")[0] if source else ""
    quote = _of_the_source(record, claim)
    is_read = language in LANGUAGES if language else re.search(LATIN, quote)
    if not is_read:
        in_figures = any(map(str.isdecimal, quote))
        wanted = {number for number in wanted if in_figures and number > MOST_IN_WORDS and number % 10}
    missing = not_named(quote, wanted)
    return " or ".join(map(str, sorted(missing - {0} if missing and is_negated(quote) else missing)))


@rule("date-not-quoted", warns=True)
def date_not_quoted(record: Record) -> Iterator[Finding]:
    """Quotes that name days or months, none of them in the date of the claim or, if it has none, of the event."""
    from diplotimeline.quotes.support import names_another_date

    for event, number, claim in record.quoted:
        if claim.stance != "asserts":
            continue
        source, when = record.timeline.sources.get(claim.source), claim.date or event.date
        if names_another_date(_of_the_source(record, claim), when, source.issued if source else None):
            help = "correct the date, give the claim a 'date:' of its own, or quote the words on this event"
            message = f"the quote names another date than {display(when)}"
            yield found(event.origin.at("claims", number, "quote"), message, help)


def _quotes(record: Record, *verdicts: str) -> Iterator[Told]:
    """The claims whose quote has one of these verdicts."""
    known = record.timeline.verdicts
    if not {*verdicts} & {*known.values()}:
        return iter(())  # mostly so, and no claim need be asked
    return (told for told in record.quoted if known.get((told[2].source, told[2].quote)) in verdicts)


ARCHIVE_HELP = {
    "source-file-missing": "",
    "source-is-timeline": "archive the words of the source in a text file of their own, and name that one",
    "source-not-text": "",
    "source-file-outside": "keep the text below the timeline's folder",
    "source-changed": "restore the text, or read it again and pin it anew (sha256sum prints the figure)",
}
"""Rules that the archived text of a source may break, with what to say where its reader has no help of its own."""


def _archive_findings(record: Record, name: str) -> Iterator[Finding]:
    """A finding at each source whose archived text breaks the rule of this name."""
    for id, kept in record.timeline.archive.items():
        source = record.timeline.sources.get(id)
        if source and kept.rule == name:
            origin = source.origin.at("sha256" if name == "source-changed" else "file")
            yield found(origin, kept.message, kept.help or ARCHIVE_HELP[name])


for _name in ARCHIVE_HELP:
    rule(_name)(partial(_archive_findings, name=_name))
