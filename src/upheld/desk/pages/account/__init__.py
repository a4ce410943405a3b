"""What the pages of a person's own account show."""
