"""How pages are made: cells, charts, mathematics, downloads, what is fresh."""
