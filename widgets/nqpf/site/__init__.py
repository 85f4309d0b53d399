"""The site: what Sphinx needs to turn chapters into pages."""
