"""From a statement to candidate events: sentence by sentence, in the order of the text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from diplotimeline.drafting.judging import LEADS, NEAREST, OPEN, PLAN, Judged, judge, why_nothing
from diplotimeline.drafting.language import Language
from diplotimeline.drafting.register import Named, Register
from diplotimeline.drafting.resolving import NEAR, Anchor, Moment, Unsettled
from diplotimeline.drafting.sentences import LONGEST, Sentence, split
from diplotimeline.drafting.tagging import Dated, Tagged
from diplotimeline.fields import Part

LONGEST_TITLE = 90
ROLLING = frozenset(("rolling", "last_or_rolling"))
HALF_A_YEAR = 183
FIGURES = re.compile(r"(?<![0-9/.])([0-9]{1,2})/([0-9]{1,2})/[0-9]{2,4}(?![0-9/])")


@dataclass(frozen=True)
class Candidate:
    """A possible event for a person to correct. With a `reason` it was left out.

    `date` is EDTF, empty where the text does not settle it; `readings` are then the possible dates and `why` says what
    is open.
    """

    quote: str
    date: str
    title: str
    type: str
    actors: tuple[str, ...] = ()
    unclear: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Names that several registered people share, with their ids."""
    place: str = ""
    status: str = "reported"
    according_to: str = ""
    part: Part | None = None
    date_text: str = ""
    readings: tuple[str, ...] = ()
    why: str = ""
    words: str = ""
    """The verb or noun that the type was guessed from."""
    reason: str = ""


@dataclass
class Drafting:
    """What is known while a text is read: its day, its register, and the event before."""

    issued: date
    language: Language
    register: Register
    day_first: bool | None = None
    previous: Moment | None = None
    found: list[Candidate] = field(default_factory=list)

    def read(self, text: str) -> list[Candidate]:
        """All candidates of a text, those left out among them."""
        self.day_first = True if self.language.day_first else _order_of_figures(text)
        for sentence in split(text, self.language):
            if len(sentence.text) <= LONGEST:
                self.found += self._candidates(sentence)
        return self.found

    def _candidates(self, sentence: Sentence) -> Iterator[Candidate]:
        tagged = Tagged(sentence.text, self.language)
        judgements = judge(tagged) if tagged.verbs or tagged.nouns or tagged.dates else []
        if not judgements:
            yield Candidate(sentence.text, "", "", "", reason="a heading" if sentence.heading else why_nothing(tagged))
        named: list[Named] | None = None
        for judged in judgements:
            if sentence.heading and not judged.reason:
                judged = judged._replace(reason="a heading")
            if named is None:
                named = self.register.named(sentence.text, tagged.words)
            yield from self._events(tagged, judged, named)

    def _events(self, tagged: Tagged, judged: Judged, named: list[Named]) -> Iterator[Candidate]:
        if judged.reason:
            yield self._described(tagged, judged, named, "", reason=judged.reason, dated=judged.dates[:1])
            return
        if not judged.dates:
            undated = self._undated(tagged, judged, named)
            if judged.needs_actor and not undated.actors:
                undated = replace(undated, reason="without a date, and nobody of the register takes part")
            yield undated
            return
        given = [one for dated in judged.dates for one in dated.node.values("y")]
        for dated in judged.dates:
            anchor = Anchor(
                self.issued,
                OPEN if judged.direction == NEAREST else judged.direction,
                self.previous,
                given[-1] if len(judged.dates) > 1 and given else None,
                self.day_first,
                HALF_A_YEAR if judged.direction == NEAREST else NEAR,
            )
            yield from self._resolved(tagged, judged, named, dated, anchor)

    def _resolved(
        self, tagged: Tagged, judged: Judged, named: list[Named], dated: Dated, anchor: Anchor
    ) -> Iterator[Candidate]:
        try:
            moments = anchor.resolve(dated.node)
        except Unsettled as open_question:
            yield self._described(
                tagged, judged, named, "", dated=(dated,), readings=open_question.readings, why=open_question.why
            )
            return
        for moment in moments:
            moment, status, reason = self._against_the_day(moment, judged)
            if not reason:
                self.previous = moment
            if judged.noun and dated.node.shape in ROLLING:  # one happening at some time in there
                moment = replace(moment, edtf=f"[{moment.first}..{moment.last}]")
            yield self._described(
                tagged, judged, named, moment.edtf, dated=(dated,), part=moment.part, status=status, reason=reason
            )

    def _against_the_day(self, moment: Moment, judged: Judged) -> tuple[Moment, str, str]:
        """Status, and the reason to leave it out, that follow from whether a date is ahead."""
        ahead = moment.first > self.issued or (judged.direction == PLAN and moment.last > self.issued)
        if judged.status == "ahead":
            return moment, "planned", "" if ahead else "a position, not an event"
        if ahead and judged.status != "planned":
            return moment, "planned", "" if judged.direction != -1 or judged.noun else ""
        return moment, judged.status if judged.status in ("planned", "alleged") else "reported", ""

    def _undated(self, tagged: Tagged, judged: Judged, named: list[Named]) -> Candidate:
        upto = f"[..{self.issued}]"
        if judged.status == "spoken":
            return self._described(tagged, judged, named, str(self.issued))
        if judged.status == "shown":
            why = "the text does not say when it happened, only when it was shown"
            return self._described(tagged, judged, named, "", readings=(upto,), why=why, status="alleged")
        return self._described(tagged, judged, named, upto, status=judged.status or "reported")

    def _described(
        self, tagged: Tagged, judged: Judged, named: list[Named], edtf: str, *, dated: tuple[Dated, ...] = (),
        readings: tuple[str, ...] = (), why: str = "", part: Part | None = None, status: str = "reported", reason: str = "",
    ) -> Candidate:  # fmt: skip
        text = tagged.text
        actors, unclear = self._actors(tagged, judged, named)
        speaker = _according_to(tagged, judged, named)
        if not speaker and tagged.has("according", 0, judged.first) and status == "reported":
            status = "alleged"
        return Candidate(
            quote=text, date=edtf, title=_title(tagged, judged), type=judged.type, actors=tuple(one for one in actors if one != speaker),
            unclear=unclear, place=_place(tagged, judged, named), status=status, according_to=speaker, part=part,
            date_text=text[dated[0].start : dated[0].end] if dated else "", readings=readings, why=why,
            words=_words(tagged, judged.first, judged.last), reason=reason,
        )  # fmt: skip

    def _actors(
        self, tagged: Tagged, judged: Judged, named: list[Named]
    ) -> tuple[list[str], tuple[tuple[str, tuple[str, ...]], ...]]:
        """Who takes part: all that the clause names, but not the state of which somebody is the minister, nor a place."""
        first, last = _reach(tagged, judged)
        near = [one for one in named if first <= one.first < last and not self._is_place(tagged, one)]
        ids = list(dict.fromkeys(one.actors[0] for one in near if len(one.actors) == 1))
        unclear = {_words(tagged, one.first, one.last): one.actors for one in near if len(one.actors) > 1}
        parents = {self.register.actors[id].of for id in ids}
        attributes = {
            one.actors[0] for one in near
            if one.first and tagged.lows[one.first - 1] in ("of", "de", "du", "d", "'") and one.actors[0] in parents
        }  # fmt: skip
        return [id for id in ids if id not in attributes], tuple(unclear.items())

    def _is_place(self, tagged: Tagged, one: Named) -> bool:
        """`at the White House`: a body that names where it was."""
        before = [low for low in tagged.lows[max(0, one.first - 2) : one.first] if low not in ("the", "la", "le")]
        return before[-1:] in (["at"], ["à"]) and self.register.actors[one.actors[0]].kind == "government-body"


def _words(tagged: Tagged, first: int, last: int) -> str:
    return tagged.text[tagged.words[first].start : tagged.words[last - 1].end]


def _reach(tagged: Tagged, judged: Judged) -> tuple[int, int]:
    """The words that belong to an event: of a noun or a participle those around it, of a verb its part of the sentence."""
    lows = tagged.lows
    stops = [at for at in range(len(lows)) if lows[at] in (";", ":")]
    first = max((at + 1 for at in stops if at < judged.first), default=0)
    last = min((at for at in stops if at >= judged.last), default=len(lows))
    return max(first, judged.reach[0]), min(last, judged.reach[1])


def _according_to(tagged: Tagged, judged: Judged, named: list[Named]) -> str:
    """The one actor who is named as the origin of the words."""
    for at in tagged.places("according"):
        for one in named:
            if at < one.first <= at + 5 and len(one.actors) == 1:
                return one.actors[0]
    return ""


def _order_of_figures(text: str) -> bool | None:
    """Whether day or month comes first in dates such as 23/04/2030, if any of the text settles it."""
    for match in FIGURES.finditer(text):
        one, two = int(match[1]), int(match[2])
        if 12 < one <= 31 and two <= 12:
            return True
        if 12 < two <= 31 and one <= 12:
            return False
    return None


def _title(tagged: Tagged, judged: Judged) -> str:
    """The words of the clause without its date, cut at a word; a person has to turn them into a title."""
    first, last = _reach(tagged, judged)
    if judged.noun:
        first = judged.first
    dates = judged.dates
    without = set(range(_lead(tagged, dates[0]), dates[-1].last)) if dates else set()
    stretches: list[list[int]] = []
    for place in (place for place in range(first, last) if place not in without):
        if stretches and stretches[-1][-1] == place - 1:
            stretches[-1].append(place)
        else:
            stretches.append([place])
    words = " ".join(_words(tagged, one[0], one[-1] + 1) for one in stretches)
    words = re.sub(r"[\"“”«»]", "", words).strip(" ,;:.")
    if len(words) > LONGEST_TITLE:
        words = words[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    words = " ".join(words.split())
    return words[:1].upper() + words[1:] or judged.type.capitalize()


def _lead(tagged: Tagged, date: Dated) -> int:
    """Where a date begins with the words that lead to it: `on`, `in the`, `and`."""
    first = date.first
    while first and tagged.lows[first - 1] in LEADS | {","}:
        first -= 1
    return first


def _place(tagged: Tagged, judged: Judged, named: list[Named]) -> str:
    """The name after `in`, `at`, `near` … that follows the verb or noun most closely."""
    taken = {place for one in named for place in range(one.first, one.last)}
    for at in sorted(tagged.places("place")):
        if at < judged.last or at in tagged.in_date:
            continue
        first = at + 1
        while first < len(tagged.lows) and tagged.lows[first] in ("the", "of", "le", "la", "l", "'", "de"):
            first += 1
        last = first
        while last < len(tagged.words) and last not in tagged.in_date and _is_name(tagged, last):
            last += 1
        if last > first and first not in taken and first not in tagged.in_date:
            return tagged.text[tagged.words[first].start : tagged.words[last - 1].end]
    return ""


def _is_name(tagged: Tagged, at: int) -> bool:
    word = tagged.words[at]
    return tagged.text[word.start].isupper() or (
        word.low == "-" and at + 1 < len(tagged.words) and tagged.text[tagged.words[at + 1].start].isupper()
    )
