"""Bibliography, glossary, notation, pages of models."""
