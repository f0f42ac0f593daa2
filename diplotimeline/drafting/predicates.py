"""The verbs of a sentence, each with its auxiliaries: what it says of time, and whether it is denied.

The auxiliaries before a verb are read as letters, which decide its tense:

    h have    w was    p is    b be    n been    g being    f will    m may, must, would    c French conditional
    t to      d did
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from diplotimeline.drafting.language import Language
from diplotimeline.drafting.tagging import Tagged

REACH = 12
"""So many words before a verb its auxiliaries are looked for, adverbs and dates between them included."""
NEGATIONS = frozenset(["not", "n't", "never", "no", "cannot", "ne", "n'", "aucun", "aucune", "nul", "nulle", "jamais"])
LIGHT = "other"
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
OPENING_PREPOSITIONS = frozenset(("under", "following", "pursuant", "per", "despite", "with", "notwithstanding"))
DATE_LEADS = frozenset(["on", "in", "at", "during", "over", "of", "the", "early", "late"])
REFLEXIVE = frozenset(("s", "se", "nous", "me"))


class Verb(NamedTuple):
    """A verb with its auxiliaries, from word `first` up to word `last`, which does not belong to it.

    Tense: past, perfect, present, future, imperfect, modal, infinitive, hedged (`to have been shelled`, `aurait été`),
    reduced (a participle after a noun), ing. The type is empty where nothing happens.
    """

    first: int
    last: int
    head: int
    type: str
    tense: str
    passive: bool = False
    negated: bool = False

    @property
    def finite(self) -> bool:
        """Whether it can be the verb of a clause."""
        return self.tense not in ("infinitive", "reduced", "ing")


def find_verbs(tagged: Tagged, language: Language) -> list[Verb]:
    """The verbs of a sentence, in their order."""
    reader = _Reader(tagged, language)
    place = 0
    while place < len(tagged.lows):
        place = reader.step(place)
    return reader.verbs


class _Reader:
    """Reads the verbs of one sentence from left to right."""

    def __init__(self, tagged: Tagged, language: Language) -> None:
        self.tagged, self.language = tagged, language
        self.lows = tagged.lows
        self.verbs: list[Verb] = []

    def step(self, place: int) -> int:
        """Reads what begins at this word; the word to go on with."""
        if place in self.tagged.in_date:
            return place + 1
        low = self.lows[place]
        entry = self.tagged.verbs.get(place)
        if entry is None and low in self.language.auxiliary:
            return self._alone(place)
        type, form, length = entry or self._unknown(low, place)
        if not form or low in self.language.classes["adjectives"]:
            return place + 1
        if place in self.tagged.nouns and form in ("base", "third", "ing") and self._is_noun(place, form):
            return place + 1
        verb = self._verb(place, type, form, length)
        if verb is None or (verb.tense == "ing" and not type):  # `the remaining checkpoints`
            return place + 1
        if self.verbs and self.verbs[-1].last > verb.first:  # auxiliaries read before as a verb of their own
            self.verbs.pop()
        self.verbs.append(verb)
        return verb.last

    def _is_noun(self, place: int, form: str) -> bool:
        """Whether a word that is a noun as well is one here: `the shelling of`, not `killing two` or `will attack`."""
        letters = self._before(place)[0]
        if form == "ing":
            return letters in ("", "t") and not (place and self.lows[place - 1] == ",")
        return not letters

    def _unknown(self, low: str, place: int) -> tuple[str, str, int]:
        """A verb that stands in no table, known by its ending, or by the word before it."""
        unreal = self.language.code == "en" and low.startswith("un") and not self._before(place)[0]  # `unidentified`
        if place in self.tagged.nouns or low in self.language.classes["adjectives"] or unreal:
            return "", "", 0
        if low in self.language.classes["pasts"]:
            return LIGHT, "past", 1
        if low in self.language.classes["participles"] and self._before(place)[0]:
            return LIGHT, "participle", 1
        if _ends_like(self.language.future_ending, low) and self.tagged.text[self.tagged.words[place].start].islower():
            return LIGHT, "future", 1
        if self.language.code == "fr" and low.endswith(("erait", "eraient", "irait", "iraient", "drait", "draient")):
            return LIGHT, "would", 1
        if _ends_like(self.language.past_ending, low):
            if self.language.code == "en":
                return LIGHT, "past", 1
            return (LIGHT, "participle", 1) if self._before(place)[0] else ("", "", 0)
        return "", "", 0

    def _alone(self, place: int) -> int:
        """An auxiliary that may turn out to be the whole verb, or to belong to a verb of no table."""
        letter = self.language.auxiliary[self.lows[place]]
        tense = {"h": "present", "w": "past", "p": "present", "f": "future", "m": "modal", "c": "hedged", "d": "past"}
        inverted = self._inverted(place) if place - 1 in self.tagged.in_date else None
        if inverted is not None:
            self.verbs.append(inverted)
            return inverted.last
        if letter not in tense:
            return place + 1
        ahead = letter == "f" or self.lows[place] == "would" or "future" in self.tagged.marks.get(place, ())
        type = LIGHT if ahead and not self._states(place) else ""
        if letter == "p" and type:
            letter = "f"
        if self.lows[place] in ("had", "did", "avait", "avaient"):
            letter = "w"
        negated = self._negated(place, place + 1)
        if self.verbs and self.verbs[-1].last == place and not self.verbs[-1].type:
            return place + 1
        self.verbs.append(Verb(place, place + 1, place, type, tense[letter], negated=negated))
        return place + 1

    def _inverted(self, place: int) -> Verb | None:
        """`only on 5 June were the families informed`: the subject between auxiliary and verb."""
        letter = self.language.auxiliary[self.lows[place]]
        wanted = {"d": ("base",), "w": ("past", "participle")}.get(letter, ())
        for at in range(place + 2, min(place + 7, len(self.lows))):
            type, form, length = self.tagged.verbs.get(at, ("", "", 0))
            if form in wanted and type:
                return Verb(place, at + length, at, type, "past", letter == "w", self._negated(place, place + 1))
        return None

    def _states(self, place: int) -> bool:
        """`will be hard`, `will remain`: nothing happens."""
        if self.lows[place] in ("sera", "seront", "aura", "auront"):
            return True
        return self.lows[place + 1 : place + 2] == ["be"] or self.tagged.verbs.get(place + 1, ("?", "", 0))[0] == ""

    def _verb(self, place: int, type: str, form: str, length: int) -> Verb | None:
        letters, first = self._before(place)
        last = place + length
        negated = self._negated(first, last)
        if form in ("future", "would", "imperfect"):
            tense = "modal" if form == "would" else form
            return Verb(first, last, place, type, tense, negated=negated)
        if form in ("base", "third"):
            tense = self._bare(letters, form, place)
            return Verb(first, last, place, type, tense, negated=negated) if tense else None
        if form == "ing":
            tense = (
                "infinitive"
                if letters.endswith("t")
                else "ing"
                if not letters or letters[-1] == "g"
                else _tense(letters, self.lows[first])
            )
            return Verb(first, last, place, type, tense, negated=negated)
        passive = any(letter in letters for letter in "wpbng")
        if letters:
            tense = _tense(letters, self.lows[first])
            if letters[-1] == "p" and self.language.moves and self._moved(place, first):
                tense, passive = "past", False
            return Verb(first, last, place, type, tense, passive, negated)
        tense = self._unaided(place, last, form)
        return Verb(place, last, place, type, tense, tense == "reduced", negated) if tense else None

    def _moved(self, place: int, first: int) -> bool:
        """French: `est arrivé`, `s'est réuni` are past tenses."""
        low = self.lows[place].rstrip("s").removesuffix("ée") + (
            "é" if self.lows[place].rstrip("s").endswith("ée") else ""
        )
        before = self.lows[first - 1] if first else ""
        before = self.lows[first - 2] if before == "'" and first > 1 else before
        return low in self.language.moves or self.lows[place] in self.language.moves or before in REFLEXIVE

    def _bare(self, letters: str, form: str, place: int) -> str:
        """The tense of an infinitive or a present."""
        if letters:
            return "infinitive" if letters == "b" else _tense(letters, "")
        before = self.lows[place - 1] if place else ""
        if self.language.code == "fr" and form == "base":
            return "infinitive"
        if form == "base" or before in self.language.classes["determiners"] | self.language.classes["prepositions"]:
            return ""
        following = self.lows[place + 1] if place + 1 < len(self.lows) else ""
        if self.tagged.verbs.get(place + 1, ("", "", 0))[1] == "past" or following.endswith("ed"):
            return ""  # `shells hit Kora`: the subject, not the verb
        if self._clause_has_verb(place - 1) and before not in ("and", "but", ","):
            return ""
        return "present"

    def _before(self, place: int) -> tuple[str, int]:
        """The letters of the auxiliaries before a word, and where they begin."""
        letters, first = "", place
        adverbs, auxiliary = self.language.classes["adverbs"], self.language.auxiliary
        at = place - 1
        while at >= 0 and place - at <= REACH:
            low = self.lows[at]
            if at in self.tagged.in_date:
                at = self.tagged.in_date[at]
            elif low in auxiliary:
                letters, first = auxiliary[low] + letters, at
            elif (low == "," and not self._beside_date(at)) or not (
                low in adverbs or low.endswith(("ly", "ment")) or low in ("'", ",", "-")
            ):
                break
            at -= 1
        return letters, first

    def _beside_date(self, place: int) -> bool:
        return place - 1 in self.tagged.in_date or any(place + step in self.tagged.in_date for step in (1, 2))

    def _negated(self, first: int, last: int) -> bool:
        """Whether a denial stands among the auxiliaries, or before them in the same clause."""
        at = last - 1
        while at >= 0:
            low = self.lows[at]
            if low == "not" and self.lows[at + 1 : at + 2] == ["until"]:
                return False
            if low in NEGATIONS or (low == "n" and self.lows[at + 1 : at + 2] == ["'"]):
                return not (low in ("ne", "n") and "que" in self.lows[last : last + 3])
            if "negation" in self.tagged.marks.get(at, ()):
                return True
            if at < first and (low in self.language.classes["boundaries"] or low in ',;:()"'):
                return False
            if at < first and any(verb.first <= at < verb.last for verb in self.verbs[-1:]):
                return False
            at -= 1
        return False

    def _unaided(self, place: int, last: int, form: str) -> str:
        """A past tense or a participle without auxiliary: the verb of its clause, or part of a noun's description."""
        classes = self.language.classes
        at = place - 1
        while at >= 0 and (
            at in self.tagged.in_date or self.lows[at] in classes["adverbs"] or self.lows[at].endswith("ly")
        ):
            if at in self.tagged.in_date:  # with the words that lead to it: `on`, `in the`
                at = self.tagged.in_date[at] - 1
                while at >= 0 and self.lows[at] in DATE_LEADS:
                    at -= 1
            else:
                at -= 1
        if at > 0 and self.lows[at] in ("last", "first"):  # `the leaders last met in June`
            at -= 1
        before = self.lows[at] if at >= 0 else ""
        if before == "those" and (
            last in self.tagged.in_date or self.lows[last : last + 1] in (["on"], ["in"], ["by"])
        ):
            return "reduced"
        if before == "as" and self.lows[last : last + 1] == ["by"]:
            return "reduced"
        if before in classes["determiners"] | classes["prepositions"] and before not in ("all", "both", "each"):
            return ""
        if self.language.code == "fr":
            return "past" if form == "past" else "reduced"
        if form == "participle" or at < 0:
            return "reduced"
        previous = self.verbs[-1] if self.verbs else None
        if before in ("and", "or", "but", "then") and previous is not None and previous.finite:
            return previous.tense if previous.tense in ("past", "perfect") else "past"
        if before in ("who", "which", "that"):
            return "past"
        following = self.lows[last] if last < len(self.lows) else ""
        if following == "by":
            return "reduced"
        taken = self._clause_has_verb(at) or self._inside_infinitive(previous, at) or self._in_opening_phrase(at, last)
        if before == ",":
            return "reduced" if taken or self._resumed(last) else "past"
        if taken and not self._new_subject(previous, at, last):
            return "reduced"
        return "reduced" if not taken and self._verb_follows(last) else "past"

    def _clause_has_verb(self, at: int) -> bool:
        """Whether the clause that this word belongs to has had its verb."""
        for verb in reversed(self.verbs):
            between = self.lows[verb.last : at + 1]
            if any(low in self.language.classes["boundaries"] or low in ';:"(' for low in between):
                return False
            if verb.finite:
                return True
        return False

    def _in_opening_phrase(self, at: int, last: int) -> bool:
        """`under the protocol signed in June, the sides withdrew`: the verb of the clause comes after the comma."""
        start = next((one + 1 for one in range(at, -1, -1) if self._bounds(one)), 0)
        comma = next((one for one in range(last, len(self.lows)) if self.lows[one] == ","), None)
        if comma is None or self.lows[start] not in OPENING_PREPOSITIONS:
            return False
        return any(
            self.tagged.verbs.get(one, ("", "", 0))[1] == "past" or self.lows[one] in self.language.auxiliary
            for one in range(comma, len(self.lows))
        )

    def _bounds(self, at: int) -> bool:
        return self.lows[at] in ';:"(' or self.lows[at] in self.language.classes["boundaries"]

    def _inside_infinitive(self, previous: Verb | None, at: int) -> bool:
        """`to return to the positions held before`: a participle after an infinitive describes its noun."""
        if previous is None or previous.tense != "infinitive" or self.lows[at] in PRONOUNS:
            return False
        between = self.lows[previous.last : at + 1]
        return not any(low in self.language.classes["boundaries"] or low in ',;:"(' or low == "and" for low in between)

    def _new_subject(self, previous: Verb | None, at: int, last: int) -> bool:
        """`…, and Belkanor suspended it`: a conjunction since the last verb, and an object or a date after this one."""
        since = self.lows[previous.last : at + 1] if previous else []
        joined = any(low in ("and", "but", "while", ",") for low in since)
        return (
            joined
            and last < len(self.lows)
            and (self.lows[last] not in self.language.classes["prepositions"] or last in self.tagged.in_date)
        )

    def _resumed(self, last: int) -> bool:
        """`…, planned for 7 March, was cancelled`: after the next comma the verb of the clause."""
        comma = next((at for at in range(last, len(self.lows)) if self.lows[at] == ","), len(self.lows))
        return self.language.auxiliary.get(
            self.lows[comma + 1 : comma + 2][0] if comma + 1 < len(self.lows) else "", ""
        ) in set("hwpfm")

    def _verb_follows(self, last: int) -> bool:
        """Whether the verb of the clause is still to come."""
        auxiliary, boundaries = self.language.auxiliary, self.language.classes["boundaries"]
        for place in range(last, min(last + 16, len(self.lows))):
            low = self.lows[place]
            if place in self.tagged.in_date:
                continue
            if low in boundaries or low in ',;:.()"' or low in ("and", "but", "to"):
                return False
            if auxiliary.get(low, "t") in "hwpfm":
                return True
            entry = self.tagged.verbs.get(place)
            if entry and entry[1] == "past" and self.lows[place - 1] not in self.language.classes["determiners"]:
                return True
        return False


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern or "(?!)")


@lru_cache(maxsize=50_000)
def _ends_like(pattern: str, low: str) -> bool:
    """Whether a word has an ending; a text has far more words than different words."""
    return _ending(pattern).fullmatch(low) is not None


def _tense(letters: str, first: str) -> str:
    """What the auxiliaries before a participle or an infinitive say of time."""
    if "c" in letters:
        return "hedged"
    if "f" in letters:
        return "future"
    if "m" in letters:
        return "hedged" if "h" in letters and first in ("may", "might") else "modal"
    if "t" in letters:
        return "hedged" if "h" in letters else "future" if letters[:1] in "wp" else "infinitive"
    if letters.startswith("h"):
        return "past" if first in ("had", "avait", "avaient") else "perfect"
    if "w" in letters or letters.startswith("d"):
        return "past"
    return "present" if letters.startswith("p") else "past" if letters == "n" else "ing"
