"""What several floor screens show: pictures, the queue of jobs, big notices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A product's picture: an image file, or one of the look's icons where there is none."""

    path: str = ""
    icon: str = "package_2"


NO_PICTURE = Picture()


@dataclass(frozen=True, slots=True)
class Mark:
    """A state in icon, word and colour (``ok info warn bad out idle``)."""

    state: str
    icon: str
    word: str


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A job that can be opened; ``number`` is what `job_chosen` tells.

    ``about`` is whom it is for or from, ``amount`` how much, ``mark`` what is special about it.
    """

    number: str
    about: str
    amount: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """The jobs that wait, best first. ``empty`` is the sentence shown where there is none."""

    title: str
    note: str
    rows: tuple[QueueRow, ...] = ()
    empty: str = ""
    loading: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What fills the answer's place when it is no instruction: refused, stopped, all done.

    ``state`` is a solid (``bad ok warn info``). ``changed`` is in bold and says what did or did
    not happen, ``rest`` goes on in the same line, ``advice`` says what to do now. ``code`` is
    the refused scan with ``code_note`` (its kind, its check digit).
    """

    state: str
    icon: str
    headline: str
    reason: str
    changed: str = ""
    rest: str = ""
    advice: str = ""
    code: str = ""
    code_note: str = ""
    corner: str = ""


@dataclass(frozen=True, slots=True)
class StaysBehind:
    """What a partial order keeps waiting for: ``lines`` of text, ``strong`` the last in bold."""

    title: str
    lines: tuple[str, ...]
    strong: str = ""
