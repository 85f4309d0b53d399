"""Explorers of chapter 15. To add one, copy a file and change the names."""
