"""What the auxiliaries before a verb say of time. They are read as letters, which decide its tense:

h have    w was    p is    b be    n been    g being    f will    m may, must, would    c French conditional
t to      d did
"""


def tense_of(letters: str, first: str) -> str:
    """What the auxiliaries before a participle or an infinitive say of time."""
    if "c" in letters:
        return "hedged"
    if "f" in letters:
        return "future"
    if "m" in letters:
        return "hedged" if "h" in letters and first in ("may", "might") else "modal"
    if "t" in letters:
        return "hedged" if "h" in letters else "future" if letters[:1] in "wp" else "infinitive"
    if letters.startswith("h") and first == "having":
        return "ing"
    if letters.startswith("h"):
        return "past" if first in ("had", "avait", "avaient") else "perfect"
    if "w" in letters or letters.startswith("d"):
        return "past"
    if letters.startswith("b"):  # `demands that the post be reopened`
        return "infinitive"
    return "present" if letters.startswith("p") else "past" if letters == "n" else "ing"
