"""Explorers of chapter 7. To add one, copy a file and change the names."""
