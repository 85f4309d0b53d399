"""The book's words for translators: taken out in files of messages, kept, and checked."""
