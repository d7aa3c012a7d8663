"""Rules of the floor, as tests of pure functions."""
