"""Explorers of chapter 17. To add one, copy a file and change the names."""
