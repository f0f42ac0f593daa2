"""A number in words is one number: a quote may not begin or end within it."""

from hypothesis import given, strategies as st
from together import together

from diplotimeline.quotes.numerals import divides, words as words_for
from diplotimeline.quotes.verify import ArchivedText

# A text in which a bar stands where a number is cut.
CUT = [
    "one hundred and |five soldiers fell",
    "one hundred| and five soldiers fell",
    "two |hundred soldiers fell",
    "one thousand one |hundred soldiers fell",
    "one hundred and fifty-one |thousand people fled",
    "deux mille |cent soldats sont tombés",
    "dix |sept soldats sont tombés",
    "quatre-vingt |dix soldats sont tombés",
    "cent |douze soldats sont tombés",
    "two| hundred soldiers fell",
    "twenty |four soldiers fell",
    "thirty five |thousand people fled",
    "two thousand |three hundred people fled",
    "two million three hundred| thousand people fled",
    "two |dozen soldiers fell",
    "five |or six thousand fell",
    "5 |to 7 million people fled",
    "deux |à trois cents soldats sont tombés",
    "14| thousand people fled",
    "2.5 |million people fled",
    "1,5 |million de personnes ont fui",
    "1 million |200 thousand people fled",
    "1 million| 200 thousand people fled",
    "half |a million people fled",
    "half a |million people fled",
    "half| a dozen soldiers fell",
    "two |and a half million people fled",
    "two and a half |million people fled",
    "2 |½ million people fled",
    "several |hundred people fled",
    "a few |dozen people fled",
    "deux |mille soldats sont tombés",
    "cent |vingt soldats sont tombés",
    "cent vingt| et un soldats sont tombés",
    "soixante |quinze soldats sont tombés",
    "quatre |vingts soldats sont tombés",
    "2 |millions de personnes ont fui",
    "plusieurs |centaines de personnes ont fui",
    "un demi-|million de personnes ont fui",
    "两|万人逃离",
    "死亡几|十人",
    "lasted 2 |1/2 hours in Orn",
    "in 5 |/ 6 sectors",
]
WHOLE = [
    "one hundred and five |soldiers fell",
    "a |hundred soldiers fell",
    "one |hundred soldiers fell",
    "both, |two hundred in all",
    "of the hundred, |five fell",
    "in 2022 |millions of people fled",
    "on 5 May |millions of people fled",
    "two soldiers and |three officers fell",
    "two |and three fell",
    "twenty to |thirty fell",
    "in 2022 |five soldiers fell",
    "on 13.09.2022 |five soldiers fell",
    "by section 4.1.6 |two million people",
    "the two |a day that fall",
    "cent |un soldat de plus",
    "un |million de personnes",
    "a hundred |and one of them spoke",
    "the hundred |years of war",
    "no |hundred of them",
    "five |or six of a thousand",
    "she went from one |to two hundred towns",
    "twelve |or ten thousand",
    "two |twelve-year-old girls",
    "four |twenty-year-old men",
    "twenty |four-year-old girls",
]


def parts(text: str) -> tuple[str, int]:
    return text.replace("|", ""), text.index("|")


@together("text", CUT)
def test_a_quote_does_not_cut_a_number_in_words(text: str) -> None:
    whole, place = parts(f"It is said that {text}.")

    assert ArchivedText(whole).verdict(whole[place:].strip()) == "absent"
    assert ArchivedText(whole).verdict(whole[:place].strip()) == "absent"
    assert ArchivedText(whole).verdict(whole) == "exact"


@together("text", WHOLE)
def test_a_quote_may_begin_and_end_beside_a_number_in_words(text: str) -> None:
    whole, place = parts(f"It is said that {text}.")

    assert ArchivedText(whole).verdict(whole[place:].strip()) == "exact"
    assert ArchivedText(whole).verdict(whole[:place].strip()) == "exact"


def test_a_line_end_within_a_number_in_words_cuts_it_as_well() -> None:
    assert ArchivedText("They say one hundred and\nfive fell.").verdict("five fell") == "absent"


@given(
    st.lists(st.sampled_from([*" -a.1½", "half ", "and ", "two ", "hundred ", "million ", "4.1.6 ", "1,2,30 "])),
    st.data(),
)
def test_any_place_of_any_text_is_judged(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)

    assert divides(text, data.draw(st.integers(0, len(text)))) in (True, False)


def test_each_word_for_a_number_is_worth_something() -> None:
    assert all(value >= 0 for value in words_for("numbers").values())
