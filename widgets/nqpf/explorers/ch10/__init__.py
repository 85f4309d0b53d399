"""Explorers of chapter 10. To add one, copy a file and change the names."""
