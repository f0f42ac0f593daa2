"""From a statement to candidate events: sentence by sentence, in the order of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from typing import NamedTuple

from diplotimeline.drafting.anchors import HALF_A_YEAR, NEAR, Anchor
from diplotimeline.drafting.describing import Casualty, casualties_of, place_of, predicate, quoted_words
from diplotimeline.drafting.events import events_of, why_nothing
from diplotimeline.drafting.expressions import GROUPS, Dated
from diplotimeline.drafting.grammar import Tree, trees_of
from diplotimeline.drafting.moments import Moment, Unsettled, shifted
from diplotimeline.drafting.moods import NEAREST, OPEN, PLAN
from diplotimeline.drafting.naming import Participants, Proposed, Shared
from diplotimeline.drafting.parsing import BATCH
from diplotimeline.drafting.register import Register
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import LONGEST, Sentence, split
from diplotimeline.drafting.story import Story
from diplotimeline.drafting.tagging import Tagged
from diplotimeline.drafting.telling import Event
from diplotimeline.drafting.titles import title_of
from diplotimeline.drafting.vocabulary import vocabulary

MET = frozenset(("meeting", "call"))
"""Types of nouns that tell no time: `the talks of 12 May` may be ahead."""
AT_ONCE = frozenset(("agreement", "ceasefire", "call", "statement", "publication", "prisoner-release", "request"))
"""Types of what does not last: between two days it was on one of them."""
FIGURES = re.compile(r"(?<![0-9/.])([0-9]{1,2})/([0-9]{1,2})/[0-9]{2,4}(?![0-9/])")


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
    seen: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.story = Story(self.issued, vocabulary(self.language))

    def read(self, text: str) -> Iterator[Candidate]:
        """All candidates of a text, those left out among them. The same words for the same day count once."""
        self.story.day_first = True if self.story.vocabulary.day_first else _order_of_figures(text)
        for sentence, tree in self._trees(split(text, self.story.vocabulary)):
            for one in self._candidates(sentence, tree):
                key = (one.date, one.title)
                if one.reason or key not in self.seen:
                    yield one
                self.seen.add(key)

    def _trees(self, sentences: Iterator[Sentence]) -> Iterator[tuple[Sentence, Tree]]:
        """The sentences with their grammar, parsed a batch at a time."""
        while batch := [sentence for sentence in islice(sentences, BATCH) if len(sentence.text) <= LONGEST]:
            trees = trees_of([self._tagged(sentence) for sentence in batch], self.language)
            by_reading = dict(zip((sentence.reading for sentence in batch), trees, strict=True))
            for sentence in self.story.read(batch):
                known = by_reading.get(sentence.reading)
                yield sentence, known or trees_of([self._tagged(sentence)], self.language)[0]

    def _tagged(self, sentence: Sentence) -> Tagged:
        return Tagged(sentence.reading, self.story.vocabulary, self.register.names)

    def _candidates(self, sentence: Sentence, tree: Tree) -> Iterator[Candidate]:
        events = events_of(tree)
        if not events:
            yield Candidate(sentence.text, reason="a heading" if sentence.heading else why_nothing(tree))
            return
        names = Participants(tree, self.register)
        for event in events:
            reason = event.reason or ("a heading" if sentence.heading else "")
            if reason:
                yield self._left_out(sentence.text, reason, event)
                continue
            yield from self._events(sentence, names, event)

    def _left_out(self, quote: str, reason: str, event: Event) -> Candidate:
        """What is no event, with the date that its words name."""
        try:
            moments = resolve(self._anchor(event, None), event.dates[0].node) if event.dates else []
        except Unsettled as question:
            return Candidate(quote, reason=reason, readings=question.readings)
        return Candidate(quote, reason=reason, date=moments[0].edtf if moments else "")

    def _events(self, sentence: Sentence, names: Participants, judged: Event) -> Iterator[Candidate]:
        tree, quote = names.tree, sentence.text
        actors, shared = names.actors(judged)
        if judged.needs_actor and not actors:
            yield Candidate(quote, reason="without a date, and nobody of the register takes part")
            return
        event = Candidate(
            quoted_words(tree, judged) if quote == tree.text else quote,
            title=title_of(tree, judged, self.speaker), type=judged.type, words=predicate(tree, judged),
            status="alleged" if names.is_hearsay(judged) else "reported", actors=actors, shared=shared,
            proposed=() if self.register.actors else names.proposed(judged),
            place=place_of(tree, judged, names.people), according_to=names.according_to(judged),
            casualties=casualties_of(tree, judged),
        )  # fmt: skip
        if judged.mood.status == "alleged":
            event = event._replace(status="alleged")
        if not judged.dates:
            yield self._undated(event, judged)
        given = [year for dated in judged.dates for year in dated.node.values("year", "old_year", "noted_year")]
        for dated in judged.dates:
            words = tree.text[dated.start : dated.end]
            year = given[-1] if len(judged.dates) > 1 and given else None
            doubt = f"from the heading “{sentence.day}”" if dated.start < len(sentence.day) else ""
            told = event._replace(date_text=words, doubt=doubt)
            anchor = self._anchor(judged, year)
            if judged.verb is not None and tree.is_one_of(judged.verb.token, "beginning"):
                anchor = replace(anchor, issued=shifted(anchor.issued, -tree.tagged.years_before, "year"))
            yield from self._resolved(told, judged, dated, anchor)

    def _anchor(self, judged: Event, year: int | None) -> Anchor:
        met = judged.verb is None and judged.type in MET and judged.dates[0].node.shape == "days"
        nearest = met or judged.mood.direction == NEAREST
        direction = OPEN if nearest else judged.mood.direction
        return self.story.anchor(direction, HALF_A_YEAR if nearest else NEAR, year)

    def _undated(self, event: Candidate, judged: Event) -> Candidate:
        upto = f"[..{self.issued}]"
        if judged.mood.status == "spoken":
            return event._replace(date=str(self.issued))
        if judged.mood.status == "shown":
            why = "the text does not say when it happened, only when it was shown"
            return event._replace(readings=(upto,), why=why, status="alleged")
        return event._replace(date=upto, status=judged.mood.status or event.status)

    def _resolved(self, event: Candidate, judged: Event, dated: Dated, anchor: Anchor) -> Iterator[Candidate]:
        try:
            moments = resolve(anchor, dated.node)
        except Unsettled as question:
            yield event._replace(readings=question.readings, why=question.why)
            return
        for moment in moments:
            status, reason = self._against_the_day(moment, judged, event.status)
            if reason:
                yield Candidate(event.quote, reason=reason, date=moment.edtf)
                continue
            self.story.previous = moment
            at_once = judged.type in AT_ONCE and dated.node.is_bounded
            if (judged.verb is None and dated.node.shape in GROUPS["rolling"]) or at_once:
                moment = moment.once()
            doubt = event.doubt or moment.doubt
            yield event._replace(date=moment.edtf, part=moment.part, status=status, doubt=doubt)

    def _against_the_day(self, moment: Moment, judged: Event, status: str) -> tuple[str, str]:
        """The status, and a reason to leave it out, that follow from whether a date is ahead of the statement."""
        ahead = moment.first > self.issued or (judged.mood.direction == PLAN and moment.last > self.issued)
        if (judged.mood.status == "ahead" and not ahead) or (judged.mood.status == "behind" and ahead):
            return status, "a position, not an event"
        if judged.mood.status == "behind":
            return status, ""
        if ahead or judged.mood.status == "planned":
            return "planned", ""
        return judged.mood.status or status, ""


def _order_of_figures(text: str) -> bool | None:
    """Whether day or month comes first in dates such as 23/04/2030, if any of the text settles it."""
    for match in FIGURES.finditer(text):
        one, two = int(match[1]), int(match[2])
        if 12 < one <= 31 and two <= 12:
            return True
        if 12 < two <= 31 and one <= 12:
            return False
    return None
