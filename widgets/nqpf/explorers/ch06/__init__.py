"""Explorers of chapter 6. To add one, copy a file and change the names."""
