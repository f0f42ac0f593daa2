"""What in a sentence is an event: for every date the verb or the noun that it belongs to, and what speaks against it.

Tense, mood, subject and the reach of a denial decide, not single sentences: a past tense tells an event, a future one
a plan; demands, wishes, conditions, running totals and references to documents tell none.
"""

from typing import NamedTuple

from diplotimeline.drafting.predicates import LIGHT, Verb, find_verbs
from diplotimeline.drafting.tagging import Dated, Tagged

OBLIGING = frozenset(("must", "should", "ought", "doit", "doivent", "devrait", "devraient"))
DAYS = frozenset(("days", "figures", "weekday", "adjacent", "clock", "part_of_day", "relative"))
"""Shapes that name a day: what is told of a day is one event, however many took part."""
AFTERWARDS = frozenset(("since", "after", "following", "before", "until", "depuis", "après", "avant"))
HARD = frozenset(';:()"')
SCHEDULABLE = frozenset((
    "meeting", "call", "statement", "agreement", "decision", "deployment", "withdrawal", "prisoner-release", "other",
    "investigation", "publication",
))  # fmt: skip
LASTING = frozenset(("hostilities", "ceasefire-violation", "abuse", "decision", "deployment", "withdrawal"))
STRONG = frozenset((
    "hostilities", "explosion", "abuse", "prisoner-release", "withdrawal", "deployment", "investigation", "agreement",
    "decision", "publication",
))  # fmt: skip
AGENTS = STRONG | {"request"}
JOINING = frozenset("and et , & on the le les as well puis or ou".split())
NOUN_REACH = 16
PLAN, PAST, OPEN, NEAREST = 1, -1, 0, 2


class Judged(NamedTuple):
    """A date with what happened then, or without a date what happened; `reason` says why it is no event.

    `direction` is the direction in time in which the date is to be looked for; `first` to `last` are the words of the
    verb or noun; `noun` whether it is a noun.
    """

    dates: tuple[Dated, ...]
    first: int
    last: int
    type: str
    noun: bool
    direction: int
    status: str = ""
    reason: str = ""
    reach: tuple[int, int] = (0, 1_000_000)
    """The words that belong to it, as far as they are not the whole part of the sentence."""
    needs_actor: bool = False
    """Whether it is told too loosely to be kept unless somebody of the register takes part."""


def judge(tagged: Tagged) -> list[Judged]:
    """All that a sentence tells or only mentions, in the order of the text; undated events after the dated ones."""
    if not (tagged.verbs or tagged.nouns or tagged.dates):
        return []
    return _Judge(tagged).judgements()


def why_nothing(tagged: Tagged) -> str:
    """Why a sentence without any date or event tells none."""
    names = [name for _, marks in sorted(tagged.marks.items()) for name in sorted(marks)]
    return next((REASONS[name] for name in names if name in REASONS), "nothing that happened")


class _Judge:
    """Judges one sentence."""

    def __init__(self, tagged: Tagged) -> None:
        self.tagged = tagged
        self.lows = tagged.lows
        self.language = tagged.language
        self.verbs = find_verbs(tagged, tagged.language)
        self.in_verb = {place for verb in self.verbs for place in range(verb.first, verb.last)}
        self.question = self.lows[-1:] == ["?"]

    def judgements(self) -> list[Judged]:
        dated = [self._of_date(group) for group in self._groups()]
        told = {one.first for one in dated if not one.reason}
        self.refused = {one.first for one in dated if one.reason}
        shown = [one for one in self._shown() if one.first not in told]
        return dated + shown + ([] if told else self._undated())

    # --- dates ---

    def _groups(self) -> list[tuple[Dated, ...]]:
        """Dates that are only joined by `and` or a comma belong to one verb or noun."""
        groups: list[list[Dated]] = []
        for date in self.tagged.dates:
            between = self.lows[groups[-1][-1].last : date.first] if groups else ["x"]
            if groups and all(low in JOINING for low in between):
                groups[-1].append(date)
            else:
                groups.append([date])
        return [tuple(group) for group in groups]

    def _of_date(self, dates: tuple[Dated, ...]) -> Judged:
        reference = self._reference(dates)
        if reference:
            return Judged(dates, dates[0].first, dates[0].last, "", False, OPEN, reason=reference)
        noun = self._interrupted(dates)
        noun = self._noun_of(dates) if noun is None else noun
        if noun is not None and not self.verbs and self.lows[-1] not in (".", ";", "!", ")"):
            return Judged(dates, noun, noun + 1, "", True, OPEN, reason="a heading")
        if noun is not None:
            return self._of_noun(dates, noun)
        verb = self._verb_of(dates)
        if verb is None:
            return self._verbless(dates)
        return self._of_verb(dates, verb)

    def _reference(self, dates: tuple[Dated, ...]) -> str:
        """Why a date only names something: a document of that day, an anniversary."""
        first, last = dates[0].first, dates[-1].last
        at, steps = first - 1, 0
        while at >= 0 and steps < 8 and at not in self.in_verb and self.lows[at] not in ",;:":
            marks = self.tagged.marks.get(at, ())
            if "reference" in marks:
                return "an anniversary"
            if "document" in marks and (steps == 0 or self._attached(at, first)):
                return "" if self._speaks(at, last) else "the date of a document"
            at -= 1
            steps += 1
        following = range(last, min(last + 5, len(self.lows)))
        determined = self.language.code == "en" and (
            (first > 0 and self.lows[first - 1] in self.language.classes["determiners"]) or self.lows[first] == "the"
        )
        for place in following if determined else ():
            if place in self.in_verb or self.lows[place] in self.language.classes["prepositions"]:
                break
            if "document" in self.tagged.marks.get(place, ()) or "reference" in self.tagged.marks.get(place, ()):
                return "the date of a document"
        return ""

    def _attached(self, document: int, date: int) -> bool:
        """Whether a date says which document is meant: `of 9 November`, not `in Geneva on 3 May`."""
        lead = self.lows[date - 1]
        french = self.language.code == "fr" and self.lows[date] in ("du", "des")
        return french or lead in ("of", "dated", "du", "daté", "datée", "date", "from") or date - document == 1

    def _speaks(self, document: int, last: int) -> bool:
        """Whether a letter of that day is what somebody says something in: `in its letter of 5 May, it requested`."""
        verb = next((verb for verb in self.verbs if verb.first >= last), None)
        opens = document <= 3 and self.lows[0] in ("in", "by", "dans", "par")
        return (
            opens and verb is not None and verb.tense in ("past", "perfect") and verb.type in ("request", "statement")
        )

    # --- nouns ---

    def _noun_of(self, dates: tuple[Dated, ...]) -> int | None:
        """The noun that a date belongs to: `the shelling of Bakal on 3 May`, `last week's attack`."""
        first, last = dates[0].first, dates[-1].last
        if self.lows[last : last + 1] == ["'"] or self._between_article_and_noun(first, last):
            for place in range(last, min(last + 9, len(self.lows))):
                if place in self.tagged.nouns:
                    return place
                if place in self.in_verb or self.lows[place] in ",;:":
                    break
        if dates[0].node.shape in ("since", "by", "before", "until", "after"):
            return None
        at = first - 1
        while at >= 0 and first - at <= NOUN_REACH:
            low = self.lows[at]
            if at in self.in_verb or low in HARD or low in self.language.classes["boundaries"] - {"as"}:
                return None
            if low == "," and not (at + 1 == first and not self._fronted(first)):
                return None
            if at in self.tagged.nouns and at not in self.tagged.in_date and not self._modifies(at):
                return self._outermost(at) if not self._starts_clause(at, first) else None
            at -= 1
        return None

    def _outermost(self, noun: int) -> int:
        """`outbreak of hostilities` rather than `hostilities`."""
        wider = (
            at
            for at in range(max(0, noun - 4), noun)
            if at in self.tagged.nouns and at + self.tagged.nouns[at][1] > noun
        )
        return next(wider, noun)

    def _modifies(self, noun: int) -> bool:
        """`detention centre`, `patrol boat`: English puts nouns before nouns, and the first is only a description."""
        after = noun + self.tagged.nouns[noun][1]
        if (
            self.language.code != "en"
            or after >= len(self.lows)
            or after in self.in_verb
            or after in self.tagged.in_date
        ):
            return False
        low, classes = self.lows[after], self.language.classes
        is_name = self.tagged.text[self.tagged.words[after].start].isupper()
        known = low in classes["prepositions"] | classes["boundaries"] | classes["adverbs"] | classes["determiners"]
        return low.isalpha() and not (
            is_name or known or low in ("and", "or", "was", "were", "is", "are") or low.endswith("ly")
        )

    def _interrupted(self, dates: tuple[Dated, ...]) -> int | None:
        """`the return, on 4 June, of fifteen detainees`: a date between a noun and what it is of."""
        first, last = self._start_of(dates[0]), dates[-1].last
        if self.lows[first - 1 : first] != [","] or self.lows[last : last + 1] != [","]:
            return None
        nouns = (at for at in self.tagged.nouns if at + self.tagged.nouns[at][1] == first - 1)
        return next(nouns, None) if self.lows[last + 1 : last + 2][0:1] and self.lows[last + 1] in COMPLEMENTS else None

    def _start_of(self, date: Dated) -> int:
        """Where a date begins with the words that lead to it."""
        first = date.first
        while first and self.lows[first - 1] in LEADS:
            first -= 1
        return first

    def _between_article_and_noun(self, first: int, last: int) -> bool:
        article = (first > 0 and self.lows[first - 1] == "the") or self.lows[first] == "the"
        return (
            article
            and any(place in self.tagged.nouns for place in range(last, last + 3))
            and not self._fronted(first - 1)
        )

    def _starts_clause(self, noun: int, date: int) -> bool:
        return any(self.lows[place] in ("and", "et") and place + 2 >= date for place in range(noun, date))

    def _of_noun(self, dates: tuple[Dated, ...], place: int) -> Judged:
        type, length = self.tagged.nouns[place]
        governing = self._governing(place)
        definite = self._definite(place)
        tense = governing.tense if governing else "none"
        if governing and self._means_future(governing):
            tense = "future"
        reason, direction = "", OPEN
        if self._denied(place) or (governing and governing.negated and not self._told_by(governing, place, type)):
            reason = REASONS["negation"]
        elif (
            governing
            and type in SCHEDULABLE
            and governing.type in ("statement", "agreement")
            and place > governing.last
        ):
            direction = NEAREST
        elif tense in ("past", "perfect"):
            direction = PAST
        elif tense == "future" or self._marked_before("future", place):
            direction = PLAN if type in SCHEDULABLE else PAST
        if not reason and tense in ("modal", "infinitive") and not definite:
            reason = "no more than a possibility or a demand"
        soft = next((name for name in ("wish", "demand", "conditional") if self._marked_before(name, place)), "")
        planned = any("future" in self.tagged.marks.get(at, ()) for at in range(place, dates[0].first))
        if not reason and planned and not soft:
            direction = NEAREST
        elif not reason and soft:
            direction = PAST if definite or type not in SCHEDULABLE else PLAN
            reason = "" if direction == PAST and not (soft == "conditional" and not definite) else REASONS[soft]
            if soft == "wish" and type in SCHEDULABLE:
                reason = REASONS["wish"]
        if self._total(place, dates):
            reason = reason or REASONS["total"]
        if not reason and type in SCHEDULABLE and (tense == "modal" or soft):
            direction = NEAREST
            return Judged(dates, place, place + length, type, True, direction, "behind", "", self._around(place))
        status = "ahead" if planned else "alleged" if self._hedged(place, place + length) else ""
        type = self._exploded(type, place, dates[-1].last)
        return Judged(dates, place, place + length, type, True, direction, status, reason, self._around(place))

    def _told_by(self, verb: Verb, noun: int, type: str) -> bool:
        """Whether a noun stays a fact beside a denied verb: the attack that was not condemned, unlike a meeting not held."""
        if type not in SCHEDULABLE or noun < verb.first:
            return self._definite(noun)
        return self._definite(noun) and any(low in AFTERWARDS for low in self.lows[verb.last : noun])

    def _around(self, place: int) -> tuple[int, int]:
        """The words around a noun or participle: from the verb before it to the next, if that one tells no more of it."""
        start = max((verb.last for verb in self.verbs if verb.last <= place), default=0)
        after = next((verb for verb in self.verbs if verb.first > place and verb.finite), None)
        return start, len(self.lows) if after is None or after.tense in ("past", "perfect") else after.first

    def _governing(self, place: int) -> Verb | None:
        """The verb whose subject or object a noun is: the one before it, else the one after it."""
        before = [
            verb
            for verb in self.verbs
            if verb.last <= place and self._connected(verb.last, place) and verb.tense != "reduced"
        ]
        if before:
            return before[-1]
        return next((verb for verb in self.verbs if verb.first > place and verb.finite), None)

    def _connected(self, first: int, last: int) -> bool:
        return not any(low in HARD for low in self.lows[first:last])

    def _definite(self, noun: int) -> bool:
        """Whether the words before a noun say that it is known: it is then taken to have happened."""
        at = noun - 1
        while at >= 0 and noun - at <= 5 and at not in self.in_verb:
            marks = self.tagged.marks.get(at, ())
            if at in self.tagged.in_date or "definite" in marks:
                return True
            if "indefinite" in marks or self.lows[at] in self.language.classes["prepositions"]:
                return False
            at -= 1
        return False

    def _denied(self, noun: int) -> bool:
        """`no exchange of fire`, `without any incident`."""
        nearby = range(max(0, noun - 3), noun)
        return any(self.lows[at] in ("no", "any", "without", "aucun", "aucune", "sans") for at in nearby)

    def _marked_before(self, name: str, place: int) -> bool:
        """Whether a mark stands before a word in the same part of the sentence, with no past tense between them."""
        for at in range(place - 1, -1, -1):
            if self.lows[at] in HARD:
                return False
            if name in self.tagged.marks.get(at, ()):
                between = [verb for verb in self.verbs if at < verb.first and verb.last <= place]
                return not any(verb.tense in ("past", "perfect") for verb in between)
        return False

    # --- verbs ---

    def _fronted(self, first: int) -> bool:
        """Whether a date stands at the beginning of its clause."""
        at = first - 1
        while at >= 0 and self.lows[at] in LEADS:
            at -= 1
        if at < 0 or self.lows[at] in HARD or self.lows[at] in ("and", "but", "et", "mais", "then", "puis"):
            return True
        return self.lows[at] == "," or self.lows[at] in self.language.classes["boundaries"]

    def _verb_of(self, dates: tuple[Dated, ...]) -> Verb | None:
        """The verb that a date belongs to."""
        first, last = dates[0].first, dates[-1].last
        left = next((verb for verb in reversed(self.verbs) if verb.last <= first), None)
        right = next((verb for verb in self.verbs if verb.first >= last), None)
        inside = next((verb for verb in self.verbs if verb.first < first < verb.last), None)
        if inside is not None:
            return inside
        if left is not None and not self._connected(left.last, first):
            left = None
        if right is not None and not self._connected(last, right.first):
            right = None
        if right is not None and self._fronted(first):
            comma = first > 0 and self.lows[first - 1] == "," or (first > 1 and self.lows[first - 2] == ",")
            subject = [low for low in self.lows[last : right.first] if low not in LEADS and low != ","]
            ahead = next(
                (
                    verb
                    for verb in self.verbs
                    if verb.first >= last and verb.finite and self._connected(last, verb.first)
                ),
                None,
            )
            if left is None or subject or not comma or (not left.type and right.finite):
                return self._main(right, ahead, left)
        return left or right

    def _main(self, right: Verb, ahead: Verb | None, left: Verb | None) -> Verb:
        """Of a date that opens a clause: its finite verb, not a participle in its subject."""
        if right.finite or ahead is None:
            return right
        return ahead

    def _of_verb(self, dates: tuple[Dated, ...], verb: Verb) -> Judged:
        type = self._type_of(verb)
        reason, direction, status = self._mood(verb, dates)
        shape = dates[0].node.shape
        if not reason and verb.tense in ("future", "present") and self.tagged.has("reference"):
            reason = "an anniversary"
        if not verb.type and self._means_future(verb):
            verb = verb._replace(type=LIGHT)
            type = self._type_of(verb)
        if not reason and not verb.type and shape == "since" and self.tagged.has("condition", verb.first):
            return Judged(dates, verb.first, verb.last, self._type_of(verb._replace(type=LIGHT)), False, PAST)
        if not reason and not verb.type:
            reason = "nothing happens"
        if not reason and shape == "until" and type not in ("hostilities", "ceasefire-violation"):
            reason = "an end, no event of its own"
        if not reason and verb.tense == "reduced" and shape in ("before", "by", "after", "until"):
            reason = "a position or background"
        if not reason and shape in ("since", "running") and not self._lasts(verb, type):
            reason = "a position or background"
        if not reason and self._total(verb.head, dates):
            reason = REASONS["total"]
        if not reason and self.question:
            reason = "a question"
        if (
            not reason
            and self._habit(verb)
            and not any(date.node.shape in ("days", "figures", "weekday", "adjacent") for date in dates)
        ):
            reason = REASONS["habit"]
        if not status and self._hedged(verb.first, verb.last):
            status = "alleged"
        return Judged(dates, verb.first, verb.last, type, False, direction, status, reason)

    def _mood(self, verb: Verb, dates: tuple[Dated, ...]) -> tuple[str, int, str]:
        """Reason, direction and status that follow from tense and mood of a verb."""
        if verb.negated:
            return REASONS["negation"], PAST, ""
        if verb.type == "statement" and self.lows[self._clause_start(verb.first) - 1] in ("as", "comme"):
            return "a reference to something said before", PAST, ""
        if dates[0].node.shape == "since" and not verb.type and self.tagged.has("condition", verb.first):
            return "", PAST, ""
        tense = verb.tense
        if self._means_future(verb):
            return ("", NEAREST, "ahead") if tense == "reduced" else self._planned(verb)
        if tense in ("past", "perfect", "reduced", "hedged"):
            if self._conditional(verb):
                return REASONS["conditional"], PAST, ""
            if tense == "reduced" and self._describes_document(verb):
                return "the date of a document", PAST, ""
            return "", PAST, "alleged" if tense == "hedged" else ""
        if tense == "future":
            return self._planned(verb)
        if tense == "infinitive":
            return self._infinitive(verb)
        if tense == "ing":
            return self._inherited(verb, dates)
        if tense == "modal":
            if self._reported(verb):
                return "", NEAREST, "planned"
            must = any(low in OBLIGING for low in self.lows[verb.first : verb.last])
            return REASONS["demand" if must else "conditional"], OPEN, ""
        return self._present(verb, dates)

    def _reported(self, verb: Verb) -> bool:
        """`it was agreed that they would meet`: what was to come when it was said."""
        start = self._clause_start(verb.first)
        said = next((one for one in reversed(self.verbs) if one.last <= start), None)
        return (
            self.lows[verb.first] in ("would", "devait", "devaient")
            and start > 0 and self.lows[start - 1] in ("that", "que", "qu")
            and said is not None and said.tense in ("past", "perfect") and said.type in ("statement", "agreement", "decision")
            and not self.tagged.has("conditional", verb.last) and not self.tagged.has("conditional", start, verb.first)
        )  # fmt: skip

    def _planned(self, verb: Verb) -> tuple[str, int, str]:
        for name in ("conditional", "wish", "demand"):
            if self._marked_before(name, verb.first + 1):
                return REASONS[name], PLAN, ""
        speaks_of_itself = verb.first and self.lows[verb.first - 1] in ("we", "i", "nous", "je")
        if speaks_of_itself and verb.type not in ("meeting", "call", "deployment", "withdrawal"):
            return "an intention of the speaker", PLAN, ""
        if self.tagged.has("conditional", verb.last, self._hard_end(verb.last)):
            return REASONS["conditional"], PLAN, ""
        return "", PLAN, "planned"

    def _hard_end(self, place: int) -> int:
        return next((at for at in range(place, len(self.lows)) if self.lows[at] in HARD), len(self.lows))

    def _means_future(self, verb: Verb) -> bool:
        """`is scheduled for`, `is due to`, `has undertaken to`."""
        return any(
            "future" in self.tagged.marks.get(at, ())
            for at in range(verb.first, verb.last + 1)
            if at in self.in_verb or at == verb.first
        )

    def _infinitive(self, verb: Verb) -> tuple[str, int, str]:
        governing = next((one for one in reversed(self.verbs) if one.last <= verb.first and one.finite), None)
        if governing is None or not self._connected(governing.last, verb.first):
            return REASONS["demand"], PLAN, ""
        if self._near_mark("alleged", governing.first, verb.first + 1):
            return "", PAST, "alleged"
        if self._near_mark("future", governing.first, verb.last):
            return self._planned(verb)
        if governing.negated:
            return REASONS["negation"], PAST, ""
        if governing.tense in ("past", "perfect") and governing.type != "request":
            return "", NEAREST, ""
        return REASONS["demand"], PLAN, ""

    def _near_mark(self, name: str, first: int, last: int) -> list[int]:
        return [at for at in range(max(0, first), last) if name in self.tagged.marks.get(at, ())]

    def _inherited(self, verb: Verb, dates: tuple[Dated, ...]) -> tuple[str, int, str]:
        """A participle such as `killing two` tells what the verb of its clause tells."""
        before = next((one for one in reversed(self.verbs) if one.last <= verb.first and one.finite), None)
        main = before or next((one for one in self.verbs if one.first >= verb.last and one.finite), None)
        return self._mood(main, dates) if main is not None else ("no verb of a clause", OPEN, "")

    def _present(self, verb: Verb, dates: tuple[Dated, ...]) -> tuple[str, int, str]:
        if dates[0].node.shape == "since" and (verb.passive or verb.type in LASTING):
            return "", PAST, ""
        if self.language.code == "fr" and verb.type in STRONG and dates[0].node.shape in DAYS and not self._soft(verb):
            return "", PAST, ""  # French tells in the present: `le 10 juin, l'armée bombarde`
        if verb.type in ("meeting", LIGHT, "agreement", "decision") and not self._soft(verb):
            return "", PLAN, "ahead"  # `the mandate expires on`: an event only if the date is ahead
        return "a position, not an event", OPEN, ""

    def _soft(self, verb: Verb) -> bool:
        return any(self._marked_before(name, verb.last) for name in ("demand", "wish", "conditional"))

    def _lasts(self, verb: Verb, type: str) -> bool:
        """Whether what a verb says can go on since a date; positions and counts are no events."""
        return verb.tense in ("past", "perfect", "present") and (
            type in LASTING
            or verb.passive
            or type == LIGHT
            and verb.type == LIGHT
            and "be" in self._infinitive_of(verb)
        )

    def _infinitive_of(self, verb: Verb) -> list[str]:
        return ["be"] if any(low in ("been", "été") for low in self.lows[verb.first : verb.last]) else []

    def _conditional(self, verb: Verb) -> bool:
        """Whether `if` or `unless` opens the clause of a verb."""
        if self.lows[0] in ("should", "had", "were"):
            return verb.first < 8
        for at in range(verb.first - 1, -1, -1):
            if self.lows[at] in HARD or (at in self.in_verb and self.lows[at] not in self.language.auxiliary):
                return False
            if "conditional" in self.tagged.marks.get(at, ()) and self.language.auxiliary.get(self.lows[at]) is None:
                return True
        return False

    def _describes_document(self, verb: Verb) -> bool:
        """`the agreement signed on 9 November`: a document is named, nothing is told."""
        return verb.type in ("agreement", "decision", LIGHT, "publication", "statement", "") and any(
            "document" in self.tagged.marks.get(at, ()) for at in range(max(0, verb.first - 2), verb.first)
        )

    def _habit(self, verb: Verb) -> bool:
        return self.tagged.has("habit", self._clause_start(verb.first), self._hard_end(verb.last))

    def _hedged(self, first: int, last: int) -> bool:
        """Whether a hedge stands in the same clause, or `according to` in front of it."""
        start, end = self._clause_start(first), self._clause_end(last)
        return self.tagged.has("alleged", start, end)

    def _clause_start(self, place: int) -> int:
        for at in range(place - 1, -1, -1):
            if self.lows[at] in HARD or (
                self.lows[at] in self.language.classes["boundaries"] and at not in self.tagged.in_date
            ):
                return at + 1
        return 0

    def _clause_end(self, place: int) -> int:
        for at in range(place, len(self.lows)):
            if self.lows[at] in HARD or (
                self.lows[at] in self.language.classes["boundaries"] and at not in self.tagged.in_date
            ):
                return at
        return len(self.lows)

    def _total(self, place: int, dates: tuple[Dated, ...]) -> bool:
        """A running total: `as of 30 September`, `since January … 412 violations`."""
        start, end = self._clause_start(place), self._clause_end(place)
        date = dates[0]
        if self.tagged.has("total", start, end) or (date.node.shape not in DAYS and self.tagged.has("sum", start, end)):
            return True
        opens = " ".join(self.lows[:4])
        if opens.startswith(("as of", "as at", "à la date", "au ")) and self.tagged.dates[0].first <= 3:
            counted = any(self._is_count(at) for at in range(self.tagged.dates[0].last, len(self.lows)))
            if counted and (date.first > 3 or self.tagged.dates[0].node.shape in ("from", "days")):
                return True
        if date.node.shape not in ("since", "rolling", "last_or_rolling", "part_of_period", "period", "year"):
            return False
        counted = [at for at in range(start, end) if self._is_count(at)]
        return date.node.shape == "since" and bool(counted)

    def _is_count(self, at: int) -> bool:
        return at not in self.tagged.in_date and self.lows[at][0].isdigit() and self.tagged.words[at].kind in "dny#"

    def _type_of(self, verb: Verb) -> str:
        """The type of a verb; a light one, such as `took place`, has that of the noun that is its subject or object."""
        if verb.type != LIGHT:
            return self._exploded(verb.type, self._clause_start(verb.first), verb.last + 8)
        nouns = [at for at in sorted(self.tagged.nouns) if at not in self.in_verb and not self._modifies(at)]
        prepositions = self.language.classes["prepositions"]
        for at in nouns:
            if verb.last <= at <= verb.last + 5 and not any(low in prepositions for low in self.lows[verb.last : at]):
                return self.tagged.nouns[at][0]
        before = [at for at in nouns if at < verb.first and self._connected(at, verb.first)]
        after = [at for at in nouns if at >= verb.last]
        return self.tagged.nouns[(before or after)[0]][0] if before or after else LIGHT

    def _exploded(self, type: str, first: int, last: int) -> str:
        """Deaths and damage by mines and blasts are explosions."""
        return (
            "explosion" if type in ("hostilities", "abuse", LIGHT) and self.tagged.has("mines", first, last) else type
        )

    def _verbless(self, dates: tuple[Dated, ...]) -> Judged:
        """A heading or a note: `3 May 2022: shelling of Tolm`."""
        last = dates[-1].last
        place = next((at for at in sorted({*self.tagged.nouns, *self.tagged.verbs}) if at > last), None)
        if place is None or dates[0].first > 1 or self.lows[last : last + 1] not in ([":"], ["-"]):
            return Judged(dates, dates[0].first, last, "", False, OPEN, reason="no verb and no noun of an event")
        if place in self.tagged.nouns:
            type, length = self.tagged.nouns[place]
        else:
            type, _, length = self.tagged.verbs[place]
        return Judged(
            dates,
            place,
            place + length,
            type,
            place in self.tagged.nouns,
            PAST,
            reason="" if type else "nothing happens",
        )

    # --- without a date ---

    def _shown(self) -> list[Judged]:
        """What a video shows: it happened at another time than the video appeared."""
        found = []
        for at in self.tagged.places("showing"):
            for place in range(at + 1, min(at + 9, len(self.lows))):
                entry = self.tagged.verbs.get(place)
                if entry and entry[1] == "ing" and entry[0] in ("abuse", "hostilities"):
                    found.append(
                        Judged(
                            (),
                            place,
                            place + entry[2],
                            entry[0],
                            False,
                            PAST,
                            "shown",
                            reach=(at + 1, self._around(place)[1]),
                        )
                    )
                    break
        return found

    def _undated(self) -> list[Judged]:
        spoken = next(
            (verb for verb in self.verbs if verb.tense == "past" and "speech" in self.tagged.marks.get(verb.head, ())),
            None,
        )
        if spoken is not None and self._specific(0, spoken.first):
            return [Judged((), spoken.first, spoken.last, "statement", False, OPEN, "spoken")]
        if self.question or self.tagged.has("total") or self.tagged.has("habit"):
            return []
        for verb in self.verbs:
            if self._tells(verb):
                status = "alleged" if verb.tense == "hedged" or self._hedged(verb.first, verb.last) else ""
                reach = self._around(verb.first) if verb.tense == "reduced" else (0, len(self.lows))
                return [
                    Judged(
                        (),
                        verb.first,
                        verb.last,
                        verb.type,
                        False,
                        PAST,
                        status,
                        needs_actor=verb.tense == "past",
                        reach=reach,
                    )
                ]
        for place in sorted(self.tagged.nouns):
            if place not in self.in_verb and self._presupposed(place):
                type, length = self.tagged.nouns[place]
                status = "alleged" if self._hedged(place, place + length) else ""
                return [Judged((), place, place + length, type, True, PAST, status, reach=self._around(place))]
        return []

    def _tells(self, verb: Verb) -> bool:
        """Whether a verb tells an event without a date: a strong one in the past, whose actor or object is known."""
        if (
            verb.negated
            or verb.first in self.refused
            or self.lows[verb.head] in self.language.classes["weak"]
            or self._conditional(verb)
        ):
            return False
        if verb.tense == "reduced":
            agent = self._agent(verb.last)
            return verb.type in AGENTS - {"decision", "agreement"} and agent and not self._soft_before(verb.first)
        if verb.type not in STRONG or verb.tense not in ("perfect", "past", "hedged"):
            return False
        if any(self._marked_before(name, verb.first) for name in ("conditional", "wish", "demand")):
            return False
        return self._specific(self._clause_start(verb.first), verb.first) or self._specific(
            verb.last, self._clause_end(verb.last)
        )

    def _soft_before(self, place: int) -> bool:
        return any("conditional" in self.tagged.marks.get(at, ()) for at in range(place))

    def _agent(self, last: int) -> bool:
        """`by` and a name directly after a participle."""
        if self.lows[last : last + 1] not in (["by"], ["par"]):
            return False
        return self._specific(last + 1, last + 5)

    def _presupposed(self, noun: int) -> bool:
        """`we welcome the return of 17 prisoners`: a definite noun of a particular event under a verb that takes it for a fact."""
        type, length = self.tagged.nouns[noun]
        if type not in STRONG or type == "publication" or not self._definite(noun) or self._prospective(noun):
            return False
        factive = any(
            "factive" in names and at < noun and self._connected(at, noun) for at, names in self.tagged.marks.items()
        )
        if not factive or any(self._marked_before(name, noun) for name in ("demand", "wish", "conditional")):
            return False
        end = min(noun + length + 9, len(self.lows))
        follows = self.lows[noun + length : noun + length + 1]
        return (
            bool(follows)
            and follows[0] in COMPLEMENTS
            and self._specific(noun + length + 1, end)
            and not self._denied(noun)
        )

    def _prospective(self, noun: int) -> bool:
        return any(
            low in ("to", "for", "towards", "toward", "future", "possible")
            for low in self.lows[max(0, noun - 3) : noun]
        )

    def _specific(self, first: int, last: int) -> bool:
        """Whether a number or a name stands in a stretch of words."""
        numbers = self.language.dates["n"]
        for at in range(first, min(last, len(self.lows))):
            low = self.lows[at]
            if at and low[0].isalpha() and self.tagged.text[self.tagged.words[at].start].isupper():
                return True
            if low in numbers or (low[0].isdigit() and self.tagged.words[at].kind in "dny"):
                return True
        return False


LEADS = frozenset(
    "on in at during over the by from since between early late around about as later earlier of already only meanwhile "
    "le la les l ' dans au aux en du des pendant durant cours lors vers dès à de , \"".split()
) - {","}
COMPLEMENTS = frozenset("of on by against in from to de du des d contre par sur initiated opened launched".split())
REASONS = {
    "demand": "a demand or an obligation",
    "wish": "a wish",
    "conditional": "a condition or a possibility",
    "total": "a running total",
    "habit": "a habit, no single event",
    "negation": "a denial",
    "factive": "an assessment",
}
