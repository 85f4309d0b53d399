"""What a reader has done, and the solutions."""
