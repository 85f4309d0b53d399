"""Exercises as pages show them."""
