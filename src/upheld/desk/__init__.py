"""The back office in which an ombudsman's editors work. Owns no tables."""
