"""Small leaf helpers, each named for a noun."""
