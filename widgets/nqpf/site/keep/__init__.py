"""Keep a setting of an explorer in its chart, and compare what it says with another."""
