"""No pattern for quotes runs away: 50 KB of one fragment, in a process that the system stops if it computes on."""

from calling import run_python

SECONDS = 40  # about ten times what all fragments take together; a pattern that runs away needs that for each
SCRIPT = f"""
import resource
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from diplotimeline.quotes.brackets import source_words
from diplotimeline.quotes.support import days_in, numbers_in
for fragment in ("a", "中", "¹", "\\n", " \\n", "[", "[a] ", "5 May ", "in May ", "May 5, ", "two ", "1 000 "):
    quote = fragment * (50_000 // len(fragment))
    for look in (numbers_in, source_words, lambda quote: [*days_in(quote)]):
        look(quote)
        print(repr(fragment), flush=True)
"""


def test_no_repeated_fragment_sends_a_pattern_astray() -> None:
    answer = run_python(SCRIPT)

    assert answer.code == 0, f"the last that was read: {answer.out.splitlines()[-1:]}\n{answer.err}"
