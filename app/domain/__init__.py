"""Frozen values and pure functions of the floor: no clock, no I/O."""
