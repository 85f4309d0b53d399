"""Draw your guess: a curve that the reader draws before it is shown."""
