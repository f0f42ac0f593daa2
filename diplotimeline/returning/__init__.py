"""What was exported comes back: into a new timeline, or as changes of the one that it was made from."""
