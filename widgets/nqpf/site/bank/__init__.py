"""What lecturers see of the bank of exercises: the list, its filters, and a list of their own."""
