"""Explorers of chapter 2. To add one, copy a file and change the names."""
