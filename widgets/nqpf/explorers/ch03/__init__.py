"""Explorers of chapter 3. To add one, copy a file and change the names."""
