"""Data as a factor, digital capital, platforms."""
