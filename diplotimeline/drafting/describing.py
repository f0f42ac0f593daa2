"""What a sentence says of an event beside its date: who takes part, where, on whose word, and words for a title."""

import re
from dataclasses import dataclass

from diplotimeline.drafting.clauses import LEADS
from diplotimeline.drafting.register import Named, Register
from diplotimeline.drafting.tagging import Dated, Tagged
from diplotimeline.drafting.verdicts import Judged

LONGEST_TITLE = 90
MARKS_OF_SPEECH = re.compile(r"[\"“”«»]|(?<!\w)[‘’']|^\(?[a-zA-Z0-9]{1,3}[).] ")
ASIDE_FIRST = re.compile(r"\A\([^()]{0,40}\)[ ,]*")
BLANK_BEFORE_SIGN = re.compile(r" (?=[,.;:)])")
ARTICLES = frozenset(("the", "of", "le", "la", "les", "l", "'", "de", "des", "du", "d"))
GENITIVES = frozenset(("of", "de", "du", "des", "d", "'"))

Shared = tuple[tuple[str, tuple[str, ...]], ...]
"""Names that several registered people share, each with their ids."""


@dataclass(frozen=True)
class Scene:
    """A sentence with the actors that it names."""

    tagged: Tagged
    register: Register
    named: list[Named]

    def words(self, first: int, last: int) -> str:
        """The text from one word up to another."""
        words = self.tagged.words
        return self.tagged.text[words[first].start : words[last - 1].end]

    def actors(self, judged: Judged) -> tuple[tuple[str, ...], Shared]:
        """Who takes part, and names that may be one or the other.

        Those that the clause names, but not the state of which somebody is the minister, nor a body that is a place.
        """
        first, last = self._reach(judged)
        near = [one for one in self.named if first <= one.first < last and not self._is_place(one)]
        near = [one for one in near if self._owns(one) or not judged.outside[0] <= one.first < judged.outside[1]]
        ids = dict.fromkeys(one.actors[0] for one in near if len(one.actors) == 1)
        shared = {self.words(one.first, one.last): one.actors for one in near if len(one.actors) > 1}
        parents = {above for id in ids for above in self.register.actors[id].of}
        for one in near:
            if one.first and self.tagged.lows[one.first - 1] in GENITIVES and one.actors[0] in parents:
                ids.pop(one.actors[0], None)
        speaker = self.according_to(judged)
        return tuple(id for id in ids if id != speaker), tuple(shared.items())

    def _owns(self, one: Named) -> bool:
        """`condemns Kestria's attack`."""
        return self.tagged.lows[one.last : one.last + 2] == ["'", "s"]

    def according_to(self, judged: Judged) -> str:
        """The one registered actor whose words are passed on: `according to the Ministry`, `the Ministry said that`."""
        for one in self.named:
            if judged.speaker[0] <= one.first < judged.speaker[1] and len(one.actors) == 1:
                return one.actors[0]
        for at in self.tagged.places("according"):
            end = next((place for place in range(at, len(self.tagged.lows)) if self.tagged.lows[place] == ","), at + 8)
            for one in self.named:
                if at < one.first < end and len(one.actors) == 1:
                    return one.actors[0]
        return ""

    def is_hearsay(self, judged: Judged) -> bool:
        """Whether somebody who is not registered is named as the origin of the words."""
        return not self.according_to(judged) and self.tagged.has("according", 0, judged.first)

    def place(self, judged: Judged) -> str:
        """The name after `in`, `at`, `near` … that follows the verb or noun most closely; empty if there is none."""
        people = {place for one in self.named for place in range(one.first, one.last) if not self._is_place(one)}
        for at in sorted(self.tagged.places("place")):
            first = at + 1
            while first < len(self.tagged.lows) and self.tagged.lows[first] in ARTICLES:
                first += 1
            last = first
            while last < len(self.tagged.words) and last not in self.tagged.in_date and self._is_name(last):
                last += 1
            if at >= judged.last and last > first and first not in people:
                return self.words(first, last)
        return ""

    def title(self, judged: Judged) -> str:
        """The words of the clause without its date, cut at a word: a person turns them into a title."""
        first, last = self._reach(judged)
        first = judged.first if judged.noun else first
        dates = judged.dates
        without = range(self._lead(dates[0]), self._after(dates[-1])) if dates else range(0)
        stretches: list[list[int]] = []
        for place in (place for place in range(first, last) if place not in without):
            if not stretches or stretches[-1][-1] != place - 1:
                stretches.append([])
            stretches[-1].append(place)
        words = " ".join(self.words(one[0], one[-1] + 1) for one in stretches)
        words = " ".join(MARKS_OF_SPEECH.sub("", words).split())
        words = BLANK_BEFORE_SIGN.sub("", ASIDE_FIRST.sub("", words)).strip(" ,;:.-–—")
        if len(words) > LONGEST_TITLE:
            words = words[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
        return words[:1].upper() + words[1:] or judged.type.capitalize()

    def _lead(self, date: Dated) -> int:
        """Where a date begins with the words that lead to it: `on`, `in the`."""
        first = date.first
        while first and self.tagged.lows[first - 1] in LEADS | {","}:
            first -= 1
        return first

    def _after(self, date: Dated) -> int:
        """The word after a date, and after the comma that closes it: `, on 5 September,`."""
        lows = self.tagged.lows
        opened = lows[self._lead(date)] == ","
        return date.last + 1 if opened and lows[date.last : date.last + 1] == [","] else date.last

    def _reach(self, judged: Judged) -> tuple[int, int]:
        """The words that belong to an event: of a verb its part of the sentence, of a noun those around it."""
        lows = self.tagged.lows
        stops = [at for at, low in enumerate(lows) if low in ";:"]
        first = max((at + 1 for at in stops if at < judged.first), default=0)
        last = min((at for at in stops if at >= judged.last), default=len(lows))
        return max(first, judged.reach[0]), min(last, judged.reach[1])

    def _is_place(self, one: Named) -> bool:
        """`at the White House`: a body that names where it was."""
        before = [low for low in self.tagged.lows[max(0, one.first - 2) : one.first] if low not in ARTICLES]
        return before[-1:] in (["at"], ["à"]) and self.register.actors[one.actors[0]].kind == "government-body"

    def _is_name(self, at: int) -> bool:
        words, text = self.tagged.words, self.tagged.text
        following = words[at + 1] if at + 1 < len(words) else None
        return text[words[at].start].isupper() or (
            words[at].low == "-" and following is not None and text[following.start].isupper()
        )
