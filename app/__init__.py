"""What the warehouse means: no Qt, no database, no device library."""
