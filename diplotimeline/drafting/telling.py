"""What a sentence tells of dates or of none: an event, or the reason why it is none."""

from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.above import effects
from diplotimeline.drafting.expressions import Dated
from diplotimeline.drafting.facts import Told, facts_of
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.rules import Mood, decided
from diplotimeline.drafting.types import OTHER, STATE, by_mines
from diplotimeline.drafting.verbs import Verb

if TYPE_CHECKING:
    from spacy.tokens import Token


class Event(NamedTuple):
    """What a sentence tells of dates or of none; with a `reason` it is no event.

    The mood's status may also be `shown` for what a video shows, and `spoken` for the statement itself.
    """

    dates: tuple[Dated, ...]
    token: "Token"
    verb: Verb | None
    type: str
    mood: Mood
    needs_actor: bool = False
    """Whether it is told too loosely to be kept unless somebody of the register takes part."""

    @property
    def reason(self) -> str:
        """Why it is no event."""
        return self.mood.reason


def event_of(tree: Tree, dates: tuple[Dated, ...], token: "Token", verb: Verb | None, type: str) -> Event:
    """An event of a verb or noun, or the reason why it is none."""
    mood, facts = judged(Told(tree, token, verb, type, dates))
    if not mood.reason and (none := decided("sentences", facts | {mood.status})):
        mood = mood._replace(reason=none.reason)
    return Event(dates, token, verb, by_mines(tree, OTHER if type == STATE else type), mood)


def judged(told: Told) -> tuple[Mood, frozenset[str]]:
    """What tense, mood and the words around and above a verb or noun make of it, and the facts that decide."""
    tree, verb = told.tree, told.verb
    beside = [tree.verbs[at] for _, at in tree.asides() if at != told.token.i] if verb else []
    above = [*effects(tree, told.token), *(("alleged" if tree.accuses(one) else "said", one) for one in beside)]
    facts = facts_of(told, above)
    mood = decided("verbs" if verb else "nouns", facts)
    governor = tree.verb_above(told.token)
    if mood is None and governor is not None and {"infinitive", "ing"} & facts:
        mood, _ = judged(told._replace(token=governor.token, verb=governor))
    mood = mood or Mood()
    teller = next((one for name, one in above if name in ("said", "alleged") and one), None) if verb else None
    hedged = not mood.status and not mood.reason and decided("words", facts)
    return mood._replace(status="alleged" if hedged else mood.status, teller=teller), facts
