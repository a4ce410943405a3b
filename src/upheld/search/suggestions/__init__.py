"""What a reader may mean while they type: organisations, subjects, law, references and frequent words."""
