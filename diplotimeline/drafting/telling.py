"""What a sentence tells of dates or of none: an event, or the reason why it is none."""

from typing import TYPE_CHECKING, NamedTuple

from diplotimeline.drafting.expressions import Dated
from diplotimeline.drafting.genres import Told, genre
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.moods import Mood, of_noun, of_verb
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
    mood = of_verb(tree, verb, dates) if verb else of_noun(tree, token, type, dates)
    if type == STATE and mood.status == "planned":
        type = OTHER
    reason = mood.reason or genre(Told(tree, token, verb, type, dates))
    return Event(dates, token, verb, by_mines(tree, type), mood._replace(reason=reason))
