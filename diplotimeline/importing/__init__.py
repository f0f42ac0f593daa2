"""Tables that people already have become drafts of timelines: nothing is invented, nothing is lost."""
