"""The still edition typeset: pages as Typst reads them, their formulas, and the book as PDF."""
