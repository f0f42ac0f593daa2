"""Pictures for the terminal: each a function from a timeline and a width to lines."""
