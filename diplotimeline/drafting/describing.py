"""What a sentence says of an event beside its date: who takes part, where, on whose word, and words for a title."""

from dataclasses import dataclass
from functools import cached_property

from diplotimeline.drafting.events import Event
from diplotimeline.drafting.grammar import Tree
from diplotimeline.drafting.register import Named, Register

Shared = tuple[tuple[str, tuple[str, ...]], ...]
"""Names that several registered people share, each with their ids."""


@dataclass(frozen=True)
class Scene:
    """A sentence with the actors that it names."""

    tree: Tree
    register: Register

    @cached_property
    def named(self) -> list[Named]:
        return self.register.named(self.tree.tagged)

    def predicate(self, event: Event) -> str:
        first = event.verb.first if event.verb else event.token.i
        return self.tree.words(min(first, event.token.i), event.token.i + 1)

    def actors(self, event: Event) -> tuple[tuple[str, ...], Shared]:
        ids = dict.fromkeys(one.actors[0] for one in self.named if len(one.actors) == 1)
        return tuple(ids), ()

    def according_to(self, event: Event) -> str:
        return ""

    def is_hearsay(self, event: Event) -> bool:
        return self.tree.has("according", 0, event.token.i)

    def place(self, event: Event) -> str:
        return ""

    def title(self, event: Event) -> str:
        return self.tree.words(event.token.i, event.token.i + 1)
