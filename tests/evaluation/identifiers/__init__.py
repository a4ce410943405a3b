"""Measures what of people is found in texts, against planted cases and ordinary texts that were invented for it."""
