"""Reads for the pages: few, lean, and of published decisions only."""
