"""Names of people: by lists, by what stands beside them, and by not being words."""
