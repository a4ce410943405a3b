"""One frozen dataclass for each page: all that its template may show."""
