"""Explorers of chapter 9. To add one, copy a file and change the names."""
