"""Measurement: tables, indicators, indices and their uncertainty."""
