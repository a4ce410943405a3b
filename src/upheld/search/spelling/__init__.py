"""“Did you mean”: words that find little, written as the register writes them."""
