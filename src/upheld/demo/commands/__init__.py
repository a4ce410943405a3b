"""Verbs of the demo."""
