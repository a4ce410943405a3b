"""Word files (.docx): looked at from outside, then read to pieces of text in a child process within limits."""
