"""Foreign formats to and from domain rows; pure."""
