"""Key events as the timing of a typing scanner needs them, and the pause after the last one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent

from app.domain.device import KeyLimits, Suffix
from app.domain.key_timing import NO_TEXT, Key
from app.domain.raw_read import KEYS_END_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.device import DeviceProfile

MODIFIER_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_Mode_switch,
    }
)
LINE_END_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
META = Qt.KeyboardModifier.MetaModifier

DEAD_KEYS = {
    Qt.Key.Key_Dead_Circumflex: "^",
    Qt.Key.Key_Dead_Diaeresis: "¨",
    Qt.Key.Key_Dead_Acute: "´",
    Qt.Key.Key_Dead_Grave: "`",
    Qt.Key.Key_Dead_Tilde: "~",
}


def open_to_all(profile: DeviceProfile) -> DeviceProfile:
    """Return the profile by which whatever a scanner may type is one code, its end with it."""
    gap_ms = max(KEYS_END_MS, profile.keys.gap_ms)
    keys = KeyLimits(gap_ms, profile.keys.shortest, 2 * gap_ms)
    return replace(profile, keys=keys, suffix=Suffix.NONE, prefix=b"")


class Pause:
    """Says when no key has come for a while.

    In two halves: after the program was busy, keys that wait in the queue may be handed out only
    after the first half is over, and are not to be taken for missing.
    """

    def __init__(self, whole_ms: int, over: Callable[[], None]) -> None:
        """Call ``over`` when no key has come for so long."""
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.last(whole_ms)
        self._timer.timeout.connect(self._half)
        self._over = over
        self._is_second = False

    def last(self, whole_ms: int) -> None:
        """Last so long from the next key on."""
        self._timer.setInterval(max(1, whole_ms // 2))

    def begin_if(self, is_needed: bool) -> None:
        """Begin anew where keys are held, else end."""
        self._is_second = False
        if is_needed:
            self._timer.start()
        else:
            self._timer.stop()

    def _half(self) -> None:
        if self._is_second:
            self._over()
        else:
            self._is_second = True
            self._timer.start()


def key_of(event: QKeyEvent) -> Key:
    """Return what the timing needs to know of a key event.

    AltGr types text although it reports Ctrl and Alt on some systems; Ctrl or Alt or Meta alone
    make a shortcut, whose text is its control character or none.
    """
    modifiers = event.modifiers()
    is_shortcut = bool(modifiers & META) or bool(modifiers & ALT) != bool(modifiers & CTRL)
    text = "\r" if event.key() in LINE_END_KEYS else _text_of(event)
    if is_shortcut and text >= " ":
        text = NO_TEXT
    return Key(
        text=text,
        at_ms=event.timestamp(),
        code=event.nativeScanCode() or event.key(),
        is_modifier=event.key() in MODIFIER_KEYS,
        is_repeat=event.isAutoRepeat(),
    )


def _text_of(event: QKeyEvent) -> str:
    """Return what a key types, as if Caps Lock were off; a key that waits types its accent."""
    text = event.text() or DEAD_KEYS.get(Qt.Key(event.key()), NO_TEXT)
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        upper = text.upper()
        return upper if upper.lower() == text else text  # neither µ nor ß comes back from there
    return text.lower()


def copy_of(event: QKeyEvent) -> QKeyEvent:
    """Return the same event as one of our own: Qt's lives only while it is handed out."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
