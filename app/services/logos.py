"""The site's logo: copied into the store when a slip is said, so that a reprint is identical."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from app.services.turns import Turn

MOST_BYTES: Final = 2_000_000


def logo_of(turn: Turn) -> dict[str, Any]:
    """Return ``logo``, ``picture`` and ``logo_trouble`` of a slip; it never keeps one from closing.

    What is wrong is ``missing`` or ``too_big``; whether it is a picture is the printer's to find.
    """
    work = turn.work
    path = work.settings.logo
    if not path:
        return {}
    file = Path(path)
    try:
        if not file.is_file():  # a pipe would be waited for, and the floor with it
            return {"logo_trouble": "missing"}
        with file.open("rb") as content:
            picture = content.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        return {"logo_trouble": "missing"}
    if len(picture) > MOST_BYTES:
        return {"logo_trouble": "too_big"}
    digest = sha256(picture).hexdigest()
    work.documents.keep_picture(turn.fact, digest, picture)
    return {"logo": digest, "picture": picture}
