"""Did you mean? For a word that is not known: the known word most like it, and a list of those that are known."""

from collections.abc import Collection, Iterable
from functools import cache

from diplotimeline.characters import folded
from diplotimeline.files import blocks

LONGEST_LIST = 12
LONGEST_COMPARED = 40  # characters; the time to compare two words grows with the square of their length
SHORTEST_ALIKE = 4
ALIKE = 0.8
NEGATING = ("un", "non", "non-", "non ", "not ", "dis", "in", "no ")


def closest(word: str, known: Iterable[str], states: Collection[str] = ()) -> str:
    """The known word most like this one, whatever the case; empty when none is like it.

    A word is never taken for its opposite: `confirmed` is not offered for `unconfirmed`. The name of a state (one of
    `states`, or of a real one) is offered for a slip of one letter only, and never for the name of another.
    """
    from difflib import get_close_matches  # 5 ms, only for a mistake

    typed = word.casefold()[:LONGEST_COMPARED]
    opposites = {typed.removeprefix(prefix) for prefix in NEGATING if typed.startswith(prefix)}
    shortened = {short: name for name in known if (short := name.casefold()[:LONGEST_COMPARED]) not in opposites}
    for short in get_close_matches(typed, shortened, n=len(shortened) or 1, cutoff=0.6):
        if not (shortened[short] in states or is_state(short)) or (_one_letter(typed, short) and not is_state(typed)):
            return shortened[short]
    return ""


def is_slip(word: str, meant: str) -> bool:
    """Whether one word may be the other mistyped: a letter added, missing or wrong, or two neighbours swapped.

    Words of four letters and more also count as mistyped when four fifths of them agree.
    """
    from difflib import SequenceMatcher  # only for a mistake

    if len(word) >= SHORTEST_ALIKE and SequenceMatcher(None, word.casefold(), meant.casefold()).ratio() >= ALIKE:
        return True
    one, other = _difference(word, meant)
    return max(len(one), len(other)) <= 1 or (len(one) == 2 and one == other[::-1])


def _one_letter(word: str, meant: str) -> bool:
    """Whether a word of four letters or more has one letter wrong, missing or doubled, or two neighbours swapped."""
    one, other = _difference(word, meant)
    if len(word) < SHORTEST_ALIKE or len(one) + len(other) > 4:
        return False
    doubled = len(one) == 1 and not other and one * 2 in word.casefold()
    return doubled or (len(one) < 2 and len(other) == 1) or (len(one) == 2 and one == other[::-1])


def _difference(word: str, other: str) -> tuple[str, str]:
    """What is left of two words without what both begin and end with."""
    one, other = word.casefold(), other.casefold()
    for _ in range(2):  # what both begin with goes, then what both end with
        while one and other and one[0] == other[0]:
            one, other = one[1:], other[1:]
        one, other = one[::-1], other[::-1]
    return one, other


def did_you_mean(
    word: str,
    known: Iterable[str],
    listed: str = "one of",
    states: Collection[str] = (),
    also: Iterable[str] = (),
) -> str:
    """Help for an unknown word: `did you mean 'x'? one of: a, b, x`, or only the list when no known word is like it.

    A word of `also` may be meant too, but is not in the list.
    """
    names = list(known)
    match = closest(word, [*names, *also], states)
    return f"did you mean '{match}'? {known_ones(names, listed)}" if match else known_ones(names, listed)


def known_ones(known: Iterable[str], listed: str) -> str:
    """The known words as a list, `one of: a, b, x`; of more than twelve the rest is counted."""
    names = list(known)
    shown = ", ".join(names[:LONGEST_LIST])
    rest = f" and {len(names) - LONGEST_LIST} more" if len(names) > LONGEST_LIST else ""
    return f"{listed}: {shown}{rest}" if names else f"{listed}: none"


def is_state(name: str) -> bool:
    """Whether a name, or an id made of one, is that of a state: `South Korea`, `south-korea`, `the Gambia`."""
    plain = folded(name).replace("-", " ").replace("'", " ")
    return not {plain, plain.removeprefix("the ")}.isdisjoint(state_names())


@cache
def state_names() -> frozenset[str]:
    """The names of states, present and past, from `states.txt`: a suggestion never takes one for another."""
    return frozenset(name for lines in blocks("states.txt") for name in lines)
