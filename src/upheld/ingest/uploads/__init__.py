"""Files that somebody sends through a browser: read whole in a limited child process, whatever they are."""
