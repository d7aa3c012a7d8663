"""A real X server without a screen, with a window manager so that windows get the focus."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


def lacking_programs() -> list[str]:
    """Those of the programs that X tests need which this machine does not have."""
    return [name for name in ("Xvfb", "xdotool", "openbox") if not shutil.which(name)]


@contextmanager
def x_server(size: str = "1920x1080x24") -> Iterator[str]:
    """Start Xvfb with openbox and yield its display (":N"); ready when yielded."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as ready:
            display = f":{ready.readline().strip()}"
        with _window_manager(display):
            yield display
    finally:
        server.terminate()
        server.wait()


@contextmanager
def _window_manager(display: str) -> Iterator[None]:
    environment = {**os.environ, "DISPLAY": display}
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        manager.terminate()
        manager.wait()
