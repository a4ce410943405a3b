"""What stands in front of Django: page cache, conditional answers, compression, the server processes."""
