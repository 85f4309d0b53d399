"""What is shown at an address where nothing is."""
