"""The formats decisions come in: one file each, registered in `registry`."""
