"""`python -m diplotimeline`."""

from diplotimeline.cli import run

run()
