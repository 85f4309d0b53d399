"""How questions went: in one class, and in several side by side."""
