import pytest
from together import together

from diplotimeline.documents import text_of
from diplotimeline.documents.html import text_of as page_text
from diplotimeline.errors import CallError

CYRILLIC = "Переговоры прошли."


@together(
    ("page", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo.\n"),
        ("<div>One.<div>Two.</div>Three.</div>", "One.\n\nTwo.\n\nThree.\n"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree\n"),
        ("<ul><li>One</li><li>Two<li>Three</ul>", "One\nTwo\nThree\n"),
        ("<p>The <b>en</b>voys\n  of <a href=x>Ardelia</a> , met", "The envoys of Ardelia , met\n"),
        ("a&nbsp;b&amp;c&#8212;d", "a\u00a0b&c—d\n"),
        ("inspec&shy;tion, zero\u200bwidth, \u2066mark\u2069s, \u200eleft", "inspection, zerowidth, marks, left\n"),
        ("می\u200cخواهم", "می\u200cخواهم\n"),  # the letters of Persian need it
        ("<pre>One\n  two</pre>three", "One\ntwo\n\nthree\n"),
        ("He said <q>no</q>.", "He said “no”.\n"),
        ("10<sup>6</sup> men<sup>[2]</sup>, the 1<sup>st</sup>", "10⁶ men², the 1st\n"),
        ("H<sub>2</sub>O", "H2O\n"),
        ("in 12<sub>3</sub> of 7 <sub>8</sub><p>1<b>2</b></p>", "in 12₃ of 7 8\n\n12\n"),  # never 123
        ("12<sub>3<p>1<b>2", "12₃\n\n12\n"),
        ("<sup>never closed<p>Two</p>", "never closed\n\nTwo\n"),
        ("a<wbr>b<!-- no -->c<?no?>d<![CDATA[no]]>", "abcd\n"),
        ("<p hidden>One", "One\n"),
        ("<p hidden>no</p><p>They did <span style='color:red; display: none'>not </span>agree", "They did agree\n"),
        ("One <i style='VISIBILITY:hidden'>no</i><input hidden><img style='display:none'> two", "One two\n"),
        ("<p style='--display:none-of-it'>One", "One\n"),
        ("They <del>did not</del> agree", "They agree\n"),
        ("<div role=navigation>One<p>Two", "One\n\nTwo\n"),
        ("12<sup>3, 4</sup> men in 2022<sup>[5–7]</sup>", "12³,⁴ men in 2022⁵–⁷\n"),
        ("<body style='visibility:hidden'>One", "One\n"),
        ("漢<ruby>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>", "漢字\n"),
        ("</p></div></sup>One</table>", "One\n"),
    ],
)  # fmt: skip
def test_the_words_of_a_page_are_as_a_browser_shows_them(page: str, text: str) -> None:
    assert page_text(page) == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<tr><td>Orn<td>12<tr><td>Tolm</td><td>345</td></tr>", "Orn\t12\nTolm\t345\n"),
        ("<tr><th>\n<p>Orn</p>\n</th>\n<td> <p>12</p> </td></tr>", "Orn\t12\n"),
        ("<tr><td></td><td>12</td></tr><tr><td></td><td>13</td></tr>", "12\n13\n"),
        ("<tr><td>One.<br>Two.</td><td>12</td></tr>", "One.\nTwo.\t12\n"),
        ("<tr><td>menu</td><td><table><tr><td>One</td><td>Two</td></tr></table></td></tr>", "menu\nOne\tTwo\n"),
    ],
)
def test_a_row_of_a_table_is_a_line(page: str, text: str) -> None:
    assert page_text(f"<table>{page}</table>") == text


@pytest.mark.parametrize(
    "left_out",
    [
        "<script>if (a<b) no()</script>",
        "<style>p{no:1}</style>",
        "<nav><p>no</p><nav>no</nav>no</nav>",
        "<div role=navigation><div>no</div></div>",
        "<title>no</title>",
        "<select><option>no</select>",
        "<noscript>no</noscript>",
        "<svg><text>no</text></svg>",
        "<template>no</template>",
        "<script>'</scr' + 'ipt>'</script>",
    ],
)
def test_scripts_styles_and_navigation_are_left_out(left_out: str) -> None:
    assert page_text(f"<p>One {left_out}two</p>") in ("One two\n", "One\n\ntwo\n")


@pytest.mark.parametrize("tag", ["nav", "select", "noscript", "svg"])
def test_what_is_never_closed_takes_no_text_with_it(tag: str) -> None:
    assert "The envoys met." in page_text(f"<{tag}>x<p>The envoys met.</p>")


@pytest.mark.parametrize(
    "page",
    [
        f"<meta charset='windows-1251'><p>{CYRILLIC}".encode("cp1251"),
        f'<meta http-equiv=Content-Type content="text/html; charset=windows-1251"><p>{CYRILLIC}'.encode("cp1251"),
        f'<?xml version="1.0" encoding="windows-1251"?><html><p>{CYRILLIC}'.encode("cp1251"),
        f"<META CHARSET=KOI8-R><p>{CYRILLIC}".encode("koi8-r"),
        f"<html><p>{CYRILLIC}".encode("utf-16"),
        f"<html><p>{CYRILLIC}".encode("utf-8-sig"),
        f"<meta charset=utf-16><p>{CYRILLIC}".encode(),  # it could not be read so far if it were
        f"<p>{CYRILLIC}".encode(),
    ],
)  # fmt: skip
def test_a_page_says_itself_how_its_letters_are_written(page: bytes) -> None:
    assert text_of(page, "a.html") == f"{CYRILLIC}\n"


def test_latin_1_means_what_browsers_take_it_for() -> None:
    assert text_of("<meta charset=iso-8859-1><p>“so”".encode("cp1252"), "a.html") == "“so”\n"


def test_an_encoding_is_never_guessed() -> None:
    page = f"<html><p>{CYRILLIC}".encode("cp1251")

    with pytest.raises(CallError, match="line 1 of it is no text in UTF-8, and it names no other") as raised:
        text_of(page, "a.html")
    assert "--encoding" in raised.value.help
    assert text_of(page, "a.html", "cp1251") == f"{CYRILLIC}\n"


@pytest.mark.parametrize("name", ["klingon", "rot13", "punycode", "unicode_escape", "zip", "utf-7", "x\0y", "idna"])
def test_an_encoding_that_is_none_of_letters_is_refused(name: str) -> None:
    with pytest.raises(CallError, match="no encoding is called"):
        text_of(b"<html>x", "a.html", name)
    with pytest.raises(CallError, match="not known"):
        text_of(f"<meta charset='{name}'><p>x".encode(), "a.html")
