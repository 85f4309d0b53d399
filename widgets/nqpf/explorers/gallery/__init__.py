"""One file an explorer. To add one, copy a file and change the names."""
