"""Category pages: which lines are one entry, what an entry says, and where in the category tree it stands."""
