"""Drawings that are no charts: boxes and arrows, laid out at build."""
