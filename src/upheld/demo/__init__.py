"""A believable register of invented bodies, made through actions."""
