"""A model of the reader's own under an explorer."""
