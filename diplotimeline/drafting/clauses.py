"""How a sentence hangs together: its clauses, which verb rules which noun, how far a hedge or a condition reaches."""

from diplotimeline.drafting.predicates import LIGHT, Verb, find_verbs
from diplotimeline.drafting.tagging import Dated, Tagged
from diplotimeline.drafting.verdicts import DAY_SHAPES, LASTING

HARD = frozenset(';:()"')
"""Signs that no verb, hedge or condition reaches across."""
BRACKETS = {"(": ")", '"': '"'}
LEADS = frozenset((
    "on", "in", "at", "during", "over", "the", "by", "from", "since", "between", "early", "late", "around", "about",
    "as", "later", "earlier", "of", "already", "only", "meanwhile", "le", "la", "les", "l", "'", "dans", "au", "aux",
    "en", "du", "des", "pendant", "durant", "cours", "lors", "vers", "dès", "à", "de", '"',
))  # fmt: skip
"""Words that lead to a date."""
COORDINATING = frozenset(("and", "but", "et", "mais", "then", "puis"))
DENYING = frozenset(("no", "any", "without", "aucun", "aucune", "sans"))
SOFTENING = frozenset((",", "only", "seulement", "dernier", "même", "already", "déjà"))
"""Words between the date of a cleft sentence and its `that`."""
SPOKEN = frozenset((LIGHT, "meeting", "statement"))
"""Types of what may be done by telephone."""
BY_OBJECT = (
    ("fire", "hostilities"), ("captives", "prisoner-release"), ("instruments", "agreement"), ("troops", "deployment"),
)  # fmt: skip
"""What is done with certain things, by the mark of the things."""
ASIDES = frozenset(("which", "while", "when", "as", "where", "qui", "tandis", "alors", "lorsque", "quand", "où"))
"""Words that after a date and a comma begin an aside: `on 4 February, which was market day, …`."""
ISSUED = frozenset((LIGHT, "publication", "hostilities"))
"""Types of verbs that say of a ruling that it was given: `issued`, `taken`, French `prise`."""
AS_OF = ("as of", "as at", "à la date", "au ")
PAST_TENSES = ("past", "perfect")


class Clauses:
    """A sentence with its verbs, and the questions that may be asked of it."""

    def __init__(self, tagged: Tagged) -> None:
        self.tagged = tagged
        self.lows = tagged.lows
        self.language = tagged.language
        self.verbs = find_verbs(tagged, tagged.language)
        self.hard = [at for at, low in enumerate(self.lows) if low in HARD]
        boundaries, in_date = self.language.classes["boundaries"], tagged.in_date
        begins = {at for at, low in enumerate(self.lows) if low in boundaries and at not in in_date}
        self.bounds = sorted(begins.union(self.hard))
        """Where a clause ends: at a sign that ends everything, and at a word that begins the next."""
        self.in_verb = {place for verb in self.verbs for place in range(verb.first, verb.last)}

    # --- clauses ---

    def connected(self, first: int, last: int) -> bool:
        """Whether no sign that ends everything stands between two words."""
        if not any(first <= one < last for one in self.hard):
            return True
        at = max(0, first)
        while at < last:
            close = BRACKETS.get(self.lows[at], "")
            if close and close in self.lows[at + 1 : last]:  # `a man (aged 67) said`, `“armed men” abducted`
                at = self.lows.index(close, at + 1)
            elif self.lows[at] in HARD:
                return False
            at += 1
        return True

    def start(self, place: int) -> int:
        """The first word of the clause of a word."""
        return max((at + 1 for at in self.bounds if at < place), default=0)

    def end(self, place: int) -> int:
        """The word after the clause of a word."""
        return next((at for at in self.bounds if at >= place), len(self.lows))

    def hard_end(self, place: int) -> int:
        """The next sign that ends everything."""
        return next((at for at in self.hard if at >= place), len(self.lows))

    # --- dates ---

    def lead(self, date: Dated) -> int:
        """Where a date begins with the words that lead to it."""
        first = date.first
        while first and self.lows[first - 1] in LEADS:
            first -= 1
        return first

    def fronted(self, first: int) -> bool:
        """Whether what begins at this word stands at the beginning of its clause."""
        at = first - 1
        while at >= 0 and self.lows[at] in LEADS:
            at -= 1
        before = self.lows[at] if at >= 0 else ";"
        return (
            before in HARD or before in COORDINATING or before == "," or before in self.language.classes["boundaries"]
        )

    def bracketed(self, dates: tuple[Dated, ...]) -> bool:
        """Whether dates stand alone between brackets; a mere year there only names something."""
        before, after = self.lows[max(0, dates[0].first - 1)], self.lows[dates[-1].last : dates[-1].last + 1]
        return before == "(" and after == [")"] and dates[0].node.shape != "year"

    def is_entry(self) -> bool:
        """Whether the sentence is an entry of a chronicle: a date, a sign, and what happened."""
        if not self.tagged.dates or self.tagged.dates[0].first > 1:
            return False
        last = self.tagged.dates[0].last
        return self.lows[last : last + 1] in ([":"], ["-"], ["."]) and last + 2 < len(self.lows)

    def verb_of(self, dates: tuple[Dated, ...]) -> Verb | None:
        """The verb that a date belongs to: the one before it, or of a date that opens a clause the one after it."""
        first, last = dates[0].first, dates[-1].last
        inside = next((verb for verb in self.verbs if verb.first < first < verb.last), None)
        if inside is not None:
            return inside
        if self.bracketed(dates):
            first -= 1  # `intercepted over the lake (30 January)`
        left = next((verb for verb in reversed(self.verbs) if verb.last <= first), None)
        left = self._kept(left) if left is not None and self.connected(left.last, first) else None
        right = self._after(last)
        if left is not None and self._is_cleft(left, last):
            return right
        if left is not None and not left.type and left.last == self.lead(dates[0]):
            return self._subject_of(left)
        if left is not None and right is not None and self._resumes(left, first, right, last):
            return right
        if right is not None and self.fronted(first) and self._opens(dates, left, right):
            return right
        return left or right

    def _resumes(self, left: Verb, first: int, right: Verb, last: int) -> bool:
        """`having tried all else, Orland yesterday expelled`: a comma ends the phrase of the participle."""
        return left.tense == "ing" and right.finite and right.first == last and "," in self.lows[left.last : first]

    def _kept(self, left: Verb) -> Verb:
        """`has kept the crossing closed since`: the participle says what is kept up, the verb before it who does."""
        before = next((verb for verb in reversed(self.verbs) if verb.last <= left.first), None)
        if before is None or left.tense not in ("reduced", "past") or self.lows[left.first - 1] == ",":
            return left
        keeps = self.lows[before.head] in self.language.classes["keeping"] and self.connected(before.last, left.first)
        return before._replace(type=left.type or LIGHT, last=left.last, passive=True) if keeps else left

    def _subject_of(self, copula: Verb) -> Verb:
        """`the last time they met was on`, `the first meeting was on`: what was on that day stands before it."""
        earlier = [verb for verb in self.verbs if verb.last <= copula.first and verb.type]
        nouns = any(at < copula.first and at not in self.in_verb for at in self.tagged.nouns)
        return earlier[-1] if earlier else copula._replace(type=LIGHT) if nouns else copula

    def _is_cleft(self, left: Verb, last: int) -> bool:
        """`it was in June that`, `c'est le 5 mai que`: the verb comes after the date."""
        subject = self.lows[max(0, left.first - 2) : left.first]
        while self.lows[last : last + 1] and self.lows[last] in SOFTENING:
            last += 1
        follows = self.lows[last : last + 1]
        return (
            not left.type
            and any(low in ("it", "c", "ce") for low in subject)
            and follows in (["that"], ["que"], ["qu"])
        )

    def _after(self, last: int) -> Verb | None:
        """The finite verb after a date, else a participle; `is said to have fired` is one verb."""
        if self.lows[last : last + 1] == [","] and self.lows[last + 1 : last + 2] and self.lows[last + 1] in ASIDES:
            last = next((at for at in range(last + 1, len(self.lows)) if self.lows[at] == ","), last)
        after = [verb for verb in self.verbs if verb.first >= last and self.connected(last, verb.first)]
        right = next((verb for verb in after if verb.finite), after[0] if after else None)
        if right is not None and self.near("alleged", right.first, right.last):
            return next((verb for verb in after if verb.first >= right.last and verb.tense == "hedged"), right)
        return right

    def _opens(self, dates: tuple[Dated, ...], left: Verb | None, right: Verb) -> bool:
        """Whether a date begins a clause, and does not only interrupt one: `X met, on 5 May, with Y`."""
        first, last = dates[0].first, dates[-1].last
        comma = "," in self.lows[max(0, first - 2) : first]
        subject = any(low not in LEADS and low != "," for low in self.lows[last : right.first])
        return left is None or subject or not comma or (not left.type and right.finite)

    # --- nouns ---

    def governing(self, noun: int) -> Verb | None:
        """The verb whose subject or object a noun is: the one before it, else the one after it."""
        before = [verb for verb in self.verbs if verb.last <= noun and self.connected(verb.last, noun)]
        ruling = [verb for verb in before if verb.tense != "reduced"]
        if ruling:
            return ruling[-1]
        return next((verb for verb in self.verbs if verb.first > noun and verb.finite), None)

    def around(self, place: int) -> tuple[int, int]:
        """The words around a noun or participle: from the verb before it to the next that tells no more of it."""
        first = max((verb.last for verb in self.verbs if verb.last <= place), default=0)
        after = next((verb for verb in self.verbs if verb.first > place and verb.finite), None)
        return first, len(self.lows) if after is None or after.tense in PAST_TENSES else after.first

    def definite(self, noun: int) -> bool:
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

    def denied(self, noun: int) -> bool:
        """`no exchange of fire`, `without any incident`."""
        return any(low in DENYING for low in self.lows[max(0, noun - 3) : noun])

    def modifies(self, noun: int) -> bool:
        """`detention centre`, `patrol boat`: English puts nouns before nouns, and the first is only a description."""
        after = noun + self.tagged.nouns[noun][1]
        if self.language.code != "en" or after >= len(self.lows) or after in self.in_verb | self.tagged.in_date.keys():
            return False
        low, classes = self.lows[after], self.language.classes
        known = classes["prepositions"] | classes["boundaries"] | classes["adverbs"] | classes["determiners"]
        grammar = low in known or low in ("and", "or") or low in self.language.auxiliary or low.endswith("ly")
        is_name = self.tagged.text[self.tagged.words[after].start].isupper()
        return low.isalpha() and not is_name and not grammar

    def is_violation(self, noun: int) -> bool:
        """`ceasefire violations`: a noun of several words that only begins with a document."""
        length = self.tagged.nouns[noun][1]
        return length > 1 and not self.near("document", noun + 1, noun + length)

    def specific(self, first: int, last: int) -> bool:
        """Whether a number or a name stands in a stretch of words."""
        numbers, words = self.language.vocabulary.numbers, self.tagged.words
        for at in range(first, min(last, len(self.lows))):
            low = self.lows[at]
            if at and low[0].isalpha() and self.tagged.text[words[at].start].isupper():
                return True
            if low in numbers or (low[0].isdigit() and words[at].kind in ("day", "number", "year", "noted_year")):
                return True
        return False

    # --- marks ---

    def near(self, name: str, first: int, last: int) -> bool:
        """Whether a mark begins in a stretch of words."""
        return self.tagged.has(name, first, last)

    def marked_before(self, name: str, place: int) -> bool:
        """Whether a mark stands before a word in the same part of the sentence, with no past tense between them."""
        places = self.tagged.places(name)
        at = max((one for one in places if one < place), default=-1) if places else -1
        if at < 0 or at <= max((one for one in self.hard if one < place), default=-1):
            return False
        return not any(verb.tense in PAST_TENSES for verb in self.verbs if at < verb.first and verb.last <= place)

    def hedged(self, first: int, last: int) -> bool:
        """Whether a hedge stands in the same clause."""
        return self.tagged.has("alleged", self.start(first), self.end(last))

    def means_future(self, verb: Verb) -> bool:
        """`is scheduled for`, `is due to`, `has undertaken to`."""
        if verb.tense == "future":
            return bool(verb.type)
        return self.near("future", verb.first, verb.last) or (
            verb.last in self.in_verb and self.near("future", verb.last, verb.last + 1)
        )

    def conditional(self, verb: Verb) -> bool:
        """Whether `if` or `unless` opens the clause of a verb."""
        if self.lows[0] in ("should", "had", "were"):
            return verb.first < 8
        for at in range(verb.first - 1, -1, -1):
            helps = self.lows[at] in self.language.auxiliary
            if self.lows[at] in HARD or (at in self.in_verb and not helps):
                return False
            if "conditional" in self.tagged.marks.get(at, ()) and not helps:
                return True
        return False

    def total(self, place: int, dates: tuple[Dated, ...]) -> bool:
        """A running total: `as of 30 September`, `since January … 412 violations`."""
        first, last = self.start(place), self.end(place)
        shape = dates[0].node.shape
        if self.tagged.has("total", first, last) or (shape not in DAY_SHAPES and self.tagged.has("sum", first, last)):
            return True
        if self._is_as_of(dates[0]) or self.near("portion", dates[0].first - 6, dates[-1].last + 2):
            return True
        summing = shape == "since" or self._is_of_months(dates[0])
        return summing and self.counts(first, last)

    def counts(self, first: int, last: int) -> bool:
        """Whether a number that belongs to no date stands in a stretch of words."""
        return any(self._is_count(at) for at in range(first, last))

    def _is_of_months(self, date: Dated) -> bool:
        """`from January to May`: a time so long that what is counted in it is a sum."""
        ends = [part.value.shape for part in date.node.parts if part.kind == "date"]
        return date.node.shape == "range" and ends == ["month", "month"]

    def _is_as_of(self, date: Dated) -> bool:
        """Whether the sentence begins with the day up to which it counts."""
        opening = self.tagged.dates[0]
        if opening.first > 3 or not " ".join(self.lows[:4]).startswith(AS_OF):
            return False
        counted = any(self._is_count(at) for at in range(opening.last, len(self.lows)))
        return counted and (date.first > 3 or opening.node.shape in ("from", "days"))

    def _is_count(self, at: int) -> bool:
        kinds = ("day", "number", "year", "noted_year", "other_number")
        return at not in self.tagged.in_date and self.lows[at][0].isdigit() and self.tagged.words[at].kind in kinds

    # --- types ---

    def type_of(self, verb: Verb) -> str:
        """The type of a verb; a light one, such as `took place`, has that of the noun that is its subject or object."""
        if verb.tense == "reduced" and verb.type in ISSUED and self.near("ruling", verb.first - 1, verb.first):
            return "decision"
        if verb.passive and self.lows[verb.head] in self.language.classes["observing"]:
            seen = [self.tagged.nouns[at][0] for at in self.tagged.nouns if self.start(verb.first) <= at < verb.first]
            if seen and seen[0] in LASTING | {"explosion"}:
                return seen[0]
        named = self._by_object(verb)
        if named:
            return named
        if verb.type != LIGHT:
            return self.exploded(verb.type, self.start(verb.first), verb.last + 8)
        nouns = [at for at in sorted(self.tagged.nouns) if at not in self.in_verb and not self.modifies(at)]
        prepositions = self.language.classes["prepositions"]
        for at in nouns:
            if verb.last <= at <= verb.last + 5 and not any(low in prepositions for low in self.lows[verb.last : at]):
                return self.tagged.nouns[at][0]
        before = [at for at in nouns if at < verb.first and self.connected(at, verb.first)]
        nearest = next(iter(before or [at for at in nouns if at >= verb.last]), None)
        return LIGHT if nearest is None else self.tagged.nouns[nearest][0]

    def _by_object(self, verb: Verb) -> str:
        """The type that somebody's fire, prisoners, letters or troops give to what is done with them."""
        if verb.type in SPOKEN and self.tagged.has("phone", self.start(verb.first), self.end(verb.last)):
            return "call"
        ambiguous = self.lows[verb.head] in self.language.classes["ambiguous"]
        if verb.type != LIGHT and not ambiguous:
            return ""
        end = min(self.end(verb.last), verb.last + 8)
        stop = next((at for at in range(verb.last, end) if self._is_preposition(at)), end)
        for first, last in ((verb.last, stop), (self.start(verb.first), verb.first)):
            for mark, type in BY_OBJECT:
                if (ambiguous or mark != "captives") and self.tagged.has(mark, first, last):
                    return type
        if self.lows[verb.head] in ("held", "holding") and self.tagged.has("captives", verb.last, end):
            return "abuse"
        return LIGHT if ambiguous and verb.type == "prisoner-release" else ""

    def _is_preposition(self, at: int) -> bool:
        return self.lows[at] in self.language.classes["prepositions"]

    def exploded(self, type: str, first: int, last: int) -> str:
        """Deaths and damage by mines and blasts are explosions."""
        harm = type in ("hostilities", "abuse", LIGHT)
        return "explosion" if harm and self.tagged.has("mines", first, last) else type
