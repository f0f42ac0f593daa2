"""From a statement to candidate events: sentence by sentence, in the order of the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from diplotimeline.drafting.events import NOTHING_TOLD, events_of
from diplotimeline.drafting.expressions import Dated, Tagged, vocabulary
from diplotimeline.drafting.grammar import NOUNS, PAST_TENSES, Tree, trees_of
from diplotimeline.drafting.moments import HALF_A_YEAR, STEPS, Anchor, Unsettled, in_a_row
from diplotimeline.drafting.naming import Participants, Register, Shared
from diplotimeline.drafting.resolving import resolve
from diplotimeline.drafting.sentences import Sentence, split
from diplotimeline.drafting.story import below_headings
from diplotimeline.drafting.telling import NEAREST, OPEN, PAST, PLAN, RULES, TYPES, Event
from diplotimeline.drafting.titles import title_of
from diplotimeline.drafting.types import STATE
from diplotimeline.record.casualties import Casualties
from diplotimeline.record.values import Actor

HEDGES = ("alleged", "according", "unproven", "untrue", "at_no_time")
SHOWN = "the text does not say when it happened, only when it was shown"
POSITION = "a position, not an event"


class Candidate(NamedTuple):
    """A possible event for a person to correct. With a `reason` it was left out.

    `date` is EDTF, empty where the text does not settle it; `readings` are then the possible dates and `why` says what
    is open. `doubt` says what speaks for another date, or whose date it is, where this one was chosen. `type` is empty
    where no word of the sentence tells it; `words` is the verb or noun that it was guessed from. `proposed` are those
    who seem to take part, with an id, where there is no register.
    """

    quote: str
    reason: str = ""
    date: str = ""
    readings: tuple[str, ...] = ()
    why: str = ""
    part: str | None = None
    doubt: str = ""
    date_text: str = ""
    title: str = ""
    type: str = ""
    words: str = ""
    status: str = "reported"
    actors: tuple[str, ...] = ()
    shared: Shared = ()
    proposed: tuple[tuple[str, Actor], ...] = ()
    place: str = ""
    casualties: tuple[Casualties, ...] = ()
    according_to: str = ""


@dataclass
class Drafting:
    """What is known while a text is read: its day, its register, and the date of the event before."""

    issued: date
    language: str
    register: Register
    speaker: str = ""  # who says `we` and `I`, as printed

    def read(self, text: str) -> Iterable[Candidate]:
        """All candidates of a text, those left out among them. The same words for the same day count once."""
        words = vocabulary(self.language)
        tag = partial(Tagged, vocabulary=words, names=self.register.names)
        self.anchor = Anchor(self.issued, day_first=words.day_first)
        lines = list(below_headings(split(text, words), tag, self.anchor))
        found: dict[tuple[str, ...], Candidate] = {}
        for line, tree in zip(lines, trees_of([line.tagged for line in lines], self.language), strict=True):
            previous, issued = line.tells or self.anchor.previous, line.issued or self.issued
            ahead = (min(self.issued, issued.replace(month=12, day=31)) - issued).days
            self.before, self.anchor = previous, self.anchor._replace(previous=previous, issued=issued, ahead=ahead)
            for one in self._candidates(line.sentence, tree):
                found.setdefault((one.reason, one.date, one.title or one.quote), one)
        return found.values()

    def _candidates(self, sentence: Sentence, tree: Tree) -> Iterator[Candidate]:
        """What a sentence tells, and what of it is no event."""
        heading = "a heading" if sentence.heading else ""
        events, names = events_of(tree), Participants(tree, self.register)
        if not events:
            yield Candidate(sentence.text, reason=heading or NOTHING_TOLD)
        told_at: dict[int, int] = {}
        for event in events:
            reason = event.mood.reason or heading or _no_event(sentence, names, event)
            one = Candidate(sentence.text, reason=reason) if reason else self._told(sentence, names, event)
            if dated := event.date:
                doubt = "" if dated.start else sentence.doubt
                words = tree.tokens_of(dated)
                between = () if reason else tree.doc[told_at.setdefault(event.token.i, words.stop) : words.start]
                other = any(word.pos_ in (*NOUNS, "VERB") for word in between)  # a clause tells of one of its dates
                title = "" if other else one.title
                told = one._replace(date_text=tree.text[dated.start : dated.end], doubt=doubt, title=title)
                yield from self._dated(tree, told, event, dated)
            elif event.mood.status == "shown" and not reason:
                yield one._replace(readings=(f"[..{self.issued}]",), why=SHOWN, status="alleged")
            else:
                when = str(self.issued) if event.mood.status == "spoken" else f"[..{self.issued}]"
                yield one if reason else one._replace(date=when)

    def _told(self, sentence: Sentence, names: Participants, event: Event) -> Candidate:
        """What a sentence says of an event beside its date."""
        tree, (actors, shared), according_to = names.tree, names.actors(event), names.one_of(names.speaking(event))
        first = event.verb.first if event.verb else event.token.i
        hearsay = event.mood.status == "alleged" or (not according_to and tree.has("according", 0, event.token.i))
        depends = hearsay or any(map(tree.has, HEDGES)) or event.mood.teller is not None or sentence.text != tree.text
        return Candidate(
            sentence.text if depends else _quoted(tree, event),
            title=title_of(tree, event, self.speaker),
            type="" if event.type == STATE or tree.is_one_of(event.token, "unclear") else event.type,
            words=tree.words(first, event.token.i + 1), status="alleged" if hearsay else "reported",
            actors=actors, shared=shared, proposed=() if self.register.actors else names.proposed(event),
            place=names.place(event), according_to=according_to, casualties=names.casualties(event),
        )  # fmt: skip

    def _anchor(self, tree: Tree, event: Event) -> Anchor:
        """What the dates of an event are counted from, and where they lie."""
        begun = event.verb is not None and tree.is_one_of(event.verb.token, "beginning")
        issued = self.anchor.issued - (tree.tagged.years_before if begun else 0) * STEPS["year"]
        anchor = self.anchor._replace(issued=issued, direction=event.mood.direction)
        return anchor._replace(direction=OPEN, near=HALF_A_YEAR) if event.mood.direction == NEAREST else anchor

    def _dated(self, tree: Tree, one: Candidate, event: Event, dated: Dated) -> Iterator[Candidate]:
        """A candidate on each of the days that a date stands for; of what is no event the first will do."""
        try:
            moments = resolve(self._anchor(tree, event), dated.node)
            moments = moments if tree.has("respective") or event.type in TYPES["at once"] else in_a_row(moments)
        except Unsettled as question:
            status = "planned" if event.mood.direction == PLAN else one.status
            yield one._replace(readings=question.readings, why=question.why, status=status)
            return
        at_once = event.type in TYPES["at once"] and dated.node.has("between")
        at_once |= event.type in TYPES["in effect"] and dated.node.shape == "from"
        at_once |= event.verb is None and dated.node.shape == "rolling"
        for moment in moments[: 1 if one.reason else None]:
            ahead = moment.first > self.issued
            wide = moment.first != moment.last and not dated.node.values("day", "date")
            if ahead and wide and event.mood.direction == PAST and not one.reason:
                one = one._replace(reason="the date of something else")  # `welcomed the presidency next year`
            left = one.reason or (POSITION if event.mood.status == ("behind" if ahead else "ahead") else "")
            before, day = self.anchor.previous, moment.first == moment.last
            earlier = before not in (None, self.before) and moment.first < before.first and not day
            told = not left or (day and left == RULES["sentences"]["state"].mood.reason)
            if told and not earlier and not moment.edtf.endswith("/.."):  # `launched on 3 May, after the test of May`
                self.anchor = self.anchor._replace(previous=moment)
            if left:
                yield Candidate(one.quote, reason=left, date=moment.edtf)
                continue
            when = moment.once() if at_once else moment
            status = "planned" if ahead or event.mood.status == "planned" else one.status
            yield one._replace(date=when.edtf, part=when.part, status=status, doubt=one.doubt or when.doubt)


def _no_event(sentence: Sentence, names: Participants, event: Event) -> str:
    """Why an event is none for what the sentences above say, or without anybody named: empty if it is one."""
    if event.needs_actor and not names.anybody(event):
        return "without a date, and nobody is named who takes part"
    told = event.verb.tense in PAST_TENSES if event.verb else bool(event.type)
    judges = event.verb is not None and names.tree.is_one_of(event.verb.token, "reacting", "wishing")
    said = judges or (not told and event.type in ("", "statement", "request"))
    return POSITION if said and sentence.below_title else ""  # below `Attack on Kora (3 May)`: Vestra condemns it


def _quoted(tree: Tree, event: Event) -> str:
    """The words told together with an event, where they are one stretch with its date; else the whole sentence."""
    words = tree.told_together(event.token, between=";")
    first, last = min(words), max(words) + 1
    while last > event.token.i + 1 and (tree.hangs_as(tree.doc[last - 1], "coordinator") or tree.lows[last - 1] == ","):
        last -= 1
    needed = {*range(first, last), *(tree.tokens_of(event.date) if event.date else ())}
    text = tree.words(first, last)
    unclear = sum(map(text.count, '"“”«»')) % 2 or any(tree.is_one_of(tree.doc[at], "third") for at in words)
    cut = len(tree.doc) - (last - first) > 3 and needed <= words and not unclear  # for fewer words it is not worth it
    return text if cut else tree.text
