"""What holds of models whatever their arguments, said once for tests and for readers."""
