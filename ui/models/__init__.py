"""What views show, as frozen values with ready texts; no Qt, no decision."""
