"""A model of the reader's own in the place of the book's: run, checked, and answered in words."""
