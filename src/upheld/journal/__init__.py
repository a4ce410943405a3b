"""What happened: numbered entries, and the followers that go on from their own cursor."""
