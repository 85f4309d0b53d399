"""A statement that can be shown wrong, written by the reader and kept in the browser."""
