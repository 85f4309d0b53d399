"""What a reader does in a chart itself, beside moving the controls under it."""
