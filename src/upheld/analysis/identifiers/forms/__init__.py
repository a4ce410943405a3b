"""What has a form of its own: numbers, addresses, dates."""
