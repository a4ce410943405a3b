"""A pack: several decisions as one page, one PDF, one Word file; which ones is in its address and nowhere else."""
