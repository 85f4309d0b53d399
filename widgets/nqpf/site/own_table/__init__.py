"""A table of the reader's own, ranked in the page with what is not sure about its ranks."""
