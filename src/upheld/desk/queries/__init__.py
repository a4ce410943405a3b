"""Reads for the pages of the desk."""
