"""Explorers of chapter 1. To add one, copy a file and change the names."""
