"""How well danger is told in what people write, and how well like cases are found."""
