"""Courses: assignments, isolated grading, feedback and exports."""
