"""Packages for learning platforms by SCORM 1.2: the book's own pages, and what they report."""
