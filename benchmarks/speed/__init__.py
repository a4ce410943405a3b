"""What `search_speed.py` asks, and whom."""
