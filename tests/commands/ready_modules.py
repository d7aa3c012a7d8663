"""Imported by the server of ``tests.commands.ready`` when it starts."""

from tests.commands.ready import load

load()
