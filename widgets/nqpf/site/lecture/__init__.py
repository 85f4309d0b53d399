"""Lecture mode: prepared states of a chapter’s explorers, played full screen."""
