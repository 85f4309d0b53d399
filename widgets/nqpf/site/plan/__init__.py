"""Chapters, concepts, concordance, chronology."""
