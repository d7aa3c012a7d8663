"""Real parts that tests start for themselves: a database server, a display."""
