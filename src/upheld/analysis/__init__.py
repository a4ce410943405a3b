"""Pure Python that reads what a text says: references, dates, names."""
