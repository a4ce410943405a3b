"""Everything a search finds, taken away: the rows, and the files they are written to."""
