"""Files in, decisions out: sources, the plan of an import, its runs."""
