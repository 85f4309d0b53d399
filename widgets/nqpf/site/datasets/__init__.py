"""A page for each data set."""
