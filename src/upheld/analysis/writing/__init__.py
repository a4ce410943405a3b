"""Writes a document out, as text or HTML, such that reading it back gives the same document."""
