"""Floor stories in plain text, and the warehouse in which they play."""
