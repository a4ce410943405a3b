"""Lists of words and names; `SOURCES.md` says where each is from, `compiling` makes them again."""
