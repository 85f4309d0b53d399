"""Explorers of chapter 12. To add one, copy a file and change the names."""
