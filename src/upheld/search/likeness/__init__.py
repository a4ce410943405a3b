"""Decisions like what somebody tells, and like one another: by the words they share, and measured."""
