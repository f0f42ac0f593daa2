"""From a statement to candidate events: sentence by sentence, in the order of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

from diplotimeline.drafting.describing import Casualty, casualties_of, place_of, predicate, quoted_words
from diplotimeline.drafting.events import events_of, why_nothing
from diplotimeline.drafting.expressions import Dated, Tagged
from diplotimeline.drafting.grammar import Tree, trees_of
from diplotimeline.drafting.moments import HALF_A_YEAR, NEAR, Anchor, Unsettled, shifted
from diplotimeline.drafting.naming import Participants, Proposed, Register, Shared
from diplotimeline.drafting.parsing import BATCH
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.rules import NEAREST, OPEN, PLAN, TYPES
from diplotimeline.drafting.sentences import LONGEST, Sentence, split
from diplotimeline.drafting.story import below_headings
from diplotimeline.drafting.subjects import Known
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.titles import after, title_of
from diplotimeline.drafting.types import STATE
from diplotimeline.drafting.vocabulary import vocabulary

DAY, MONTH = "(?:1[3-9]|2[0-9]|3[01])", "(?:0?[1-9]|1[0-2])"
FIGURES = re.compile(rf"(?<![0-9/.])(?:(?P<day_first>{DAY}/{MONTH})|{MONTH}/{DAY})/[0-9]{{2,4}}(?![0-9/])")
"""Dates such as 23/04/2030, of which only one order is possible."""


class Candidate(NamedTuple):
    """A possible event for a person to correct. With a `reason` it was left out.

    `date` is EDTF, empty where the text does not settle it; `readings` are then the possible dates and `why` says what
    is open.
    """

    quote: str
    reason: str = ""
    date: str = ""
    readings: tuple[str, ...] = ()
    why: str = ""
    part: str | None = None
    doubt: str = ""
    """What speaks for another date, or whose date it is, where this one was chosen."""
    date_text: str = ""
    title: str = ""
    type: str = ""
    """Empty where no word of the sentence tells it."""
    words: str = ""
    """The verb or noun that the type was guessed from."""
    status: str = "reported"
    actors: tuple[str, ...] = ()
    shared: Shared = ()
    proposed: tuple[Proposed, ...] = ()
    """Names of those who seem to take part, where there is no register."""
    place: str = ""
    casualties: tuple[Casualty, ...] = ()
    according_to: str = ""


@dataclass
class Drafting:
    """What is known while a text is read: its day, its register, and the date of the event before."""

    issued: date
    language: str
    register: Register
    speaker: str = ""
    """Who says `we` and `I`, as printed."""

    def read(self, text: str) -> Iterator[Candidate]:
        """All candidates of a text, those left out among them. The same words for the same day count once."""
        words = vocabulary(self.language)
        tag = partial(Tagged, vocabulary=words, names=self.register.names)
        settled = FIGURES.search(text)
        day_first = words.day_first or (bool(settled["day_first"]) if settled else None)
        self.anchor, self.known = Anchor(self.issued, day_first=day_first), Known(self.speaker)
        lines = below_headings((one for one in split(text, words) if len(one.text) <= LONGEST), tag, self.anchor)
        seen: set[tuple[str, str]] = set()
        while batch := list(islice(lines, BATCH)):
            for line, tree in zip(batch, trees_of([line.tagged for line in batch], self.language), strict=True):
                previous, issued = line.tells or self.anchor.previous, line.issued or self.issued
                ahead = (min(self.issued, issued.replace(month=12, day=31)) - issued).days
                self.anchor = self.anchor._replace(previous=previous, issued=issued, ahead=ahead)
                for one in self._candidates(line.sentence, tree):
                    told = (one.date, one.title or one.quote)
                    if one.reason or told not in seen:
                        yield one
                    seen.add(told)
                self.known = after(tree, self.known)

    def _candidates(self, sentence: Sentence, tree: Tree) -> Iterator[Candidate]:
        heading = "a heading" if sentence.heading else ""
        events, names = events_of(tree), Participants(tree, self.register)
        if not events:
            yield Candidate(sentence.text, reason=heading or why_nothing(tree))
        for event in events:
            if reason := event.reason or heading:
                yield self._left_out(Candidate(sentence.text, reason=reason), tree, event)
            else:
                yield from self._events(sentence, names, event)

    def _left_out(self, candidate: Candidate, tree: Tree, event: Event) -> Candidate:
        """What is no event, with the date that its words name."""
        try:
            moments = resolve(self._anchor(tree, event), event.dates[0].node) if event.dates else []
        except Unsettled as question:
            return candidate._replace(readings=question.readings)
        return candidate._replace(date=moments[0].edtf if moments else "")

    def _events(self, sentence: Sentence, names: Participants, judged: Event) -> Iterator[Candidate]:
        tree, quote = names.tree, sentence.text
        actors, shared = names.actors(judged)
        if judged.needs_actor and not actors:
            yield Candidate(quote, reason="without a date, and nobody of the register takes part")
            return
        hearsay = names.is_hearsay(judged) or judged.mood.status == "alleged"
        event = Candidate(
            quoted_words(tree, judged) if quote == tree.text else quote,
            title=title_of(tree, judged, self.known),
            type="" if judged.type == STATE else judged.type, words=predicate(tree, judged),
            status="alleged" if hearsay else "reported", actors=actors, shared=shared,
            proposed=() if self.register.actors else names.proposed(judged),
            place=place_of(tree, judged, names.people), according_to=names.according_to(judged),
            casualties=casualties_of(tree, judged),
        )  # fmt: skip
        if not judged.dates:
            yield self._undated(event, judged)
        for dated in judged.dates:
            doubt = sentence.doubt if dated.start < sentence.told else ""
            told = event._replace(date_text=tree.text[dated.start : dated.end], doubt=doubt)
            yield from self._resolved(told, judged, dated, self._anchor(tree, judged))

    def _anchor(self, tree: Tree, judged: Event) -> Anchor:
        """What the dates of an event are counted from, and where they lie."""
        given = [year for one in judged.dates for year in one.node.values("year", "old_year", "noted_year")]
        met = judged.verb is None and judged.type in TYPES["talks"] and judged.dates[0].node.shape == "days"
        nearest = met or judged.mood.direction == NEAREST
        begun = judged.verb is not None and tree.is_one_of(judged.verb.token, "beginning")
        return self.anchor._replace(
            issued=shifted(self.anchor.issued, -tree.tagged.years_before, "year") if begun else self.anchor.issued,
            direction=OPEN if nearest else judged.mood.direction,
            near=HALF_A_YEAR if nearest else NEAR,
            year=given[-1] if given and len(judged.dates) > 1 else None,
        )

    def _undated(self, event: Candidate, judged: Event) -> Candidate:
        upto = f"[..{self.issued}]"
        if judged.mood.status == "shown":
            why = "the text does not say when it happened, only when it was shown"
            return event._replace(readings=(upto,), why=why, status="alleged")
        return event._replace(date=str(self.issued) if judged.mood.status == "spoken" else upto)

    def _resolved(self, event: Candidate, judged: Event, dated: Dated, anchor: Anchor) -> Iterator[Candidate]:
        try:
            moments = resolve(anchor, dated.node)
        except Unsettled as question:
            yield event._replace(readings=question.readings, why=question.why)
            return
        mood = judged.mood
        for moment in moments:
            ahead = moment.first > self.issued or (mood.direction == PLAN and moment.last > self.issued)
            if mood.status == ("behind" if ahead else "ahead"):
                yield Candidate(event.quote, reason="a position, not an event", date=moment.edtf)
                continue
            if not moment.edtf.endswith("/.."):
                self.anchor = self.anchor._replace(previous=moment)
            at_once = judged.type in TYPES["at once"] and (dated.node.shape == "from" or dated.node.has("between"))
            if (judged.verb is None and dated.node.shape == "rolling") or at_once:
                moment = moment.once()
            status = "planned" if ahead or mood.status == "planned" else event.status
            doubt = event.doubt or moment.doubt
            yield event._replace(date=moment.edtf, part=moment.part, status=status, doubt=doubt)
