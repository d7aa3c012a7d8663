"""Devices, on real pseudo-terminals, files and spools."""
