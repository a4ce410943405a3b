"""The verbs that search adds to the `upheld` command."""
