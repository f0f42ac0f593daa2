"""No pattern runs away: 100 KB of one fragment after another, in a process that the system stops if it computes on."""

from calling import run_python
from places import SUPPORT

SECONDS = 120  # about forty times what all fragments take together; a pattern that runs away needs hours
SCRIPT = f"""
import resource, sys
from datetime import date
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
sys.path.insert(0, sys.argv[1])
from hostile_fragments import FRAGMENTS
from diplotimeline.drafting import candidates
for language in ("en", "fr"):
    for name, fragment in FRAGMENTS.items():
        text = fragment * (100_000 // len(fragment))
        assert isinstance(candidates(text, date(2022, 10, 6), language=language), tuple)
        print(language, name, flush=True)
"""


def test_no_repeated_fragment_sends_a_pattern_astray() -> None:
    answer = run_python(SCRIPT, SUPPORT)

    assert answer.code == 0, f"the last that was read: {answer.out.splitlines()[-1:]}\n{answer.err}"
