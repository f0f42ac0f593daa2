"""Is this quote in that text? What is folded, where a quote begins and ends, passages and their order."""

import re
import string
import unicodedata
from pathlib import Path

import pytest
from hypothesis import assume, given, strategies as st
from made_up import event, write
from together import together

import diplotimeline as dt
from diplotimeline.quotes import verify as evidence
from diplotimeline.quotes.layout import GROUPED, fold
from diplotimeline.quotes.verify import ArchivedText, Patience

STATEMENT = """\
Mr. Chair, the United States is deeply concerned by the outbreak of hostilities on the night
of September 12. We welcome the ceasefire of September 14; it has not been broken since.

Armenia’s government says that 207 soldiers were killed. Azerbaijan’s “Ministry of Defence” speaks
of 80 – the figures cannot be verified. Foreign Minister Bayramov didn't confirm 1,143 violations,
2.5 per hour. They can’t agree. Both sides must withdraw forces.
"""
TEXT = ArchivedText(STATEMENT)

FOUND: dict[str, tuple[str, str]] = {
    "a whole sentence": ("They can’t agree.", "exact"),
    "a stretch of words": ("the outbreak of hostilities on the night", "exact"),
    "the first words": ("Mr. Chair, the United States", "exact"),
    "the last words": ("withdraw forces.", "exact"),
    "the whole text": (STATEMENT, "exact"),
    "one word": ("ceasefire", "exact"),
    "one number": ("207", "exact"),
    "a number with separators": ("1,143 violations", "exact"),
    "a stretch without its full stop": ("Both sides must withdraw forces", "exact"),
    "a line end for a blank": ("on the night of September 12", "folded"),
    "a paragraph for a blank": ("broken since. Armenia’s government", "folded"),
    "more blanks": ("They   can’t\tagree", "folded"),
    "blanks around": ("  They can’t agree.\n", "folded"),
    "a no-break space": ("207\xa0soldiers", "folded"),
    "a straight apostrophe": ("Armenia's government", "folded"),
    "a typographic apostrophe": ("Bayramov didn’t confirm", "folded"),
    "straight quotation marks": ('Azerbaijan’s "Ministry of Defence" speaks', "folded"),
    "French quotation marks": ("Azerbaijan’s «Ministry of Defence» speaks", "folded"),
    "German quotation marks": ("Azerbaijan’s „Ministry of Defence“ speaks", "folded"),
    "a hyphen for a dash": ("of 80 - the figures", "folded"),
    "a long dash for a dash": ("of 80 — the figures", "folded"),
    "two passages": ("Both sides […] withdraw forces", "elided"),
    "two passages with a bare ellipsis": ("Both sides … withdraw forces", "elided"),
    "three passages": ("the United States […] welcome the ceasefire […] withdraw forces", "elided"),
    "passages that are folded": ("Armenia's government … speaks of 80 - the figures", "elided"),
    "an ellipsis in front": ("[…] withdraw forces", "elided"),
    "an ellipsis behind": ("Both sides must […]", "elided"),
    "an ellipsis without blanks": ("Both sides…withdraw", "elided"),
}
ABSENT = {
    "a dropped 'not'": "it has been broken since",
    "an added 'not'": "They can’t not agree",
    "another number": "says that 208 soldiers were killed",
    "figures the other way round": "says that 270 soldiers were killed",
    "a number in words": "eighty",
    "a number without its separator": "1143 violations",
    "a number of another script": "٢٠٧ soldiers",
    "another case": "both sides must withdraw forces",
    "capitals": "CEASEFIRE",
    "another word": "Both parties must withdraw forces",
    "words the other way round": "sides Both must withdraw",
    "another spelling": "Ministry of Defense",
    "two sentences joined": "They can’t agree must withdraw forces",
    "a full stop that is not there": "Both sides must. withdraw",
    "a comma that is not there": "Both sides, must withdraw",
    "a full stop left out": "They can’t agree Both sides",
    "a word left out": "Both sides withdraw forces",
    "words joined": "withdrawforces",
    "a word cut in two": "with draw forces",
    "the beginning of a word": "Both sides must with",
    "the end of a word": "draw forces",
    "the middle of a word": "nite",
    "the end of a number": "07 soldiers",
    "the beginning of a number": "were killed by 20",
    "the thousands left out": "143 violations",
    "the beginning of a number with separators": "confirm 1",
    "the part after the decimal point": "5 per hour",
    "the part before the decimal point": "violations, 2",
    "the front of a contraction": "They can",
    "the back of a contraction": "t agree",
    "the front of a contraction with a straight apostrophe": "Bayramov didn",
    "passages the other way round": "withdraw forces […] Both sides",
    "one passage twice": "Both sides […] Both sides",
    "a passage that is not there": "Both sides […] withdraw troops",
    "a passage that ends inside a word": "Both sides […] with",
    "passages that overlap": "Both sides must […] must withdraw",
    "an ellipsis alone": "[…]",
    "two ellipses": "… […]",
    "dots for an ellipsis": "Both sides ... withdraw forces",
    "a translation": "Les deux parties",
}

# What is folded: each sign against the plain one.
SIGNS = {
    "'": "‘’‚‛′ʼ`´‹›",
    '"': "“”„‟″«»",
    "-": "‐‑‒–—―−﹘﹣－\u058a",  # the last one is the Armenian hyphen
    " ": "\t\n\r\xa0\u2002\u2009\u202f\u3000",
}
# What is not folded, though it looks alike or means the same.
DIFFERENT = {
    "small and capital": ("Cease fire", "cease fire"),
    "a dotless i": ("ısparta", "isparta"),
    "sharp s": ("Straße", "Strasse"),
    "fullwidth figures": ("１２", "12"),
    "a superscript": ("m²", "m2"),
    "an accent left out": ("Čović", "Covic"),
    "a joiner": ("می\u200cخواهم", "میخواهم"),
    "Cyrillic for Latin": ("Ваku", "Baku"),
    "an ampersand": ("A and B", "A & B"),
    "brackets": ("[the] talks", "the talks"),
    "an underscore": ("a_b", "a-b"),
    "a tilde": ("a~b", "a-b"),
}
# A hyphen joins what it changes the meaning of: quote, text, and whether the quote stands there.
HYPHENS = {
    "a number without its minus": ("5 degrees", "It was at -5 degrees", False),
    "a number without its minus at the beginning": ("5 degrees", "-5 degrees", False),
    "a number without its dash for a minus": ("5 degrees", "at –5 degrees", False),
    "a number with its minus": ("-5 degrees", "It was at -5 degrees", True),
    "a number that is part of a name": ("72 tanks", "The T-72 tanks", False),
    "a number that is part of a name at the beginning": ("72 tanks", "T-72 tanks came", False),
    "a number that is part of a longer name": ("300 missiles", "they sold S\u2011300 missiles", False),
    "a name with its number": ("T-72 tanks", "The T-72 tanks", True),
    "a number behind a dash": ("12 soldiers died", "in the north\u201412 soldiers died", True),
    "a number cut from an age": ("killed 14", "they killed 14-year-old girls", False),
    "a number with the ending of its language": ("on 14", "on 14-ին", True),
    "the first number of a range with blanks": ("it is 5", "it is 5 \u2013 7", False),
    "the second number of a range with blanks": ("7 apples", "5 \u2013 7 apples", False),
    "a range with blanks": ("5 \u2013 7 apples", "eat 5 \u2013 7 apples", True),
    "a number behind a year and a dash": ("7 apples", "in 2022 \u2013 7 apples", True),
    "a range that a line divides": ("5-7 apples", "eat 5\u2013\n7 apples", True),
    "a range that a line divides, with the blank": ("5- 7 apples", "eat 5-\n7 apples", True),
    "a range that a line divides is no number": ("57 apples", "eat 5-\n7 apples", False),
    "the end of a span of numbers": ("14 September", "13-14 September", False),
    "a word without its negating prefix": ("combatants", "They were non-combatants", False),
    "a word without its prefix in capitals": ("combatants", "Non-combatants", False),
    "a word without its longest prefix": ("offensive", "a counter-offensive", False),
    "a word with its prefix": ("counter-offensive", "a counter-offensive", True),
    "a word whose first part only ends like a prefix": ("fire", "canon-fire", True),
    "the second part of a word": ("fire", "a cease-fire", True),
    "a word after a dash": ("fire", "cease - fire", True),
    "a prefix that stands alone": ("the pre-", "the pre- and post-war talks", True),
}
# A word means something else without these: the word, and how it begins.
PREFIXED = (
    "non-aligned", "un-armed", "anti-war", "counter-offensive", "ex-minister", "pre-war", "post-war", "co-operation",
    "re-election", "de-escalation",
)  # fmt: skip
# An apostrophe parts words of other languages, and cuts an English ending off only with its word.
APOSTROPHES = {
    "a word after a French article": ("accord de paix", "l'accord de paix", True),
    "a name before a Turkish ending": ("in Ankara", "in Ankara'da", True),
    "a Dutch name that begins with one": ("'s-Hertogenbosch", "in 's-Hertogenbosch", True),
    "a word before a letter that is a word": ("the vitamin", "the vitamin D levels", True),
    "a word in capitals without its ending": ("THEY CAN", "THEY CAN'T GO", False),
}
# What a reader of the text does not see, or sees as one word: quote, text, and whether the quote stands there.
UNSEEN = {
    "a word without its beginning, behind a zero-width space": ("correct figures", "in\u200bcorrect figures", False),
    "a word without its beginning, behind a word joiner": ("correct figures", "in\u2060correct figures", False),
    "a word without its beginning, behind a mark of direction": ("correct figures", "in\u200ecorrect figures", False),
    "a word without its beginning, behind a control character": ("correct figures", "in\0correct figures", False),
    "a word without its beginning, behind many of them": (
        "correct figures",
        f"in{chr(0x200B) * 999}correct figures",
        False,
    ),
    "a word without its end": ("they agree", "they agree\u2060able", False),
    "the front of a contraction": ("they can", "they can\u2060't go", False),
    "the back of a contraction, behind its apostrophe": ("they can", "they can'\u2060t go", False),
    "the beginning of a number": ("killed 5", "killed 5\u2060,000", False),
    "the beginning of a number, behind its comma": ("killed 5", "killed 5,\u2060000", False),
    "the beginning of a number, behind its comma and a joiner": ("killed 5", "killed 5,\u200c000", False),
    "the beginning of a number, behind its comma and a soft hyphen": ("killed 5", "killed 5,\u00ad000", False),
    "the back of a contraction, behind a joiner": ("they can", "they can'\u200dt go", False),
    "a number without its minus": ("5 degrees", "at -\u20605 degrees", False),
    "a word without its negating prefix": ("combatants", "non-\u2060combatants", False),
    "a word with a mark of direction behind it": ("they agree", "\u200fthey agree\u200f, said she", True),
    "words at the ends of the text": ("they agree", "\u200fthey agree\u200f", True),
    "the end of a number with no-break spaces": ("207 soldiers", "1\u00a0207 soldiers", False),
    "the end of a number with narrow spaces": ("207 soldiers", "1\u202f207 soldiers", False),
    "the beginning of a number with thin spaces": ("killed 5", "killed 5\u2009000 men", False),
    "the end of a number with figure spaces": ("207 soldiers", "1\u2007207 soldiers", False),
    "a number before a no-break space": ("killed 5", "killed 5\u00a0men", True),
    "a number behind a year and a no-break space": ("12 men", "In 2022\u00a012 men", True),
    "a large number behind a year and a no-break space": ("1207 men", "In 2022\u00a01207 men", True),
    "a number behind a word and a no-break space": ("207 soldiers", "Killed:\u00a0207 soldiers", True),
    "a number behind a number": ("207 soldiers", "in unit 1 207 soldiers", False),
    "a word without its prefix on the line before": ("combatants", "They were non-\n  combatants", False),
    "a word without its prefix at the end of the line before": ("Western states", "the non-\nWestern states", False),
    "a word without its prefix and the blanks behind it": ("Western states", "the non- \t\nWestern states", False),
    "a word without its end on the next line, behind a soft hyphen": ("they cease", "they cease\u00ad\nfire", False),
    "words behind a hyphen to the end of the line": ("fire held", "the cease-fire held\nfor days", True),
    "a word behind a dash that ends a line": ("men", "They were few -\nmen of war", True),
    "the end of a span of numbers over two lines": ("14 September", "13-\n14 September", False),
}
# The first and the last sign of a text, beside what holds numbers together.
ENDS = {
    "a number after a comma that begins the text": ("5 apples", ",5 apples, or 3", True),
    "a number before the full stop that ends the text": ("it is 5", "it is 5.", True),
    "a number cut before the last figure of the text": ("it is 1", "it is 1,5", False),
    "a number cut after the first figure of the text": ("1", "1,5 apples", False),
    "a number after a comma after a word": ("5 apples", "x,5 apples", True),
    "a word before an apostrophe that ends the text": ("the boys", "the boys'", True),
}
SCRIPTS = (
    "Հայաստանի զինված ուժերը հետ մղեցին հարձակումը",
    "وزارت دفاع اعلام کرد که نیروها عقب‌نشینی کردند",
    "राष्ट्रीय सुरक्षा सलाहकार ने बैठक की",
    "Президент заявил о перемирии",
    "Genève, c'est-à-dire: être prêt",
    "e\u0301te\u0301 Ha\u0308user",
)

WORDS = st.text(st.sampled_from("abcdeéՀայאב0123456789"), min_size=1, max_size=6)
# Figures that stand like those of one number, such as `1 207`, are one.
TEXTS = st.lists(WORDS, min_size=3, max_size=30).filter(lambda words: not GROUPED.search(" ".join(words)))


def verdict(text: str, quote: str) -> str:
    return ArchivedText(text).verdict(quote)


@together(("quote", "expected"), FOUND.values())
def test_a_quote_that_stands_there(quote: str, expected: str) -> None:
    assert TEXT.verdict(quote) == expected


@together(("quote", "text", "stands"), HYPHENS.values())
def test_a_hyphen_that_changes_the_meaning_is_no_boundary(quote: str, text: str, *, stands: bool) -> None:
    assert (verdict(text, quote) in ("exact", "folded")) == stands


@pytest.mark.parametrize("word", PREFIXED)
def test_a_word_is_not_cut_behind_its_prefix(word: str) -> None:
    assert verdict(f"They saw {word} there", f"{word.partition('-')[2]} there") == "absent"
    assert verdict(f"They saw {word} there", f"saw {word}") == "exact"


@pytest.mark.parametrize("word", ["isn't", "it's", "she'd", "I'm", "they're", "we've", "you'll"])
def test_a_word_is_not_cut_before_its_english_ending(word: str) -> None:
    assert verdict(f"so {word} over", f"so {word.partition(chr(39))[0]}") == "absent"
    assert verdict(f"so {word} over", f"so {word}") == "exact"


@pytest.mark.parametrize(("quote", "text", "stands"), APOSTROPHES.values(), ids=APOSTROPHES)
def test_an_apostrophe_holds_a_word_together_where_it_is_english(quote: str, text: str, *, stands: bool) -> None:
    assert verdict(text, quote) == ("exact" if stands else "absent")


@together(("quote", "text", "stands"), UNSEEN.values())
def test_what_a_reader_sees_as_one_word_is_one(quote: str, text: str, *, stands: bool) -> None:
    assert verdict(text, quote) == ("exact" if stands else "absent")


def test_a_number_with_its_spaces_stands_there_however_they_are_written() -> None:
    assert verdict("killed 1\u202f207 soldiers", "killed 1\u202f207 soldiers") == "exact"
    assert verdict("killed 1\u202f207 soldiers", "1 207 soldiers") == "folded"
    assert verdict("They were non-\n  combatants", "non- combatants") == "folded"


@pytest.mark.parametrize(("quote", "text", "stands"), ENDS.values(), ids=ENDS)
def test_the_ends_of_a_text_are_like_its_middle(quote: str, text: str, *, stands: bool) -> None:
    assert verdict(text, quote) == ("exact" if stands else "absent")


def test_a_quote_is_exact_also_where_folding_makes_the_text_longer() -> None:
    assert verdict("\u0958" * 3 + " They agree", "They agree") == "exact"
    assert verdict("They   agree. " * 9 + "So do we.", "So do we.") == "exact"
    assert verdict("ﬁt and   ﬁne. " * 9 + "So do we. " + "All   is ﬁne. " * 9, "So do we.") == "exact"


def test_no_letter_and_no_figure_is_folded() -> None:
    assert fold(string.ascii_letters + string.digits) == string.ascii_letters + string.digits


def test_nothing_is_no_quote() -> None:
    assert verdict("a b", "") == verdict("a b", " \n") == "absent"


@pytest.mark.parametrize(("false_starts", "expected"), [(2, "exact"), (3, "absent")])
def test_a_text_made_of_false_starts_ends_the_search(
    monkeypatch: pytest.MonkeyPatch, false_starts: int, expected: str
) -> None:
    monkeypatch.setattr(evidence, "MOST_TRIES", 3)

    assert verdict("xa " * false_starts + "a", "a") == expected


@together("quote", ABSENT.values())
def test_a_quote_that_does_not_stand_there(quote: str) -> None:
    assert TEXT.verdict(quote) == "absent"


@together(
    ("sign", "plain"),
    [(sign, plain) for plain, signs in SIGNS.items() for sign in signs],
)  # fmt: skip
def test_a_sign_is_folded_both_ways(sign: str, plain: str) -> None:
    assert verdict(f"one{sign}two", f"one{plain}two") == "folded"
    assert verdict(f"one{plain}two", f"one{sign}two") == "folded"
    assert verdict(f"one{sign}two", f"one{sign}two") == "exact"


@pytest.mark.parametrize(("one", "other"), DIFFERENT.values(), ids=DIFFERENT)
def test_what_only_looks_alike_is_not_folded(one: str, other: str) -> None:
    assert verdict(f"so {one} it is", f"so {other} it is") == "absent"
    assert verdict(f"so {other} it is", f"so {one} it is") == "absent"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert verdict("le cafe\u0301 ferme", "le café ferme") == "folded"
    assert verdict("le café ferme", "le cafe\u0301 ferme") == "folded"


def test_an_accent_is_not_cut_off_its_letter() -> None:
    assert verdict("le cafe\u0301 ferme", "le cafe") == "absent"
    assert verdict("क\u094d अ", "क") == "absent"


@pytest.mark.parametrize("text", SCRIPTS)
def test_words_of_every_script_are_found_and_no_parts_of_them(text: str) -> None:
    words = text.split(" ")

    assert [verdict(text, word) for word in words] == ["exact"] * len(words)
    assert verdict(text, " ".join(words[1:3])) == "exact"
    assert verdict(text, text[1:].partition(" ")[0]) == "absent"


@pytest.mark.parametrize("number", ["1,143", "1.143", "1’143", "1'143", "1٬143", "1٫143", "1:143", "1_143", "01143"])
def test_a_number_is_not_cut_at_its_separators(number: str) -> None:
    assert verdict(f"as many as {number} were killed", "143 were killed") == "absent"
    assert verdict(f"as many as {number} were killed", "as many as 1") == "absent"
    assert verdict(f"as many as {number} were killed", f"many as {number} were") == "exact"


def test_an_ellipsis_of_the_text_itself_is_found_as_it_stands() -> None:
    assert verdict("we … will see", "we … will see") == "exact"


def test_folding_twice_changes_nothing() -> None:
    assert fold(fold(STATEMENT)) == fold(STATEMENT)


@given(TEXTS, st.data())
def test_any_stretch_of_words_is_found(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    end = data.draw(st.integers(start + 1, len(words)))
    stretch = words[start:end]
    found = "exact" if len(stretch) == 1 else "folded"

    assert verdict(" ".join(words), " ".join(stretch)) == "exact"
    assert verdict("\n".join(words), "  ".join(stretch)) == found
    if not re.search(r"[0-9] [0-9]", " ".join(words)):  # figures with a dash between them are a range
        assert verdict(" – ".join(words), " - ".join(stretch)) == found


@given(TEXTS, st.data())
def test_a_stretch_with_a_changed_word_is_not_found(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(WORDS)
    assume(other not in words)
    changed = [*words[:place], other, *words[place + 1 :]]

    assert verdict(" ".join(words), " ".join(changed)) == "absent"
    assert verdict(" ".join(words), " … ".join(changed)) == "absent"


@given(TEXTS, st.data())
def test_a_stretch_without_one_of_its_words_is_not_found(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(words) - 2))
    assume(words[place] not in words[:place] + words[place + 1 :])
    shorter = words[:place] + words[place + 1 :]

    assert verdict(" ".join(words), " ".join(shorter)) == "absent"


@given(TEXTS, st.data())
def test_passages_are_found_in_their_order(words: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(words) - 1))
    first, second = words[:cut], words[cut:]
    assume(not set(first) & set(second))

    assert verdict(" ".join(words), f"{' '.join(first)} […] {' '.join(second)}") == "elided"
    assert verdict(" ".join(words), f"{' '.join(second)} […] {' '.join(first)}") == "absent"


@given(st.text(max_size=40), st.text(min_size=1, max_size=10))
def test_no_text_and_no_quote_make_the_search_raise(text: str, quote: str) -> None:
    found = verdict(text, quote)

    assert found in ("exact", "folded", "elided", "absent")
    assert found != "exact" or unicodedata.normalize("NFC", quote).strip() in unicodedata.normalize("NFC", text)


def test_a_false_start_does_not_hide_a_quote_later_in_the_same_line() -> None:
    assert ArchivedText("ab_b").verdict("b") == "exact"
    assert ArchivedText("aaa aa a").verdict("a") == "exact"
    assert ArchivedText('They said "nothing", then "no" again').verdict('"no') == "exact"


def test_many_quotes_with_many_false_starts_cost_no_more_than_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evidence, "LAST_TRIES", 2)
    text = ArchivedText("hello the " * 100 + "h", Patience(150))

    assert text.verdict("h") == "exact"
    assert text.patience.tries == -50
    assert text.verdict("hel") == "absent"
    assert text.verdict("hello the") == "exact"
    assert text.patience.tries == -52


def test_texts_that_are_read_together_share_their_patience(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    patience = Patience(100)
    monkeypatch.setattr(evidence, "Patience", iter([patience]).__next__)  # there is no second one
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("hello " * 100 + name)
    citations = {name: {"title": name, "file": f"{name}.txt"} for name in ("one", "two")}
    events = [event("2022", name, source=name, quote="he") for name in citations]
    timeline = dt.load(write(tmp_path / "a.yaml", *events, sources=citations))

    assert set(timeline.verdicts.values()) == {"absent"}
    assert patience.tries == -evidence.LAST_TRIES


@pytest.mark.parametrize(
    ("text", "quote", "verdict"),
    [
        ("They dis-\nagree with it.", "agree with it", "absent"),
        ("They dis-\nagree with it.", "They dis", "absent"),
        ("They dis-\nagree with it.", "They dis- agree with it", "folded"),
        ("They dis\u00ad\nagree with it.", "agree with it", "absent"),
        ("the Armenia-\nAzerbaijan border", "Azerbaijan border", "exact"),
        ("talks -\nwhich were held", "which were held", "exact"),
        ("talks—\nwhich were held", "which were held", "exact"),
    ],
)
def test_a_word_that_a_line_divides_is_quoted_whole(text: str, quote: str, verdict: str) -> None:
    assert ArchivedText(text).verdict(quote) == verdict


# What an archive puts between the words: text, quote, verdict.
FOLDED = {
    "a soft hyphen that divides no word": ("no 5\u00ad\n(2022)", "5 (2022)", "folded"),
    "a word that a line divides": ("an inspec-\ntion of", "an inspection of", "folded"),
    "with its hyphen": ("an inspec-\ntion of", "an inspec-tion of", "folded"),
    "as it is written": ("an inspec-\ntion of", "an inspec-\ntion of", "exact"),
    "a soft hyphen at the end of a line": ("an inspec\u00ad\n tion of", "an inspection of", "folded"),
    "two of them, each in its way": (
        "the Ardelia-\nTavoria inspec-\ntion", "the Ardelia-Tavoria inspection", "folded"),
    "blanks are not left out": ("an inspec\ntion of", "an inspection of", "absent"),
    "a hyphen within a line stays": ("a cease-fire held", "a ceasefire held", "absent"),
    "a dash at the end of a line stays": ("talks -\nthen war", "talks then war", "absent"),
    "a number is not divided": ("killed 1-\n2 men", "killed 12 men", "absent"),
    "a part of a divided word": ("an inspec-\ntion of", "tion of", "absent"),
    "a page break": ("the two\n- 2 -\n\fsides met", "the two sides met", "folded"),
    "a page break within a word": ("the inspec-\n\n- 2 -\n\f\ntion ended", "the inspection ended", "folded"),
    "a word that begins like a Roman number": ("the three\n\fvi-\nllages fell", "the three villages fell", "folded"),
    "a Roman page number above": ("the two\n\f- vi -\n\nsides met", "the two sides met", "folded"),
    "a page number above": ("the two\n\fPage 3 of 4\n\nsides met", "the two sides met", "folded"),
    "a head on three pages": (
        "a\nb two\n\fPC.DEL/1\nsides met\n\fPC.DEL/1\nand\n\fPC.DEL/1\nleft", "two sides met and left", "folded"),
    "a line on one page": ("b two\n\fPC.DEL/1\nsides met", "two sides met", "absent"),
    "a line that is a number, without a page break": ("the two\n2\nsides met", "the two sides met", "absent"),
    "a ligature": ("the ﬁnal oﬃce", "the final office", "folded"),
    "a ligature in the quote": ("the final office", "the ﬁnal oﬃce", "folded"),
    "a part of a ligature": ("the ﬁnal oﬃce", "inal office", "absent"),
    "an Arabic ligature": ("\u0633\ufefb\u0645 there", "\u0633\u0644\u0627\u0645 there", "folded"),
    "invisible signs": ("the\u200b two\u2060 si\u00addes\ufeff m\u200eet", "the two sides met", "folded"),
    "invisible signs in the quote": ("the two sides met", "the two si\u200bdes \u2067met\u2069", "folded"),
    "a joiner, which Persian words have": ("می\u200cخواهم", "میخواهم", "absent"),
    "a footnote figure behind a stop": ("They met.3 The war went on.", "They met. The war", "folded"),
    "a footnote figure as it is written": ("They met.3 The war went on.", "They met.3 The war", "exact"),
    "a footnote sign": ("The talks³ ended in km².", "The talks ended", "folded"),
    "a footnote sign at the end": ("The talks³ ended", "The talks", "exact"),
    "a footnote figure behind a quotation mark": ('a "truce."12 It held', 'a "truce." It held', "folded"),
    "a footnote figure behind a year": ("It was 2022.3 The war", "It was 2022. The war", "folded"),
    "a part of a footnote figure": ("They met.12 The war", "They met.1", "absent"),
    "a unit": ("over 5 km² of land", "over 5 km of land", "absent"),
    "a unit of one letter": ("over 5 m³ of water", "over 5 m of water", "absent"),
    "a power": ("some 10³ men", "some 10 men", "absent"),
    "a figure behind a stop in a number": ("it was 14.3 The", "it was 14. The", "absent"),
    "a figure behind a stop in a sentence": ("rate of 2022.3 million", "rate of 2022. million", "absent"),
    "a figure behind a shortened word": ("see Art.3 The law", "see Art. The law", "absent"),
    "a day behind a shortened month": ("on Nov.13 Tavorian forces fired", "on Nov. Tavorian forces", "absent"),
    "a day behind a shortened French month": ("le 3 juil.14 Ardéliens", "le 3 juil. Ardéliens", "absent"),
    "a figure behind a shortened chapter": ("see Chap.4 The law", "see Chap. The law", "absent"),
    "another figure of a footnote": ("They met.3 The war", "They met.4 The war", "absent"),
    "Hebrew marks": ("צה״ל בבית־לחם", 'צה"ל בבית-לחם', "folded"),
    "a part of a Hebrew word": ("צה״ל אמר", "ל אמר", "absent"),
    "a part of an Armenian word": ("ինչո՞ւ եկան", "ւ եկան", "absent"),
    "a line of a Chinese text": ("双方在维也\n纳会晤，\n并同意停火", "双方在维也纳会晤，并同意停火", "folded"),
    "a line of a Thai text": ("ทั้งสองฝ่าย\nพบกัน", "ทั้งสองฝ่ายพบกัน", "folded"),
    "a line of a Thai text, with a blank": ("ทั้งสองฝ่าย\nพบกัน", "ทั้งสองฝ่าย พบกัน", "folded"),
    "a blank of a Thai text": ("ทั้งสองฝ่าย พบกัน", "ทั้งสองฝ่ายพบกัน", "absent"),
    "a line of a Chinese text within a number": ("共三\n十人", "共三十人", "absent"),
    "an Armenian hyphen at the end of a line": ("հրադա֊\nդար կա", "հրադադար կա", "folded"),
    "a part of a divided Hebrew word": ("הסכ-\nמה על", "מה על", "absent"),
    "a part of a divided Arabic word": ("الاتف-\nاق على", "اق على", "absent"),
    "a part of a divided word in capitals": ("TAVO-\nRIA SAID", "RIA SAID", "absent"),
    "one footnote sign of two": ("The talks³ and truces² ended", "The talks and truces² ended", "folded"),
    "a footnote figure before a Georgian sentence": (
        "ჯარს არაფერი უთქვამს.3 საბჭო", "ჯარს არაფერი უთქვამს. საბჭო", "folded"),
}  # fmt: skip
NUMBERS = (
    ("5–7 soldiers", "7 soldiers"), ("5–7 soldiers", "5"), ("3/4 of the sectors", "4 of the sectors"),
    ("1 207 soldiers", "207 soldiers"), ("1 207 soldiers", "1"), ("1\n207 soldiers", "207 soldiers"),
    ("12 345 678 men", "678 men"), ("12 345 678 men", "345"), ("5~7 men", "7 men"), ("5±2 men", "2 men"),
    ("1\u2009207 men", "207 men"), ("1·207 men", "207 men"), ("١٬٢٠٧ x", "٢٠٧ x"), ("十四人", "四人"),
    ("rate of .5 per cent", "5 per cent"),
    ("twenty-four men", "four men"), ("twenty-four men", "twenty"), ("vingt-quatre morts", "quatre morts"),
)  # fmt: skip
WHOLE = (
    ("in 2022 207 men fell", "207 men"), ("12 20 men", "20 men"), ("1 2077 men", "2077 men"), ("5, 7 men", "7 men"),
    ("In 2022 – 12 men", "12 men"), ("day 5: 7 men", "7 men"),
    ("207\n105\nwere found", "207"), ("the dead: 207\n105", "207"),
)  # fmt: skip
BLANKLESS = (
    "双方在维也纳会晤并同意停火协议", "両国の外相はジュネーブで会談した", "ทั้งสองฝ่ายพบกันที่กรุงเวียนนา", "ທັງສອງຝ່າຍພົບກັນ",
    "ភាគីទាំងពីរបានជួបគ្នា", "နှစ်ဖက်တွေ့ဆုံခဲ့ကြသည်",
)  # fmt: skip
EDITED = {
    "a capital": ("Then the envoys met.", "[T]he envoys met", "elided"),
    "a small letter": ("They met.", "[t]hey met", "elided"),
    "sic": ("They was there.", "They was [sic] there", "elided"),
    "an addition": ("the envoys, then, met", "the envoys [of Tavoria], then, met", "elided"),
    "an ending": ("they agree now", "they agree[d] now", "elided"),
    "beside an ellipsis": ("Then the envoys met in May.", "[T]he envoys […] in May", "elided"),
    "another letter": ("Then the envoys met.", "[S]he envoys met", "absent"),
    "a negation": ("they agree now", "they [do not] agree now", "absent"),
    "a French negation": ("ils signent", "ils [ne] signent [pas]", "absent"),
    "a negation in an ending": ("they can go", "they can[not] go", "absent"),
    "a prefix": ("they agree now", "they [dis]agree now", "absent"),
    "words of the source left out": ("they did not agree", "they [both] agree", "absent"),
    "brackets of the text": ("[T]he envoys met", "[T]he envoys met", "exact"),
    "brackets alone": ("they agree", "[they agree]", "absent"),
    "an addition in a Chinese text": ("双方会晤并同意停火", "双方[在维也纳]会晤并同意停火", "elided"),
    "an addition in a Thai text": ("ทั้งสองฝ่ายพบกัน", "ทั้งสองฝ่าย[เมื่อวาน]พบกัน", "elided"),
    "a negation in a Chinese text": ("双方同意停火", "双方[并不]同意停火", "absent"),
    "a negation in a Thai text": ("ทั้งสองฝ่ายตกลง", "ทั้งสองฝ่าย[ไม่ได้]ตกลง", "absent"),
    "many brackets": ("they agree", "[a] " * 40 + "they agree[d]", "elided"),
}


@together(("text", "quote", "expected"), FOLDED.values())
def test_what_an_archive_puts_between_the_words_is_folded_and_no_more(text: str, quote: str, expected: str) -> None:
    assert verdict(text, quote) == expected


@together(("text", "quote"), NUMBERS)
def test_a_number_is_never_cut(text: str, quote: str) -> None:
    assert verdict(text, quote) == "absent"
    assert verdict(text, text) == "exact"


@pytest.mark.parametrize(("text", "quote"), WHOLE)
def test_what_only_stands_beside_a_number_is_none_of_it(text: str, quote: str) -> None:
    assert verdict(text, quote) == "exact"


@pytest.mark.parametrize("text", BLANKLESS)
def test_every_letter_is_a_boundary_where_no_blanks_part_words(text: str) -> None:
    marks = {place for place, sign in enumerate(text) if unicodedata.category(sign)[0] == "M"}
    for start in range(len(text) - 4):
        stands = not {start, start + 4} & marks
        assert (verdict(text, text[start : start + 4]) == "exact") == stands


@together(("text", "quote", "expected"), EDITED.values())
def test_an_editors_brackets_are_no_words_of_the_source(text: str, quote: str, expected: str) -> None:
    assert verdict(text, quote) == expected


@pytest.mark.parametrize("quote", [".", "[…]", "—", "…", '"', "\u200b", "( )"])
def test_a_quote_without_a_letter_or_figure_stands_nowhere(quote: str) -> None:
    assert verdict("A — “text” … (. […] ) \u200b", quote) == "absent"
