"""HTTP in, one page, HTTP out."""
