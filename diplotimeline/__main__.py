"""`python -m diplotimeline`."""

from diplotimeline.cli import main

main()
