"""Scanners that type: their keys are taken on window level, before any widget sees one.

Works wherever the keyboard's focus is: a field, a button, a table, a menu, a dialog.  A person's
keys are given back to the window as they came.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

from app.domain.barcode import split_aim
from app.domain.device import Link, LinkState, SameCode
from app.domain.key_timing import NO_TEXT, KeyTiming, Ruling, codes_in
from app.domain.layouts import layout_of
from app.domain.raw_read import RawRead
from app.domain.scan import Scan
from ui.wedge_keys import Pause, copy_of, key_of, open_to_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.domain.device import DeviceProfile
    from app.domain.feedback import Heard
    from app.domain.layouts import Layout
    from app.ports import Clock

KEY_EVENTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
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
        self._is_examined = self._takes_all = self._is_untuned = False
        self._pause = Pause(profile.keys.hold_ms, self._let_go)

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

    def profiles(self) -> tuple[DeviceProfile, ...]:
        """Return the one profile by which keys are read now."""
        return (self._profile,)

    def use(self, profile: DeviceProfile) -> None:
        """Read keys by another profile from now on; a code that is coming is finished first."""
        if profile.name != self.name:
            return
        if profile.same_code_ms != self._profile.same_code_ms:
            self._same = SameCode(profile.same_code_ms)
        self._profile = profile
        self._want_timing()

    def use_settings(self, named: Iterable[str], feedback: str) -> None:
        """Change nothing: a keyboard has no port, and does not listen."""

    def examine(self, *, is_on: bool) -> None:
        """Take every fast burst of keys whatever ends it, and tell it as it came."""
        self._is_examined = is_on
        self._want_timing()

    def use_layout(self, layout: Layout) -> None:
        """Take the computer's keyboard for this one from now on."""
        self.use(replace(self._profile, layout=layout))

    def _want_timing(self) -> None:
        """Judge keys anew, at once or when what is held has become a code or typed text."""
        self._is_untuned = True
        if not self._timing.is_holding:
            self._retime()

    def _retime(self) -> None:
        self._is_untuned = False
        judged = open_to_all(self._profile) if self._is_examined else self._profile
        self._takes_all = self._is_examined
        self._timing = self._timing.retuned(judged)
        self._pause.last(judged.keys.hold_ms)

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
        if ruling.scan is not None and self._takes_all:
            self._say_all(ruling.scan, ruling.times_ms)
        elif ruling.scan is not None:
            self._say(ruling.scan, ruling.at_ms)
        if self._is_untuned and not self._timing.is_holding:
            self._retime()

    def _let_go(self) -> None:
        self._obey(self._timing.let_go())

    def _say_all(self, typed: str, times_ms: tuple[int, ...]) -> None:
        """Tell a burst as it came, then the codes that it is by this device's profile."""
        read = RawRead(self.name, typed, tuple(map(float, times_ms)), is_typed=True)
        for code in codes_in(typed, self._profile):
            self._say(code, times_ms[-1])
        if self._listeners is not None:
            self._listeners[1](Link(self.name, LinkState.CONNECTED, read=read))

    def _say(self, typed: str, at_ms: int) -> None:
        if self._listeners is None:
            return
        if not self._takes_all and (told := layout_of(typed.replace(NO_TEXT, ""))):
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
