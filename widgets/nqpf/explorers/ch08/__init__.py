"""Explorers of chapter 8. To add one, copy a file and change the names."""
