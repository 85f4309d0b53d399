"""The book kept in the reader’s browser, where a reader asks for it."""
