"""The query language: what a reader typed, as a small tree, and what it means to this register."""
