"""Explorers of chapter 14. To add one, copy a file and change the names."""
