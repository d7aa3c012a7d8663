"""A believable morning at the dock: what Receive shows."""

from dataclasses import replace

from ui.models.action import (
    NOTE,
    PHOTO,
    QUEUE_ACTIONS,
    SEEN,
    SET_ASIDE,
    TEACH,
)
from ui.models.band import BandKind, BandState
from ui.models.counts import Count
from ui.models.receive import LineCounts, ReceiveAnswer, ReceiveScene, Share, Why
from ui.models.status import Health, StatusItem
from ui.models.work import Mark, Notice, Picture, Queue, QueueRow
from ui.presenters.receive_scene import why_of

LAMP = Picture(icon="lamp")
READY = BandState(BandKind.READY, "Ready to scan", "Scan an ASN, or choose one below.")
STATUS = (
    StatusItem("scanner", "barcode_scanner", "Scanner", "2 ready", "Scanner"),
    StatusItem("printer", "print", "Printer", "ready", "Labels"),
    StatusItem("database", "database", "Database", "saved 10:42:07", "Saved"),
    StatusItem("station", "desktop_windows", "Receive 1", health=Health.NONE, at_end=True),
    StatusItem("user", "person", "Marek L.", "Packer", health=Health.NONE, at_end=True),
)
LINE_3 = LineCounts(
    "ASN-70418 line 3",
    "Meridian Cold · door 1",
    "10 to come, short if closed now",
    (
        Count("9", "of 19 received"),
        Count("8", "to lanes", "ok"),
        Count("0", "put away", "info"),
        Count("0", "over"),
        Count("1", "damaged", "warn"),
    ),
)
TO_LANE_3 = Share(
    "ok",
    "swap_horiz",
    "CROSS-DOCK",
    "LANE 3",
    "SO-10427",
    "2 of 5",
    "Alder & Finch · promised yesterday · ships today 14:00 with Corvane Parcel",
)

receive_queue = ReceiveScene(
    READY,
    queue=Queue(
        "Which truck?",
        "Scan its ASN, or choose it here.",
        (
            QueueRow(
                "ASN-70431",
                "Kestrel Freight · in yard",
                "96 units",
                Mark("bad", "alarm", "34 for 12 orders, 5 late"),
            ),
            QueueRow(
                "ASN-70418",
                "Meridian Cold · door 1",
                "256 of 412 units",
                Mark("ok", "swap_horiz", "58 for 21 orders"),
            ),
            QueueRow(
                "ASN-70421",
                "Fernway Road · door 3",
                "365 units",
                Mark("ok", "swap_horiz", "41 for 17 orders"),
            ),
            QueueRow("ASN-70437", "Lindqvist · due 12:30", "64 units"),
        ),
    ),
    actions=QUEUE_ACTIONS,
)
receive_nothing = ReceiveScene(
    READY,
    queue=Queue("Which truck?", "", (), "No truck is here and none is expected today."),
    actions=QUEUE_ACTIONS,
)
receive_loading = ReceiveScene(
    READY, queue=Queue("Which truck?", "", loading=True), actions=QUEUE_ACTIONS
)
receive_crossdock = ReceiveScene(
    BandState(
        BandKind.ACCEPTED,
        "Counted: 1 desk lamp, oak",
        "Label for lane 3 printed. Scan the next item.",
        "5 012345 678900",
        "one high tone",
    ),
    answer=ReceiveAnswer((TO_LANE_3,), "Desk lamp, oak", "LMP-220-OAK", LAMP),
    counts=LINE_3,
)
receive_put_away = ReceiveScene(
    BandState(
        BandKind.ACCEPTED,
        "Counted: 12 desk lamps, oak",
        "Put them away and scan the shelf.",
        "5 012345 678917",
        "one high tone",
    ),
    answer=ReceiveAnswer(
        (
            Share(
                "info",
                "shelves",
                "PUT AWAY",
                "A-01-02",
                line="12 units · nobody waits for them now",
            ),
        ),
        "Desk lamp, oak",
        "LMP-220-OAK",
        LAMP,
    ),
    counts=LINE_3,
)
receive_split = ReceiveScene(
    BandState(
        BandKind.ACCEPTED,
        "Counted: 1 case, 12 desk lamps",
        "Three places, best first. Scan the next case.",
        "1 5012345 67890 7",
        "one high tone",
    ),
    answer=ReceiveAnswer(
        (
            Share(
                "ok",
                "swap_horiz",
                "CROSS-DOCK",
                "LANE 3",
                "SO-10427",
                "4 of 5",
                "Alder & Finch · promised yesterday",
                "4 units",
            ),
            Share("ok", "swap_horiz", "CROSS-DOCK", "LANE 5", "SO-10391", "3 of 3", "", "3 units"),
            Share("info", "shelves", "PUT AWAY", "A-01-02", "", "", "", "5 units"),
        ),
        "Desk lamp, oak",
        "LMP-220-OAK",
        LAMP,
    ),
    counts=LINE_3,
)
receive_refused = ReceiveScene(
    BandState(
        BandKind.REFUSED,
        "Refused: unknown barcode",
        "Third scan of this code. Counts are unchanged.",
        "4 099887 766556",
        "two low tones",
    ),
    notice=Notice(
        "bad",
        "cancel",
        "NOT COUNTED",
        "This barcode is not known here.",
        "Nothing has changed:",
        "9 of 19 stay counted.",
        "Set the carton aside, scan the next one, or have it taught.",
        "4 099887 766556",
        "EAN-13, check digit right",
        "stays until seen",
    ),
    counts=LINE_3,
    actions=(TEACH, SET_ASIDE, NOTE, SEEN),
)
receive_over = ReceiveScene(
    BandState(
        BandKind.CATCH,
        "Counted, but 1 over",
        "20 came, 19 were announced. The supplier is told.",
        "5 012345 678900",
        "high, low",
    ),
    answer=receive_put_away.answer,
    counts=LINE_3,
)
receive_why = ReceiveScene(
    BandState(
        BandKind.ACCEPTED,
        "Counted as damaged: 1 desk lamp, oak",
        "Put it in quarantine.",
        "5 012345 678900",
        "one high tone",
    ),
    answer=ReceiveAnswer(
        (
            Share(
                "warn",
                "broken_image",
                "QUARANTINE",
                "QUAR-1",
                line="1 unit · Damaged: set aside, not for sale",
            ),
        ),
        "Desk lamp, oak",
        "LMP-220-OAK",
        LAMP,
    ),
    counts=LINE_3,
    why=why_of({"disposition": [{"to": "quarantine"}]}),
)
receive_noted = replace(receive_why, why=Why("Noted: Wet", (PHOTO,)))
RECEIVE = {
    "receive-why": receive_why,
    "receive-noted": receive_noted,
    "receive-queue": receive_queue,
    "receive-nothing": receive_nothing,
    "receive-loading": receive_loading,
    "receive-crossdock": receive_crossdock,
    "receive-put-away": receive_put_away,
    "receive-split": receive_split,
    "receive-refused": receive_refused,
    "receive-over": receive_over,
}
