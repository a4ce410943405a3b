"""Drafts, the checks that no decision passes unexamined, holding, redacting and withdrawing."""
