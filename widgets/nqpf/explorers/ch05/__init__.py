"""Explorers of chapter 5. To add one, copy a file and change the names."""
