"""Widgets, layout and keys; they show scenes and tell intents, and decide nothing."""
