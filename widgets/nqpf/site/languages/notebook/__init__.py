"""The chapters of an edition as notebooks to take along, in the edition's language."""
