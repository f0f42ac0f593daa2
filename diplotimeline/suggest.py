"""Did you mean? The nearest known word, and the known ones, for a word that is not known."""

from collections.abc import Iterable

LONGEST_LIST = 12


def closest(word: str, known: Iterable[str]) -> str:
    """The known word most like this one, whatever the case; empty when none is near."""
    from difflib import get_close_matches  # 5 ms, only for a mistake

    folded = {name.casefold(): name for name in known}
    matches = get_close_matches(word[:100].casefold(), folded, n=1, cutoff=0.6)
    return folded[matches[0]] if matches else ""


def did_you_mean(word: str, known: Iterable[str], listed: str = "one of") -> str:
    """`did you mean 'x'? one of: a, b, x`; long lists are cut and say how many there are."""
    names = list(known)
    match = closest(word, names)
    shown = ", ".join(names[:LONGEST_LIST])
    rest = f" and {len(names) - LONGEST_LIST} more" if len(names) > LONGEST_LIST else ""
    everything = f"{listed}: {shown}{rest}" if names else f"{listed}: none"
    return f"did you mean '{match}'? {everything}" if match else everything
