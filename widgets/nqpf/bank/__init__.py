"""The bank of exercises: the one page that hands out what a course would, made at build."""
