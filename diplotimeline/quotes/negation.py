"""Does a quote stop short of a negation? `agree to talks` stands in `did not agree to talks`, and says the contrary."""

import re
from functools import cache

from diplotimeline.files import blocks

REACH = 40  # signs; no negation is longer
GAP = r"[\s\"'(),\[\]-]*"  # what may stand between a quote and a negation of the same sentence
NEGATED_VERB = r"\w+n't|n't|'t"
BEHIND_NE = re.compile(r"(?<!\w)(?:ne\s|n').*\Z", re.IGNORECASE)


@cache
def _words() -> tuple[str, str]:
    """The negations of `negations.txt` as a pattern, and those that negate only behind French `ne`."""
    english, french, behind_ne, *others = blocks("quotes/negations.txt")
    negations = " ".join((*english, *french, *(line for block in others for line in block))).replace("_", r"\s").split()
    negations.sort(key=len, reverse=True)
    return rf"(?:{'|'.join(negations)}|{NEGATED_VERB})", rf"(?:{'|'.join(' '.join(behind_ne).split())})"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    negation, behind_ne = _words()
    forms = (
        rf"(?<![\w'])({negation}){GAP}\Z",
        rf"{GAP}(?<!\w)(n'|{negation}(?!\w))",
        rf"{GAP}(?<!\w)({behind_ne})(?!\w)",
        rf"(?<!\w)(?:{negation})(?!\w)|{NEGATED_VERB}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def is_negated(words: str) -> bool:
    """Whether there is a negation among the words."""
    return _patterns()[3].search(words) is not None


def negation_beside(text: str, start: int, end: int) -> str:
    """The negation right before or right behind a stretch of a folded text, in its sentence; empty if there is none."""
    before, behind, behind_ne, _ = _patterns()
    match = before.search(text[max(0, start - REACH) : start]) or behind.match(text, end)
    if not match and BEHIND_NE.search(text, max(start, end - REACH), end):
        match = behind_ne.match(text, end)
    return match[1] if match else ""
