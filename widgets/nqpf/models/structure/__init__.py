"""Structure: sectors, linkages, completeness, ecosystems, synergy."""
