"""The economics of the book: pure functions, one file a topic."""
