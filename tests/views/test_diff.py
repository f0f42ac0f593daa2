"""What has changed, in the terminal."""

from dataclasses import replace

from hostile_texts import texts, timeline_of
from hypothesis import given, strategies as st
from printing import printed
from rich.cells import cell_len

from diplotimeline.analyses.diff import diff
from diplotimeline.views import diff as view


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_no_line_is_wider_than_the_page_whatever_it_says(text: str, width: int) -> None:
    old, new = timeline_of("before"), timeline_of(text)
    added = replace(new, events=(*new.events, replace(new.events[0], id="two", title="more")))
    lines = printed(view.diff(diff(old, added), width))

    assert [one for one in lines if cell_len(one) > min(width, 100)] == []
