"""Explorers of chapter 11. To add one, copy a file and change the names."""
