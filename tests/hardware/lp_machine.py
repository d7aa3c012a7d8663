"""Stands for a machine with CUPS: an executable ``lp`` in a folder of its own."""

from pathlib import Path
from typing import Final

WAYS: Final = {
    "takes": 'for f; do :; done; cp "$f" "$OUT/$$.pdf"; echo "request id is Bay-7 (1 file(s))"',
    "turns away": 'echo "lp: The printer or class does not exist." >&2; exit 1',
    "falls silent": "exec tail -f /dev/null",
    "is killed": "kill -9 $$",
    "says odd words": "echo thank you",
}


def make_lp(folder: Path, way: str) -> Path:
    """Write the ``lp`` that behaves so; return the folder where its papers come out."""
    out = folder / "out"
    out.mkdir()
    script = folder / "lp"
    script.write_text(f'#!/bin/sh\nOUT="{out}"\necho "$@" > "{folder}/call"\n{WAYS[way]}\n')
    script.chmod(0o755)
    return out
