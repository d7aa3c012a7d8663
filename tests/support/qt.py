"""Whether Qt can start on this machine, asked once without letting its absence end the run."""

from functools import cache


@cache
def why_qt_cannot_start() -> str:
    """Name the system library that is missing; empty where Qt starts."""
    try:
        import PySide6.QtWidgets  # noqa: F401  # that it can be imported is the question
    except ImportError as missing:
        return str(missing)
    return ""
