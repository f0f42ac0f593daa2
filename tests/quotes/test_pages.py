"""On which page a quote stands: by the number that the page bears, else by the count of form feeds."""

from hypothesis import given, settings, strategies as st
from together import together

from diplotimeline.quotes.pages import Pages

BREAK = "\f"
WORDS = st.lists(st.sampled_from(["envoy", "bridge", "valley", "spring", "207 men", "in-", "met.1"]), max_size=6)


@together(
    ("text", "quote", "pages"),
    [
        ("one two three\n\ffour five six", "four five six", [("2",)]),
        ("one two three\n- 7 -\n\ffour five six\n- 8 -\n", "four five six", [("8",)]),
        ("Page 7 of 9\none two three\n\fPage 8 of 9\nfour five six", "one two three", [("7",)]),
        ("iv\none two three\n\f1\nfour five six", "one two three", [("iv",)]),
        ("one two\n\fthree four", "two three", [("1",), ("2",)]),
        ("the inspec-\n\ftion went on", "inspection went", [("1",), ("2",)]),
        ("the same words\n\fother words\n\fthe same words", "the same words", [("1",), ("3",)]),
        ("\f\fthe same words", "the same words", [("3",)]),
        ("one two\n\f\n\n\fthree four", "three four", [("3",)]),
        ("one two\n\fthree four\n\ffive six", "one two […] five six", [("1",), ("3",)]),
        ("one two\r\n\fthree four\r\n", "three four", [("2",)]),
        ("one two\n\fthree four", "nine ten", []),
        ("Report\n2022\none two three\n\ffour five", "one two three", [("1", "2022")]),
        ("Losses\n14\none two three\n7\n\ffour five\n8\n", "one two three", [("7", "14")]),
        ("one two three\n\ffour five\n2\n", "four five", [("2",)]),
        ("one two three\n12\n\ffour five\n\fsix seven\n14\n", "six seven", [("14",)]),
        ("one two three\n12\n\ffour five\n\fsix seven\n14\n", "four five", [("2",)]),
        ("one two three\n4\n- 4 -\n\ffour five", "one two three", [("1", "4")]),
    ],
)
def test_a_quote_stands_on_its_pages(text: str, quote: str, pages: list[tuple[str, ...]]) -> None:
    assert Pages(text).of(quote) == pages


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=2, max_size=6), st.data())
def test_a_page_is_found_wherever_pages_break(pages: list[list[str]], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(pages) - 1))
    pages[number] = [*pages[number], "and", "only here", *data.draw(WORDS)]
    text = f"\n{BREAK}".join("\n".join(page) for page in pages)

    assert Pages(text).of("only here") == [(str(number + 1),)]
