"""Explorers of chapter 16. To add one, copy a file and change the names."""
