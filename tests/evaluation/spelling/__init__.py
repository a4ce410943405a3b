"""How often a slip of the fingers or of the ear is understood: planted ones, every word of them a common one."""
