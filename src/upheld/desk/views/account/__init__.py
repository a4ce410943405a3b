"""A person's own account: allauth's views behind our addresses and pages."""
