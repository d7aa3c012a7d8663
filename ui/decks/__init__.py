"""A deck is one screen with its presenter, as the window places it; one file each."""
