"""Two chronologies side by side in the terminal."""

from dataclasses import replace

from hostile_texts import texts, timeline_of
from hypothesis import given, strategies as st
from printing import printed
from rich.cells import cell_len

from diplotimeline import Timeline
from diplotimeline.analyses.align import align
from diplotimeline.views import align as view


def sides(text: str) -> tuple[Timeline, Timeline]:
    """A hostile event that is the same by its id and differs, one that perhaps is the same, and one of each side."""
    one = timeline_of(text)
    (event,) = one.events
    later = replace(event, title=f"{event.title} too", status="alleged", actors=(), place=None)
    other = replace(event, id="other", claims=event.claims[1:], type="call")
    return replace(one, events=(event, replace(other, id="first"))), replace(
        one, events=(later, replace(other, id="second"))
    )


@given(text=texts(), width=st.sampled_from([40, 60, 80, 120]))
def test_only_a_line_to_paste_is_wider_than_the_page(text: str, width: int) -> None:
    lines = printed(view.align(align(*sides(text)), width))

    assert [one for one in lines if cell_len(one) > min(width, 100) and not one.startswith("  related: [")] == []
    assert any(one.startswith("  related: [") for one in lines)
