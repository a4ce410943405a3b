"""How well the readers of `analysis` read, measured on labelled texts."""
