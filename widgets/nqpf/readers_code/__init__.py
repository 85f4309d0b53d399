"""Code that a reader wrote: run it, and say in plain words what went wrong.

Exercises and changed models both do; neither has to import the other for it.
"""
