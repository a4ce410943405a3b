"""What people send to the desk, by its shape."""
