"""Every gate but format, lint and types."""
