"""Widgets shared by every view, painted from the look."""
