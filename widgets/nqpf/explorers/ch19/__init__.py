"""Explorers of chapter 19. To add one, copy a file and change the names."""
