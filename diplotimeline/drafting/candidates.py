"""From a statement to candidate events: sentence by sentence, in the order of the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from diplotimeline.drafting.anchors import HALF_A_YEAR, NEAR, Anchor
from diplotimeline.drafting.describing import Scene, Shared
from diplotimeline.drafting.judging import judge, why_nothing
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.moments import Moment, Unsettled
from diplotimeline.drafting.register import Register
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import LONGEST, Sentence, split
from diplotimeline.drafting.story import Story
from diplotimeline.drafting.tagging import Dated, Tagged
from diplotimeline.drafting.verdicts import NEAREST, OPEN, PLAN, Judged

ROLLING = frozenset(("rolling", "last_or_rolling"))
MET = frozenset(("meeting", "call"))
"""Types of nouns that tell no time: `the talks of 12 May` may be ahead."""
AT_ONCE = frozenset(("agreement", "call", "statement", "publication", "prisoner-release", "request"))
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
    place: str = ""
    according_to: str = ""


@dataclass
class Drafting:
    """What is known while a text is read: its day, its register, and the date of the event before."""

    issued: date
    language: Language
    register: Register
    seen: set[tuple[str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.story = Story(self.issued, self.language.vocabulary)

    def read(self, text: str) -> Iterator[Candidate]:
        """All candidates of a text, those left out among them. The same words for the same day count once."""
        self.story.day_first = True if self.language.vocabulary.day_first else _order_of_figures(text)
        for sentence in self.story.read(list(split(text, self.language.vocabulary))):
            if len(sentence.text) > LONGEST:
                continue
            for one in self._candidates(sentence):
                key = (one.date, one.title)
                if one.reason or key not in self.seen:
                    yield one
                self.seen.add(key)

    def _candidates(self, sentence: Sentence) -> Iterator[Candidate]:
        tagged = Tagged(sentence.reading, self.language, self.register.names)
        judgements = judge(tagged)
        if not judgements:
            yield Candidate(sentence.text, reason="a heading" if sentence.heading else why_nothing(tagged))
            return
        scene = Scene(tagged, self.register, self.register.named(tagged))
        for judged in judgements:
            reason = judged.reason or ("a heading" if sentence.heading else "")
            if reason:
                yield Candidate(sentence.text, reason=reason)
                continue
            yield from self._events(sentence, scene, judged)

    def _events(self, sentence: Sentence, scene: Scene, judged: Judged) -> Iterator[Candidate]:
        quote = sentence.text
        actors, shared = scene.actors(judged)
        if judged.needs_actor and not actors:
            yield Candidate(quote, reason="without a date, and nobody of the register takes part")
            return
        event = Candidate(
            quote, title=scene.title(judged), type=judged.type, words=scene.words(judged.first, judged.last),
            status="alleged" if scene.is_hearsay(judged) else "reported", actors=actors, shared=shared,
            place=scene.place(judged), according_to=scene.according_to(judged),
        )  # fmt: skip
        if not judged.dates:
            yield self._undated(event, judged)
        given = [year for dated in judged.dates for year in dated.node.values("year", "old_year", "noted_year")]
        for dated in judged.dates:
            words = scene.tagged.text[dated.start : dated.end]
            year = given[-1] if len(judged.dates) > 1 and given else None
            doubt = f"from the heading “{sentence.day}”" if dated.start < len(sentence.day) else ""
            told = event._replace(date_text=words, doubt=doubt)
            yield from self._resolved(told, judged, dated, self._anchor(judged, year))

    def _anchor(self, judged: Judged, year: int | None) -> Anchor:
        nearest = judged.direction == NEAREST or (
            judged.noun and judged.type in MET and judged.dates[0].node.shape == "days"
        )
        direction = OPEN if nearest else judged.direction
        return self.story.anchor(direction, HALF_A_YEAR if nearest else NEAR, year)

    def _undated(self, event: Candidate, judged: Judged) -> Candidate:
        upto = f"[..{self.issued}]"
        if judged.status == "spoken":
            return event._replace(date=str(self.issued))
        if judged.status == "shown":
            why = "the text does not say when it happened, only when it was shown"
            return event._replace(readings=(upto,), why=why, status="alleged")
        return event._replace(date=upto, status=judged.status or event.status)

    def _resolved(self, event: Candidate, judged: Judged, dated: Dated, anchor: Anchor) -> Iterator[Candidate]:
        try:
            moments = resolve(anchor, dated.node)
        except Unsettled as question:
            yield event._replace(readings=question.readings, why=question.why)
            return
        for moment in moments:
            status, reason = self._against_the_day(moment, judged, event.status)
            if reason:
                yield Candidate(event.quote, reason=reason)
                continue
            self.story.previous = moment
            if (judged.noun and dated.node.shape in ROLLING) or (judged.type in AT_ONCE and dated.node.is_bounded):
                moment = moment.once()
            doubt = event.doubt or moment.doubt
            yield event._replace(date=moment.edtf, part=moment.part, status=status, doubt=doubt)

    def _against_the_day(self, moment: Moment, judged: Judged, status: str) -> tuple[str, str]:
        """The status, and a reason to leave it out, that follow from whether a date is ahead of the statement."""
        ahead = moment.first > self.issued or (judged.direction == PLAN and moment.last > self.issued)
        if (judged.status == "ahead" and not ahead) or (judged.status == "behind" and ahead):
            return status, "a position, not an event"
        if judged.status == "behind":
            return status, ""
        if ahead or judged.status == "planned":
            return "planned", ""
        return judged.status or status, ""


def _order_of_figures(text: str) -> bool | None:
    """Whether day or month comes first in dates such as 23/04/2030, if any of the text settles it."""
    for match in FIGURES.finditer(text):
        one, two = int(match[1]), int(match[2])
        if 12 < one <= 31 and two <= 12:
            return True
        if 12 < two <= 31 and one <= 12:
            return False
    return None
