"""Small maps of China's provinces, side by side, from the book's tables."""
