"""Explorers as pages show them."""
