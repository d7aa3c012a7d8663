"""A believable morning at the packing table: what Pack shows."""

from ui.models.action import (
    CLOSE,
    DONE,
    NEW_CARTON,
    NOTE,
    QUEUE_ACTIONS,
    REPRINT,
    SEEN,
    SET_ASIDE,
    UNDO,
    Action,
    Ask,
)
from ui.models.band import BandKind, BandState
from ui.models.pack import (
    Carton,
    NextItem,
    PackScene,
    PrintQueue,
    Slip,
    Tracking,
    Verify,
    VerifyLine,
    Weight,
)
from ui.models.work import Mark, Notice, Queue, QueueRow, StaysBehind

SLIP = Slip("Packing slip", "1 page", "2 of up to 3", ("A4", "prints at close"))
PRINTER = PrintQueue(
    "Out of paper",
    "2 wait",
    "warn",
    "print_error",
    ("SO-10377", "SO-10391"),
    Action(Ask.REPRINT, "Print on Pack 2", "print"),
)
WEIGHT = Weight(
    "Weight, settled",
    "11.84",
    "kg",
    11_840,
    12_210,
    12_510,
    Mark("warn", "warning", "0.52 kg light"),
    ("expected 12.36 ± 0.15", "= one bottle missing"),
)
TRACKING = Tracking(
    "Corvane, tracking", "CV 4471 0926 318", Mark("ok", "check_circle", "check digit right")
)
VERIFIED = (
    VerifyLine("Cast-iron pan 28 cm", "CIP-028-BLK", 4, 4),
    VerifyLine("Kettle 1.7 l, black", "KET-17-BK", 1, 1),
    VerifyLine("Bath towel, sand", "TWL-70-SND", 2, 2),
)
PACK_STAYS = StaysBehind("Stays behind: desk lamp × 2", ("ships 25–26 Nov as shipment 3 of 3",))
CLOSE_MISSING = Action(Ask.CLOSE, "Close: 1 missing", "lock", "F12", enabled=False, primary=True)
pack_queue = PackScene(
    BandState(BandKind.READY, "Ready to scan", "Scan a tote or an order, or choose one below."),
    queue=Queue(
        "To pack",
        "2 orders are picked",
        (
            QueueRow(
                "SO-10388",
                "Hotel Brisa · tote A",
                "13 units",
                Mark("out", "schedule", "pick-up 11:45"),
            ),
            QueueRow(
                "SO-10377", "Corner House · tote F", "5 units", Mark("bad", "alarm", "Late 1 d")
            ),
        ),
    ),
    actions=QUEUE_ACTIONS,
)
pack_verify = PackScene(
    BandState(
        BandKind.NEXT,
        "Scan 1 more: bottle, teal",
        "12 of 13 verified. Then the shipment closes and the slip prints.",
        "BTL-500-TL",
        "one high tone",
    ),
    "SO-10388",
    "Hotel Brisa · tote A",
    Mark("out", "schedule", "pick-up 11:45, in 63 min"),
    verify=Verify(
        "Verify",
        "12 of 13",
        NextItem("1 more", "5 / 6", "Bottle 500 ml, teal", "BTL-500-TL"),
        VERIFIED,
        PACK_STAYS,
    ),
    carton=Carton("Carton 1 of 1", "Box M", WEIGHT, TRACKING),
    slip=SLIP,
    printer=PRINTER,
    actions=(UNDO, NEW_CARTON, REPRINT, CLOSE_MISSING),
)
pack_ready = PackScene(
    BandState(
        BandKind.ACCEPTED,
        "Verified: 13 of 13",
        "Close the shipment; the slip prints by itself.",
        "BTL-500-TL",
        "three rising tones",
    ),
    "SO-10388",
    "Hotel Brisa · tote A",
    Mark("out", "schedule", "pick-up 11:45, in 61 min"),
    verify=Verify(
        "Verify",
        "13 of 13",
        None,
        (*VERIFIED, VerifyLine("Bottle 500 ml, teal", "BTL-500-TL", 6, 6)),
        PACK_STAYS,
    ),
    carton=Carton(
        "Carton 1 of 1",
        "",
        None,
        Tracking("Tracking", lines=("Scan the carrier’s number, or close without it.",)),
    ),
    slip=SLIP,
    printer=PrintQueue("Printer ready", "nothing waits"),
    actions=(UNDO, NEW_CARTON, REPRINT, CLOSE),
)
pack_refused = PackScene(
    BandState(
        BandKind.REFUSED,
        "Refused: not in this order",
        "Nothing has changed: 12 of 13 stay verified. Put the kettle aside.",
        "KET-20-WH",
        "two low tones",
    ),
    "SO-10388",
    "Hotel Brisa · tote A",
    notice=Notice(
        "bad",
        "cancel",
        "NOT VERIFIED",
        "Kettle 2.0 l, white is not in this order.",
        "Nothing has changed:",
        "12 of 13 stay verified.",
        "Put it aside and scan Bottle 500 ml, teal.",
        "KET-20-WH",
        "SKU",
        "stays until seen",
    ),
    slip=SLIP,
    printer=PRINTER,
    actions=(UNDO, SET_ASIDE, NOTE, SEEN),
)
pack_shipped = PackScene(
    BandState(
        BandKind.ACCEPTED,
        "Shipped: SH-20931",
        "Slip printed. Scan the next tote.",
        "CMD-CLOSE",
        "three rising tones",
    ),
    "SO-10388",
    "Hotel Brisa · shipment 2 of up to 3",
    notice=Notice(
        "ok",
        "check_circle",
        "SHIPPED",
        "SH-20931, 13 units in 1 carton.",
        "The slip is printed.",
        "2 stay behind and ship 25–26 Nov.",
        "Scan the next tote or order.",
    ),
    slip=SLIP,
    printer=PrintQueue("Printer ready", "nothing waits"),
    actions=(REPRINT, DONE),
)
PACK = {
    "pack-queue": pack_queue,
    "pack-verify": pack_verify,
    "pack-ready": pack_ready,
    "pack-refused": pack_refused,
    "pack-shipped": pack_shipped,
}
