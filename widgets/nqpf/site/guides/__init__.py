"""Guides for instructors: a section a chapter, and syllabi by weeks."""
