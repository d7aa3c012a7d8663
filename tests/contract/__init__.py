"""One suite a port, on the stand-in and on every real adapter."""
