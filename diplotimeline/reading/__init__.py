"""A file becomes a record, or problems at their lines."""
