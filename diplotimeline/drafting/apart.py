"""What stands apart in a sentence and only misleads a model: `NUBAR, 4 March -`, `On 4 March`, `, today,`, `(MIVES)`.

The words around it are parsed without it; it then hangs on the word before it, at the beginning on the main word.
"""

from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Places = AbstractSet[int]
"""The places of a text that lie in its dates."""
LEADS_IN = frozenset((":", "-", "–", "—", "--"))
Classes = Mapping[str, frozenset[str]]
"""Words of a language by what they do."""
LONGEST_LEAD, LONGEST_BRACKET = 16, 6


def told(doc: "Doc", dates: Places, classes: Classes) -> list["Token"]:
    """The words of a sentence without what stands apart."""
    apart = {
        *range(_lead(doc, dates, classes) or _opening_date(doc, dates, classes)),
        *_in_short_brackets(doc),
        *_enclosed(doc, dates, classes),
    }
    return [token for token in doc if token.i not in apart] or list(doc)


def whole(doc: "Doc", places: Sequence[int], body: "Doc") -> "Doc":
    """A parsed body together with what stands apart; `places` are those of its words in the sentence."""
    from spacy.tokens import Doc

    parsed = dict(zip(places, body, strict=True))
    head = next((at for at, token in parsed.items() if token.head.i == token.i), places[0])
    heads = []
    for token in doc:
        one = parsed.get(token.i)
        heads.append(places[one.head.i] if one is not None else head)
        head = token.i if one is not None else head

    def every(name: str, apart: str = "") -> list[str]:
        return [str(getattr(parsed[token.i], name)) if token.i in parsed else apart for token in doc]

    joined = Doc(
        doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc],
        heads=heads, deps=every("dep_", "dep"), pos=every("pos_", "X"), tags=every("tag_", "X"),
        lemmas=every("lemma_"), morphs=every("morph"),
    )  # fmt: skip
    joined.user_data |= doc.user_data
    return joined


def _is_dated(token: "Token", dates: Places) -> bool:
    return token.doc.user_data["starts"][token.i] in dates


def _lead(doc: "Doc", dates: Places, classes: Classes) -> int:
    """How many words lead in: names in capital letters and dates, with a sign or `The` or `U.S.` behind them."""
    articles = classes["articles"] | classes["noun_articles"]
    begins = [one for one in doc[1:2] if one.text.count(".") > 1 or (one.is_title and one.lower_ in articles)]
    if begins and doc[0].is_upper and len(doc[0]) > 3:
        return 1
    for token in doc[:LONGEST_LEAD]:
        if token.text in LEADS_IN and token.whitespace_ and 0 < token.i < len(doc) - 1:
            shouted = any(word.is_upper and len(word) > 3 for word in doc[: token.i])
            return token.i + 1 if shouted or any(_is_dated(word, dates) for word in doc[: token.i]) else 0
        if token.text[0].islower() and not _is_dated(token, dates):
            return 0
    return 0


def _opening_date(doc: "Doc", dates: Places, classes: Classes) -> int:
    """How many words a sentence has up to the end of the dates that it begins with."""
    first = next((token.i for token in doc[:2] if _is_dated(token, dates)), None)
    if first is None:
        return 0
    end = first
    for token in doc[first:-1]:
        if _is_dated(token, dates):
            end = token.i + 1
        elif token.text != "," and token.lower_ not in classes["and"]:
            break
    closed = end < len(doc) and doc[end].text == ","
    if not closed and not (first and doc[0].lower_ in classes["opening"]):
        return 0
    return end + closed + (end + closed < len(doc) and doc[end + closed].text == '"')


def _in_short_brackets(doc: "Doc") -> Iterator[int]:
    opened = None
    for token in doc:
        if token.text == "(":
            opened = token.i
        elif token.text[0] == ")" and opened:
            yield from range(opened, token.i + 1) if token.i - opened <= LONGEST_BRACKET else ()
            opened = None


def _enclosed(doc: "Doc", dates: Places, classes: Classes) -> Iterator[int]:
    """`the explosion, on Monday, of a mine`, `spoke today with her`: a date between words that belong together."""
    last = 0
    for token in doc[1:]:
        if not _is_dated(token, dates) or token.i < last:
            continue
        last = next((one.i for one in doc[token.i :] if not _is_dated(one, dates)), len(doc))
        first = token.i - 1 - (token.i > 1 and doc[token.i - 1].text[0].islower())
        commas = first > 0 and last + 1 < len(doc) and doc[first].text == doc[last].text == ","
        closes = sum(one.text == "," for one in doc[:first]) % 2  # `his counterpart, Ana Sol, on Friday, said`
        if commas and not closes and not _is_dated(doc[first - 1], dates) and not _is_dated(doc[last + 1], dates):
            yield from range(first, last + 1)
        elif last == token.i + 1 < len(doc) and doc[last].lower_ in classes["accompanying"]:
            yield token.i
