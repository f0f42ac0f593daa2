"""Did you mean? The nearest known word, and the known ones, for a word that is not known."""

from collections.abc import Iterable

LONGEST_LIST = 12
LONGEST_COMPARED = 40  # to compare takes the square of it
SHORTEST_ALIKE = 4
ALIKE = 0.8
NEGATING = ("un", "non", "non-", "non ", "not ", "dis", "in", "no ")


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, whatever the case; empty when none is near, or only its opposite."""
    from difflib import get_close_matches  # 5 ms, only for a mistake

    typed = word.casefold()[:LONGEST_COMPARED]
    opposites = {typed.removeprefix(prefix) for prefix in NEGATING if typed.startswith(prefix)}
    folded = {short: name for name in known if (short := name.casefold()[:LONGEST_COMPARED]) not in opposites}
    matches = get_close_matches(typed, folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""


def is_slip(word: str, meant: str) -> bool:
    """Whether a slip of the pen leads from one word to the other: a letter more, less, other, or two swapped.

    Of longer words, also when four letters in five agree.
    """
    from difflib import SequenceMatcher  # only for a mistake

    if len(word) >= SHORTEST_ALIKE and SequenceMatcher(None, word.casefold(), meant.casefold()).ratio() >= ALIKE:
        return True
    short, long = sorted((word.casefold(), meant.casefold()), key=len)
    if len(long) - len(short) == 1:
        return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))
    if len(long) != len(short):
        return False
    differing = [place for place in range(len(long)) if short[place] != long[place]]
    if len(differing) == 2:
        one, two = differing
        return two == one + 1 and short[one] == long[two] and short[two] == long[one]
    return len(differing) <= 1


def did_you_mean(word: str, known: Iterable[str], listed: str = "one of") -> str:
    """`did you mean 'x'? one of: a, b, x`; long lists are cut and say how many there are."""
    names = list(known)
    match = closest(word, names)
    return f"did you mean '{match}'? {known_ones(names, listed)}" if match else known_ones(names, listed)


def known_ones(known: Iterable[str], listed: str) -> str:
    """`one of: a, b, x`; long lists are cut and say how many there are."""
    names = list(known)
    shown = ", ".join(names[:LONGEST_LIST])
    rest = f" and {len(names) - LONGEST_LIST} more" if len(names) > LONGEST_LIST else ""
    return f"{listed}: {shown}{rest}" if names else f"{listed}: none"
