"""The book where nothing runs: one still edition of its pages, and what is written from it."""
