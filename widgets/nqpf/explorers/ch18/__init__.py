"""Explorers of chapter 18. To add one, copy a file and change the names."""
