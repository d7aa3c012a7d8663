"""Scanners that type: their keys are taken on window level, before any widget sees one.

Works wherever the keyboard's focus is: a field, a button, a table, a menu, a dialog.  A person's
keys are given back to the window as they came.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

from app.domain.barcode import split_aim
from app.domain.device import Link, LinkState, SameCode
from app.domain.key_timing import NO_TEXT, Key, KeyTiming, Ruling
from app.domain.layouts import layout_of
from app.domain.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.device import DeviceProfile
    from app.domain.feedback import Heard
    from app.domain.layouts import Layout
    from app.ports import Clock

KEY_EVENTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
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

HeldKey = tuple[QWindow, QKeyEvent]


class WedgeFilter(QObject):
    """A keyboard wedge as a ``ScanSource``: told in Qt's thread, connected while we have the focus.

    It follows the window that has the focus, so that the program's other events cost nothing.
    """

    def __init__(
        self,
        profile: DeviceProfile,
        application: QGuiApplication,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Listen to the program's keyboard with this device's limits."""
        super().__init__()
        self._profile = profile
        self._application = application
        self._clock = clock
        self._new_id = new_id
        self._timing: KeyTiming[HeldKey] = KeyTiming(profile)
        self._same = SameCode(profile.same_code_ms)
        self._listeners: tuple[Callable[[Scan], None], Callable[[Link], None]] | None = None
        self._is_giving_back = False
        self._pause = _Pause(profile.keys.hold_ms, self._let_go)

    @property
    def name(self) -> str:
        """The device's name as people know it."""
        return self._profile.name

    def start(self, said: Callable[[Scan], None], linked: Callable[[Link], None]) -> None:
        """Take the keys of the window that has the focus, now and later; see ``ScanSource``."""
        if self._listeners is not None:
            raise RuntimeError(f"{self.name} is started already")
        self._listeners = said, linked
        self._tell(LinkState.CONNECTING)
        self._application.focusWindowChanged.connect(self._follow)
        self._application.applicationStateChanged.connect(self._tell_focus)
        self._follow(self._application.focusWindow())
        self._tell_focus()

    def stop(self) -> None:
        """Let every key through again; what is held is given back."""
        if self._listeners is None:
            return
        self._let_go()
        self._application.focusWindowChanged.disconnect(self._follow)
        self._application.applicationStateChanged.disconnect(self._tell_focus)
        for window in self._application.allWindows():
            window.removeEventFilter(self)
        self._tell(LinkState.STOPPED)
        self._listeners = None

    def answer(self, scan: Scan, heard: Heard) -> None:
        """Tell nobody: a keyboard does not listen."""

    def use_layout(self, layout: Layout) -> None:
        """Take the computer's keyboard for this one from now on; what is held is given back."""
        self._let_go()
        self._profile = replace(self._profile, layout=layout)
        self._timing = KeyTiming(self._profile)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a scanner's keys from the window; see Qt's ``eventFilter``."""
        if event.type() not in KEY_EVENTS or self._listeners is None:
            return False
        if self._is_giving_back:
            self._is_giving_back = False  # only this one: it may open a dialog that is scanned into
            return False
        key_event, window = cast("QKeyEvent", event), cast("QWindow", watched)
        key = key_of(key_event)
        if event.type() is QEvent.Type.ShortcutOverride:
            wanted = self._timing.wants(key)
            event.setAccepted(wanted)
            return wanted
        held = (window, copy_of(key_event))
        is_press = event.type() is QEvent.Type.KeyPress
        ruling = (self._timing.press if is_press else self._timing.lift)(key, held)
        self._obey(ruling)
        return ruling.is_kept

    def _obey(self, ruling: Ruling[HeldKey]) -> None:
        self._pause.begin_if(self._timing.is_holding)
        for window, event in ruling.give_back:
            if isValid(window):
                self._is_giving_back = True
                QCoreApplication.sendEvent(window, event)
        if ruling.scan is not None:
            self._say(ruling.scan, ruling.at_ms)

    def _let_go(self) -> None:
        self._obey(self._timing.let_go())

    def _say(self, typed: str, at_ms: int) -> None:
        if self._listeners is None:
            return
        if told := layout_of(typed.replace(NO_TEXT, "")):
            is_mapped = told is self._profile.layout
            self._tell(LinkState.CONNECTED, typed_on=told, is_mapped=is_mapped)
            return
        text = self._profile.text_of_keys(typed)
        aim, code = split_aim(text)
        scan = Scan(self._new_id(), code, self.name, aim, at=self._clock.now())
        if self._same.is_repeat(text, at_ms):
            self._tell(LinkState.CONNECTED, repeated=scan)
        else:
            self._listeners[0](scan)

    def _tell(
        self,
        state: LinkState,
        repeated: Scan | None = None,
        typed_on: Layout | None = None,
        *,
        is_mapped: bool = False,
    ) -> None:
        if self._listeners is not None:
            self._listeners[1](Link(self.name, state, 0, 0, repeated, typed_on, is_mapped))

    def _tell_focus(self) -> None:
        """Tell whether the keyboard is ours: another program's window gets no scan of ours."""
        is_ours = self._application.applicationState() is Qt.ApplicationState.ApplicationActive
        self._tell(LinkState.CONNECTED if is_ours else LinkState.DISCONNECTED)

    def _follow(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)


class _Pause:
    """Says when no key has come for a while.

    In two halves: after the program was busy, keys that wait in the queue may be handed out only
    after the first half is over, and are not to be taken for missing.
    """

    def __init__(self, whole_ms: int, over: Callable[[], None]) -> None:
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(max(1, whole_ms // 2))
        self._timer.timeout.connect(self._half)
        self._over = over
        self._is_second = False

    def begin_if(self, is_needed: bool) -> None:
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
