"""Sentences into their grammar: what spaCy and a pinned model make of them, a batch at a time.

A model is read as data from where its distribution lies, after its files have proved to be those of `models.toml`; its
code is never imported. What stands apart in a sentence only misleads it: `NUBAR, 4 March -`, `On 4 March`, `, today,`.
The words around it are parsed without it; it then hangs on the word before it, at the beginning on the main word.
"""

import hashlib
import tomllib
from collections.abc import Iterator, Mapping, Sequence, Set as AbstractSet
from contextlib import suppress
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any

from diplotimeline.drafting.expressions import Tagged
from diplotimeline.errors import CallError

if TYPE_CHECKING:
    from spacy.language import Language as Model
    from spacy.tokens import Doc, Token

MODELS: Mapping[str, Mapping[str, Any]] = tomllib.loads(
    Path(__file__).with_name("models.toml").read_text(encoding="utf-8")
)
INSTALL = "pip install 'diplotimeline[draft]'"
BATCH = 64
ABOUT = frozenset(("README.md", "LICENSE", "LICENSES_SOURCES", "accuracy.json", "meta.json"))
"""Files that say what a model is; nothing of it is made of them."""
MOST_REMEMBERED = 2000
STRAIGHT = str.maketrans("’‘ʼ`«»“”", '\'\'\'\'""""')
LEADS_IN = frozenset((":", "-", "–", "—", "--"))
Classes = Mapping[str, frozenset[str]]
"""Words of a language by what they do."""
LONGEST_LEAD = 16


def told(doc: "Doc", dates: AbstractSet[int], classes: Classes) -> list["Token"]:
    """The words of a sentence without what stands apart."""
    dated = {at for at, start in enumerate(doc.user_data["starts"]) if start in dates}
    lead = _lead(doc, dated, classes) or _opening_date(doc, dated, classes)
    apart = {*range(lead), *_enclosed(doc, dated, classes)}
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


def _lead(doc: "Doc", dated: set[int], classes: Classes) -> int:
    """How many words lead in: names in capital letters and dates, with a sign or `The` or `U.S.` behind them."""
    articles = classes["articles"] | classes["noun_articles"]
    begins = [one for one in doc[1:2] if one.text.count(".") > 1 or (one.is_title and one.lower_ in articles)]
    if begins and doc[0].is_upper and len(doc[0]) > 3:
        return 1
    for token in doc[:LONGEST_LEAD]:
        if token.text in LEADS_IN and token.whitespace_ and 0 < token.i < len(doc) - 1:
            shouted = any(word.is_upper and len(word) > 3 for word in doc[: token.i])
            return token.i + 1 if shouted or any(word.i in dated for word in doc[: token.i]) else 0
        if token.text[0].islower() and token.i not in dated:
            return 0
    return 0


def _opening_date(doc: "Doc", dated: set[int], classes: Classes) -> int:
    """How many words a sentence has up to the end of the dates that it begins with."""
    first = next((token.i for token in doc[:2] if token.i in dated), None)
    if first is None:
        return 0
    end = first
    for token in doc[first:-1]:
        if token.i in dated:
            end = token.i + 1
        elif token.text != "," and token.lower_ not in classes["and"]:
            break
    closed = end < len(doc) and doc[end].text == ","
    if not closed and not (first and doc[0].lower_ in classes["opening"]):
        return 0
    return end + closed + (end + closed < len(doc) and doc[end + closed].text == '"')


def _enclosed(doc: "Doc", dated: set[int], classes: Classes) -> Iterator[int]:
    """`the explosion, on Monday, of a mine`, `spoke today with her`: a date between words that belong together."""
    last = 0
    for token in doc[1:]:
        if token.i not in dated or token.i < last:
            continue
        last = next((one.i for one in doc[token.i :] if one.i not in dated), len(doc))
        first = token.i - 1 - (token.i > 1 and doc[token.i - 1].text[0].islower())
        commas = first > 0 and last + 1 < len(doc) and doc[first].text == doc[last].text == ","
        closes = sum(one.text == "," for one in doc[:first]) % 2  # `his counterpart, Ana Sol, on Friday, said`
        if commas and not closes and first - 1 not in dated and last + 1 not in dated:
            yield from range(first, last + 1)
        elif last == token.i + 1 < len(doc) and doc[last].lower_ in classes["accompanying"]:
            yield token.i


class Parser:
    """A model of a language, and what it has made of the sentences that it saw last."""

    def __init__(self, model: "Model") -> None:
        self.model = model
        self.known: dict[tuple[str, frozenset[int]], Doc] = {}
        self.seen = frozenset(model.vocab.strings)
        """The words that the model has learned from; a new text adds to the model's own list."""

    def parsed(self, sentences: Sequence[Tagged], masks: Mapping[str, str], classes: Classes) -> "list[Doc]":
        """The grammar of each sentence, in their order.

        `masks` are words that the model misreads, in dates and as names, each with another. The tokens stand where they
        stand in the text: a mask only changes what the model sees of a word.
        """
        if len(self.known) > MOST_REMEMBERED:
            self.known = {}
        keys = [(one.text, one.in_date) for one in sentences]  # a register may know a word as a name
        new = {key: one for key, one in zip(keys, sentences, strict=True) if key not in self.known}
        masked = [self._masked(one, masks) for one in new.values()]
        bodies = [told(doc, one.in_date, classes) for doc, one in zip(masked, new.values(), strict=True)]
        read = self.model.pipe(map(self._doc, bodies), batch_size=BATCH)
        for key, doc, words, body in zip(new, masked, bodies, read, strict=True):
            self.known[key] = whole(doc, [word.i for word in words], body)
        return [self.known[key] for key in keys]

    def _doc(self, words: "Sequence[Token]") -> "Doc":
        """What the model reads: words that begin with a capital letter, as those of a sentence do."""
        from spacy.tokens import Doc

        first, *others = (word.text for word in words)
        return Doc(self.model.vocab, [first[:1].upper() + first[1:], *others], [bool(one.whitespace_) for one in words])

    def _masked(self, tagged: Tagged, masks: Mapping[str, str]) -> "Doc":
        from spacy.tokens import Doc

        plain = self.model.make_doc(tagged.text.translate(STRAIGHT))
        words = [
            masks.get(token.text, token.text)
            if token.idx in tagged.in_date
            else self._known_name(token.text, plain[token.i - 1].lower_ if token.i else "", masks)
            for token in plain
        ]
        doc = Doc(self.model.vocab, words=words, spaces=[bool(token.whitespace_) for token in plain])
        doc.user_data["starts"] = [token.idx for token in plain]
        doc.user_data["ends"] = [token.idx + len(token) for token in plain]
        return doc

    def _known_name(self, word: str, before: str, masks: Mapping[str, str]) -> str:
        """What the model sees of a name that it has never seen: one that it has."""
        if misread := masks.get(f"{before} {word.lower()}"):
            return misread
        unknown = len(word) > 2 and word[0].isupper() and word.isalpha() and not word.isupper()
        name = "a name after an article" if before in masks.get("articles", "").split() else "a name"
        return masks.get(name, word) if unknown and self.seen.isdisjoint((word, word.lower())) else word


@cache
def parser(language: str) -> Parser:
    """The parser of a language. Raises `CallError` where spaCy or its model is missing, another one or damaged."""
    try:
        import spacy
    except ImportError:
        raise CallError("'draft' reads sentences with spaCy, which is not installed", INSTALL) from None
    return Parser(spacy.load(_folder_of(language), exclude=["ner"]))


def _folder_of(language: str) -> Path:
    """Where the model of a language lies, as one that may be trusted. Raises `CallError`."""
    version, digests = MODELS[language]["version"], MODELS[language]["sha256"]
    for name, digest in digests.items():
        with suppress(PackageNotFoundError):
            return _checked(distribution(name), name, version, digest)
    raise CallError(f"'draft' needs the model {next(iter(digests))} {version}, which is not installed", INSTALL)


def _checked(found: Distribution, name: str, version: str, digest: str) -> Path:
    if found.version != version:
        raise CallError(f"'draft' needs version {version} of {name}, but {found.version} is installed", INSTALL)
    configs = (file for file in found.files or () if file.name == "config.cfg")
    folder = next((Path(str(found.locate_file(file))).parent for file in configs), None)
    if folder is None or (digest and digest_of(folder) != digest):
        remedy = f"pip install --force-reinstall --no-deps {name}=={version}"
        raise CallError(f"the files of {name} are not those of version {version}", remedy)
    return folder


def digest_of(folder: Path) -> str:
    """The SHA-256 over the names and contents of all files of a model that are read when it is loaded."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in ABOUT:
            total.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
