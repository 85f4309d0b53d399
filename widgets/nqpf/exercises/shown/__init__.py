"""How an exercise is shown where it is displayed: as text, or as something to click."""
