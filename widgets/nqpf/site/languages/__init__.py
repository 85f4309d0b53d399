"""The edition in another language: its pages, beside the English ones, with what both share."""
