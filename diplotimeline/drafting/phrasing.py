"""What a title leaves of a sentence: its words without dates, brackets, marks of speech and asides between commas."""

from collections.abc import Mapping
from itertools import pairwise, takewhile

from diplotimeline.drafting.grammar import LISTED, Tree
from diplotimeline.drafting.parsing import Token

Forms = Mapping[int, str]  # what stands for words at their places: a verb in the present, nothing for its auxiliaries
LONGEST = 200
MARKS_OF_SPEECH, ASIDES = frozenset('"“”«»()[]'), frozenset((",", "–", "—", "--"))
ENDS = " ,;:.-–—'’"


def left(tree: Tree, first: int, last: int, needed: set[int]) -> list[Token]:
    """The words from one place up to another that a title keeps."""
    gone = _gone(tree) - needed
    gone |= _asides(tree, [at for at in range(first, last) if at not in gone], needed)
    return _without_end(tree, [tree.doc[at] for at in range(first, last) if at not in gone], needed)


def _asides(tree: Tree, places: list[int], needed: set[int]) -> set[int]:
    """The words behind a comma, up to the next, that only say more of what stands before; a list and a place stay."""
    signs = [*(at for at in places if tree.lows[at] in ASIDES), len(tree.doc)]
    gone: set[int] = set()
    for sign, end in pairwise(signs):
        inside = [at for at in places if sign < at < end]
        beside = not {sign - 1, sign + 1}.issubset(places)
        opened = any(at < sign and at not in gone for at in signs)
        if _joins(tree, [at for at in places if at > sign], end, gone):
            gone |= {sign} & {at + 1 for at in tree.in_date}  # `expelled on 3 May, an envoy and two spies`
            continue
        if not needed.isdisjoint(inside):
            gone |= {sign} if beside or (inside[0] in needed and not opened) else set()
        elif max(needed, default=0) >= end or not inside or not _leads_to_place(tree, inside[0], gone):
            gone |= {sign, *inside, end}
        elif beside:
            gone.add(sign)
    return gone


def _joins(tree: Tree, behind: list[int], end: int, gone: set[int]) -> bool:
    """Whether a member of a list stands behind a comma: something joined to what stays, or names up to an `and`."""
    for token in (tree.doc[at] for at in behind if at < end):
        member = token.i not in tree.verbs or any(tree.children(one, "coordinator") for one in (token, token.head))
        if tree.role(token) == "joined" and member and token.head.i < behind[0] and token.head.i not in gone:
            return True
    names = [*takewhile(lambda at: tree.doc[at].pos_ in LISTED or tree.lows[at] in ASIDES, behind)]
    joint = tree.doc[names[-1] + 1 : names[-1] + 2] if names and names[0] - 2 not in gone else ()
    return any(tree.is_one_of(one, "and") for one in joint)


def _leads_to_place(tree: Tree, at: int, gone: set[int]) -> bool:
    """Whether a preposition opens what stands behind a comma: `, in Kora`, but not `, according to Vestra`."""
    relative = any(tree.is_one_of(one, "relative") for one in tree.doc[at + 1 : at + 4])
    led = tree.doc[at].pos_ == "ADP" or tree.hangs_as(tree.doc[at], "preposition")
    return led and tree.doc[at].head.i not in gone and not relative and not tree.has("according", at, at + 1)


def _gone(tree: Tree) -> set[int]:
    """The places of dates with what leads to them, of brackets and marks of speech, and of words that say nothing."""
    dated = set(tree.in_date)
    found = dated | tree.in_brackets
    found |= {one.i for at in tree.in_date for one in tree.children(tree.doc[at], "case") if one.i > at}  # `today's`
    for at in (one for one in dated if one - 1 not in dated):
        while at > 0 and (at - 1 in found or _leads(tree, at - 1, found)):
            at -= 1
            found.add(at)
    return found | {token.i for token in tree.doc if _is_spare(tree, token)}


def _leads(tree: Tree, at: int, found: set[int]) -> bool:
    """Whether a small word leads to a date, or joins one with another."""
    token, below = tree.doc[at], [one.i for one in tree.doc[at].rights]
    small = token.pos_ in ("ADP", "SCONJ", "DET", "PART", "ADV", "CCONJ") or tree.is_one_of(token, "leading")
    led = tree.hangs_as(token, "preposition") and at + 1 in tree.in_date and not tree.is_one_of(token, "genitive")
    around = (one for one in tree.children(token, "prepositional") if one.i not in found)
    led = led and not any(tree.is_definite(one) for one in around)  # `for the 3 May election`
    loose = token.pos_ == "DET" and token.head.i in tree.verbs  # French `aura lieu le vendredi 3 mai`
    return led or (small and (loose or token.head.i in found or (bool(below) and found.issuperset(below))))


def _is_spare(tree: Tree, token: Token) -> bool:
    """Whether a word says nothing: a mark of speech, `also`, a word that the model hung nowhere, French `suivant`."""
    loose = tree.hangs_as(token, "loose") and not token.is_title and not list(token.children)
    loose = loose and not tree.has("inexact", token.i - 1, token.i)
    if tree.lows[token.i] in MARKS_OF_SPEECH or loose:
        return True
    also = tree.is_one_of(token, "timing") and tree.hangs_as(token, "adverb")
    return also and "-" not in tree.lows[token.i + 1 : token.i + 2]


def without_article(tree: Tree, words: list[Token], *also: str) -> list[Token]:
    """Words without an article, or a word of another class, at their beginning."""
    articles = tree.grammar.classes["articles"].union(*(tree.grammar.classes[one] for one in also))
    return words[1:] if words and tree.lows[words[0].i] in articles else words


def fitting(tree: Tree, words: list[Token], forms: Forms, needed: set[int], who: str = "") -> str:
    """The text of as many words as there is room for, up to where a phrase begins; none without those needed."""
    for end in (len(words), *(at for at in range(len(words) - 1, 0, -1) if _begins(tree, words[at]))):
        cut = _without_end(tree, words[:end], needed)
        text = f"{who} {written(tree, cut, forms)}".strip()
        ours = any(one.text in tree.grammar.classes["conversing"] and one.i not in forms for one in cut)
        whole = needed <= {one.i for one in cut} and not any(_is_wanted(tree, one, cut) for one in words[end:])
        led = (one for one in cut if tree.is_one_of(one, "meanwhile") and one.head.i in tree.verbs)
        if whole and not ours and len(text) <= LONGEST and all(one.head in cut for one in led):
            return text
    return ""


def _begins(tree: Tree, token: Token) -> bool:
    """Whether a phrase begins with a word that one can do without, or another of those whom somebody met."""
    if token.text == ",":
        return any(tree.role(one) in ("joined", "aside") for one in tree.doc[token.i + 1 : token.i + 8])
    if token.pos_ == "ADP":
        return not tree.is_one_of(token, "genitive")
    if token.i in tree.verbs:
        return tree.verbs[token.i].tense in ("ing", "reduced")
    between = tree.grammar.classes["between"].isdisjoint(tree.lows[: token.i])
    joins = tree.hangs_as(token, "coordinator") and between and token.head.pos_ != "PROPN"
    return joins or tree.hangs_as(token, "opener") or token.tag_ == "TO" or tree.is_one_of(token, "meanwhile")


def _is_wanted(tree: Tree, token: Token, cut: list[Token]) -> bool:
    """Whether a word that is left out is what another leads to: `had urged Vestra to leave`, `efforts to combat`."""
    verb = tree.verbs.get(token.i)
    described = verb is not None and verb.tense == "infinitive" and tree.role(token) == "description"
    return token.head in cut and (described or tree.hangs_as(token, "content"))


def _without_end(tree: Tree, words: list[Token], needed: set[int]) -> list[Token]:
    """Words without an `and`, a sign, a preposition or an article at their end."""
    while words and _is_open(tree, words[-1], needed):
        words = words[:-1]
    return words


def _is_open(tree: Tree, last: Token, needed: set[int]) -> bool:
    """Whether a phrase cannot end in a word: what it belongs to follows it in the text, and is left out."""
    leads = last.pos_ == "ADV" and any(one.i == last.i + 1 and one.pos_ == "ADP" for one in last.rights)  # `prior to`
    small = tree.grammar.classes["articles"] | tree.grammar.classes["relative"] | tree.grammar.classes["conditions"]
    if leads or last.pos_ == "AUX" or last.tag_ == "TO" or last.text in small:
        return True  # `calling on actions to be --`
    verb = tree.verbs.get(last.i)
    if verb is not None and not verb.finite and last.i not in needed:
        return any(one.pos_ != "PUNCT" and one.i not in tree.in_date | tree.in_brackets for one in last.rights)
    if tree.hangs_as(last, "coordinator", "sign", "preposition", "case", "opener") and not last.is_digit:
        return not tree.hangs_as(last, "preposition") or bool(list(last.children))  # but `was fired upon`
    top = last.head if tree.role(last) == "joined" else last  # `discreet` of `the limited, discreet and brief talks`
    leads = top.pos_ in ("DET", "NUM", "ADJ", "ADV", "PRON") or tree.hangs_as(top, "modifier", "compound")
    listed = last.pos_ == "PROPN" and tree.lows[last.i + 1 : last.i + 2] == [","]  # `met Sol, Minister Ana Lund, …`
    return top.head.i > last.i and leads and not tree.role(top) and not listed


def written(tree: Tree, words: list[Token], forms: Forms | None = None) -> str:
    """Words as they stand in the text or in their forms, with one blank where something between them is left out."""
    text, last = "", None
    for token in words:
        word = (forms or {}).get(token.i, tree.words(token.i, token.i + 1))
        apart = last is not None and (tree.starts[token.i] > tree.ends[last.i] or token.i > last.i + 1)
        if word:
            text += " " if apart and not (token.pos_ == "PUNCT" and tree.lows[token.i] in ",.;:") else ""
            text, last = text + word, token
    return text.strip(ENDS)
