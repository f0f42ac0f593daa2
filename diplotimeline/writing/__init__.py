"""Values as YAML text, and changes to a file that a person has written."""
