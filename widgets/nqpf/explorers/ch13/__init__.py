"""Explorers of chapter 13. To add one, copy a file and change the names."""
