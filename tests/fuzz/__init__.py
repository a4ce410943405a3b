"""Hostile and odd queries over the demo, as many as are asked for: `make fuzz`."""
