"""Measurements; each prints its figure with its unit beside the limit measured in the same run."""
