"""The book's words in other languages: taken out for translators, checked, and put into pages."""
