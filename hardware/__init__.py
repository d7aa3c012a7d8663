"""Everything outside the process but the database: scanners, printers, sound; no Qt."""
