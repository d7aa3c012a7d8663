"""What a person can ask for with a button, its key, or a command barcode."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from app.texts.packing import OVERRIDES as OVERRIDE_WORDS
from ui import words


class Ask(StrEnum):
    """An intent. Those that begin with ``CMD-`` are command scans and are sent as such."""

    UNDO = "CMD-UNDO"
    SHORT = "CMD-SHORT"
    DAMAGED = "CMD-DAMAGED"
    DONE = "CMD-DONE"
    CLOSE = "CMD-CLOSE"
    CANCEL = "CMD-CANCEL"
    QUANTITY = "quantity"  # opens the pad; the pad sends CMD-QTY-n
    TYPE_WEIGHT = "type_weight"  # opens the pad; the pad sends CMD-WEIGHT-n
    TYPE_CODE = "type_code"  # opens the pad for a worn label
    SEEN = "seen"
    TEACH = "teach"
    SET_ASIDE = "set_aside"
    NOTE = "note"
    NEW_CARTON = "CMD-CARTON"
    WEIGH = "CMD-WEIGHT"
    REPRINT = "reprint"
    REFRESH = "refresh"
    REVIEW = "review"  # what differs before a receipt is closed
    PRINT_OSD = "print_osd"
    REOPEN = "reopen"  # a receipt that was closed
    BLIND = "CMD-BLIND"  # a truck that nobody announced
    PHOTO = "photo"  # opens the list of files; the file sends CMD-PHOTO-path
    TEACH_NOW = "teach_now"
    PRINTERS = "printers"  # opens the print queue
    SKIP = "CMD-SKIP"
    FOUND = "CMD-FOUND"
    IS_EMPTY = "CMD-EMPTY"
    NOT_EMPTY = "CMD-NOT-EMPTY"
    WAS_DAMAGED = "CMD-REASON-11"
    WAS_EMPTY = "CMD-REASON-12"
    WRONG_PRODUCT = "CMD-REASON-13"
    OUT_OF_REACH = "CMD-REASON-14"
    PUT_BACK = "put_back"
    TAKE_OVER = "take_over"
    SORT = "sort"
    CLUSTER = "CMD-CLUSTER"  # chooses several orders; again starts them


@dataclass(frozen=True, slots=True)
class Action:
    """One button. ``ask`` is an `Ask`, or the code of a command.

    ``label`` carries the reason where it is not ``enabled``.
    ``key`` is the keyboard shortcut as Qt reads it (``Ctrl+Z``, ``F9``, ``Esc``) or "";
    ``hint`` stands in its place where something else does it (a badge).
    """

    ask: str
    label: str
    icon: str = ""
    key: str = ""
    enabled: bool = True
    primary: bool = False
    hint: str = ""

    @property
    def key_text(self) -> str:
        """What stands in the key's box."""
        return self.hint or self.key.replace("+", " ")


UNDO = Action(Ask.UNDO, words.UNDO, "undo", "Ctrl+Z")
QUANTITY = Action(Ask.QUANTITY, words.QUANTITY, "dialpad", "F9")
DAMAGED = Action(Ask.DAMAGED, words.DAMAGED, "broken_image", "F10")
SHORT = Action(Ask.SHORT, words.SHORT, "production_quantity_limits", "F10")
MISSING = Action(Ask.SHORT, words.MISSING, "production_quantity_limits", "F10")
DONE = Action(Ask.DONE, words.DONE, "done_all", "F12", primary=True)
CLOSE = Action(Ask.CLOSE, words.CLOSE, "done_all", "F12", primary=True)
CHECK = Action(Ask.REVIEW, words.CHECK, "rule", "F11")
GO_ON = Action(Ask.SEEN, words.GO_ON, "barcode_scanner", "F9")
PRINT_OSD = Action(Ask.PRINT_OSD, words.PRINT_OSD, "print", "F10")
SEEN = Action(Ask.SEEN, words.SEEN, "visibility", "Esc", primary=True)
TEACH = Action(Ask.TEACH, words.TEACH, "school", "F11")
TEACH_NOW = Action(Ask.TEACH_NOW, words.TEACH_NOW, "school", "F12", primary=True)
UNITS = Action(Ask.QUANTITY, words.UNITS, "dialpad", "F9")
REOPEN = Action(Ask.REOPEN, words.REOPEN, "published_with_changes", "Ctrl+O")
WALK_IN = Action(Ask.BLIND, words.WALK_IN, "add_box", "F9")
PHOTO = Action(Ask.PHOTO, words.ADD_PHOTO, "add_box", "Ctrl+P")
SET_ASIDE = Action(Ask.SET_ASIDE, words.SET_ASIDE, "front_hand", "F9")
NOTE = Action(Ask.NOTE, words.NOTE, "edit_note", "F10")
NEW_CARTON = Action(Ask.NEW_CARTON, words.NEW_CARTON, "add_box", "F11")
WEIGH = Action(Ask.WEIGH, words.WEIGH, "scale", "F10")
TYPE_WEIGHT = replace(WEIGH, ask=Ask.TYPE_WEIGHT)
OVERRIDES = tuple(
    Action(f"CMD-OVERRIDE-{number}", OVERRIDE_WORDS[number], icon, f"Ctrl+{place}")
    for place, (number, icon) in enumerate(
        (("21", "rule"), ("22", "barcode_scanner"), ("23", "scale"), ("24", "local_shipping")), 1
    )
)
REPRINT = Action(Ask.REPRINT, words.REPRINT, "print", "F10")
TYPE_CODE = Action(Ask.TYPE_CODE, words.TYPE_CODE, "keyboard", "Ctrl+T")
LOOK_AGAIN = Action(Ask.REFRESH, words.LOOK_AGAIN, "sync", "Ctrl+R")

TOTE_FULL = Action(Ask.NEW_CARTON, words.TOTE_FULL, "inbox", "Ctrl+F")
SKIP = Action(Ask.SKIP, words.SKIP, "redo", "F11")
FOUND = Action(Ask.FOUND, words.FOUND, "search", "F9")
IS_EMPTY = Action(Ask.IS_EMPTY, words.IS_EMPTY, "check_circle", "F9")
NOT_EMPTY = Action(Ask.NOT_EMPTY, words.NOT_EMPTY, "rule", "F10")
PUT_BACK = Action(Ask.PUT_BACK, words.PUT_BACK, "undo", "F9", primary=True)
TAKE_OVER = Action(Ask.TAKE_OVER, words.TAKE_OVER, "front_hand", "F9", primary=True)
LATER = Action(Ask.DONE, words.LATER, "schedule", "F11")
LEAVE = Action(Ask.SEEN, words.LEAVE, "close", "F10")
SORT = Action(Ask.SORT, words.SORT, "swap_vert", "F9")
CLUSTER = Action(Ask.CLUSTER, words.CLUSTER, "inbox", "F10")
START = Action(Ask.CLUSTER, words.START, "done_all", "F12", primary=True)
REASONS = (
    Action(Ask.WAS_DAMAGED, words.WAS_DAMAGED, "broken_image", "Ctrl+1"),
    Action(Ask.WAS_EMPTY, words.WAS_EMPTY, "check_circle", "Ctrl+2"),
    Action(Ask.WRONG_PRODUCT, words.WRONG_PRODUCT, "rule", "Ctrl+3"),
    Action(Ask.OUT_OF_REACH, words.OUT_OF_REACH, "front_hand", "Ctrl+4"),
)

RECEIVE_ACTIONS = (UNDO, QUANTITY, DAMAGED, CHECK, DONE)
PICK_ACTIONS = (UNDO, QUANTITY, SHORT, SKIP, DONE)
CLUSTER_ACTIONS = (UNDO, QUANTITY, SHORT, SKIP, TOTE_FULL, DONE)
PUT_BACK_ACTIONS = (UNDO, QUANTITY, DAMAGED, DONE)
COUNT_ACTIONS = (UNDO, QUANTITY, replace(IS_EMPTY, key="F10"), LATER, CLOSE)
STOPPED_ACTIONS = (replace(DONE, primary=False), PUT_BACK)
SHORT_ACTIONS = (UNDO, *REASONS)
EMPTY_ACTIONS = (UNDO, IS_EMPTY, NOT_EMPTY, DONE)
SWEEP_ACTIONS = (UNDO, QUANTITY, MISSING, CLOSE)
PACK_ACTIONS = (UNDO, QUANTITY, NEW_CARTON, WEIGH, CLOSE)
OVERRIDE_ACTIONS = (*OVERRIDES, SEEN)
CLOSED_ACTIONS = (CHECK, PRINT_OSD, REOPEN, DONE)
TRUCK_ACTIONS = (TYPE_CODE, LOOK_AGAIN, WALK_IN)
QUEUE_ACTIONS = (TYPE_CODE, LOOK_AGAIN)
PICK_QUEUE_ACTIONS = (TYPE_CODE, SORT, CLUSTER, LOOK_AGAIN)
