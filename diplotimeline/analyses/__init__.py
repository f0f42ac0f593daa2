"""Answers about a chronology as plain values."""
