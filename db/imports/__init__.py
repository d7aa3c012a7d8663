"""What importing reads and writes, in bulk."""
