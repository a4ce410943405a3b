"""A decision in other forms than a page: as a file to print, to quote from, to keep, to read by program."""
