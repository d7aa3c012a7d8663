"""A scanner types on a US keyboard; the computer may take it for another one.  Pure.

Each key has two characters, plain and with Shift.  A row of keys is the same row everywhere, so
that what a key came out as tells which key it was.  Source: the layouts of xkeyboard-config and
of Windows, as far as they agree.
"""

from __future__ import annotations

from enum import StrEnum


class Layout(StrEnum):
    """The keyboards that can be mapped; the value is how a setting names it."""

    US = "us"
    UK = "uk"
    FRENCH = "french"
    GERMAN = "german"


SELF_TEST = r"[]{}~@#|\aZ"
"""The code to print and scan: on each of the keyboards it comes out in another way."""

_KEYS = {  # the rows of the keyboard, then the same with Shift
    Layout.US: ("`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
                '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'),
    Layout.UK: ("`1234567890-=qwertyuiop[]#asdfghjkl;'zxcvbnm,./",
                '¬!"£$%^&*()_+QWERTYUIOP{}~ASDFGHJKL:@ZXCVBNM<>?'),
    Layout.FRENCH: ("²&é\"'(-è_çà)=azertyuiop^$*qsdfghjklmùwxcvbn,;:!",
                    "~1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%WXCVBN?./§"),
    Layout.GERMAN: ("^1234567890ß´qwertzuiopü+#asdfghjklöäyxcvbnm,.-",
                    "°!\"§$%&/()=?`QWERTZUIOPÜ*'ASDFGHJKLÖÄYXCVBNM;:_"),
}  # fmt: skip
_AIM_LENGTH = 3
_DEAD = {Layout.FRENCH: "^¨", Layout.GERMAN: "^´`"}
"""Keys that wait for the next one: some programs get nothing of them."""

_US = "".join(_KEYS[Layout.US])
_TYPED = {layout: str.maketrans(_US, "".join(keys)) for layout, keys in _KEYS.items()}
_SCANNED = {layout: str.maketrans("".join(keys), _US) for layout, keys in _KEYS.items()}


def as_typed(code: str, layout: Layout) -> str:
    """Return what a code comes out as on a computer with this keyboard."""
    return code.translate(_TYPED[layout])


def as_scanned(typed: str, layout: Layout) -> str:
    """Return the code of what came out on this keyboard; what is on no key stays as it is."""
    return typed.translate(_SCANNED[layout])


def layout_of(typed: str) -> Layout | None:
    """Return the keyboard on which the self-test code comes out like this, None for none.

    An AIM identifier may stand before it; the keys that wait may have come to nothing.
    """
    for layout in Layout:
        whole = as_typed(SELF_TEST, layout)
        for wanted in (whole, _without(whole, _DEAD.get(layout, ""))):
            if typed.endswith(wanted) and len(typed) - len(wanted) in (0, _AIM_LENGTH):
                return layout
    return None


def _without(text: str, letters: str) -> str:
    return "".join(letter for letter in text if letter not in letters)
