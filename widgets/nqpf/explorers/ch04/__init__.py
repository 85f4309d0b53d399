"""Explorers of chapter 4. To add one, copy a file and change the names."""
