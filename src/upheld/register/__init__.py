"""What is true today, and each version of it: decisions, organisations, categories."""
