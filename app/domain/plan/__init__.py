"""The cross-dock plan: which unit, on which truck, serves which order.  Pure; see ``make_plan``."""
