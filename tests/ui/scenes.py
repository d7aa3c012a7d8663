"""Scenes of one believable morning at Harbour Road, as the presenters would make them."""

from ui.models.action import (
    CLOSE,
    DONE,
    NEW_CARTON,
    NOTE,
    QUANTITY,
    QUEUE_ACTIONS,
    REPRINT,
    SEEN,
    SET_ASIDE,
    TEACH,
    UNDO,
    Action,
    Ask,
)
from ui.models.band import BandKind, BandState
from ui.models.counts import Count
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
from ui.models.pick import Instruction, NextLine, PickScene, Step
from ui.models.receive import LineCounts, ReceiveAnswer, ReceiveScene, Share
from ui.models.status import Health, StatusItem
from ui.models.work import Mark, Notice, Picture, Queue, QueueRow, StaysBehind

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
RECEIVE = {
    "receive-queue": receive_queue,
    "receive-nothing": receive_nothing,
    "receive-loading": receive_loading,
    "receive-crossdock": receive_crossdock,
    "receive-put-away": receive_put_away,
    "receive-split": receive_split,
    "receive-refused": receive_refused,
    "receive-over": receive_over,
}

PAN = Picture(icon="pan")
STEPS = (
    Step("Go", "pin_drop", "done"),
    Step("Scan", "barcode_scanner", "now"),
    Step("Tote", "inbox", "ahead"),
)
NEXT_LINES = (
    NextLine("A-07-05", "KET-17-BK", "×1"),
    NextLine("A-09-01", "TWL-70-SND", "×2"),
    NextLine("B-02-04", "BTL-500-TL", "×6"),
)
STAYS = StaysBehind(
    "2 stay behind",
    ("Desk lamp, oak × 2", "ship 25–26 Nov as"),
    "shipment 3 of 3, the last",
)
PANS = Instruction(
    "A-07-03",
    "Cast-iron pan 28 cm",
    "CIP-028-BLK",
    3,
    1,
    "still to take",
    "1 of 4 scanned",
    "shelf scanned",
    PAN,
)
RIGHT_ITEM = BandState(
    BandKind.ACCEPTED,
    "Right item: 1 of 4",
    "Cast-iron pan 28 cm. Take 3 more from this shelf.",
    "CIP-028-BLK",
    "one high tone",
)
pick_queue = PickScene(
    BandState(BandKind.READY, "Ready to scan", "Scan an order, or choose one below."),
    queue=Queue(
        "Can go now",
        "5 orders, best first",
        (
            QueueRow(
                "SO-10377",
                "Corner House · promised yesterday",
                "2 lines · 5 units",
                Mark("bad", "alarm", "Late 1 d"),
            ),
            QueueRow(
                "SO-10388",
                "Hotel Brisa · promised Fri",
                "4 lines · 13 units",
                Mark("warn", "call_split", "2 stay until 25–26 Nov"),
            ),
            QueueRow(
                "SO-10391",
                "Corner House · promised 14:00",
                "1 line · 3 units",
                Mark("warn", "schedule", "Due 14:00"),
            ),
            QueueRow("SO-10402", "Bureau Vif · promised Fri", "3 lines · 9 units"),
            QueueRow(
                "SO-10415",
                "Osteria Uno · promised Mon",
                "6 lines · 40 units",
                Mark("warn", "call_split", "12 stay, no date"),
            ),
        ),
    ),
    actions=QUEUE_ACTIONS,
)
pick_instruction = PickScene(
    RIGHT_ITEM,
    "SO-10388",
    "Hotel Brisa · promised Fri",
    STEPS,
    instruction=PANS,
    next_title="Next",
    next_note="line 1 of 4",
    next_lines=NEXT_LINES,
    stays=STAYS,
)
pick_many = PickScene(
    RIGHT_ITEM,
    "SO-10388",
    "Hotel Brisa · promised Fri",
    STEPS,
    instruction=Instruction(
        "RACK-12-LEVEL-4",
        "Cast-iron pan 28 cm with lid and two handles, induction, dishwasher safe",
        "CIP-028-BLK-INDUCTION-2026",
        1180,
        20,
        "still to take",
        "20 of 1200 scanned",
        "",
        PAN,
    ),
    next_title="Next",
    next_note="line 4 of 4",
)
pick_long_location = PickScene(
    RIGHT_ITEM,
    "SO-10388",
    "Hotel Brisa · promised Fri",
    STEPS,
    instruction=Instruction(
        "RACK-1204-LEVEL-4-BIN-17", "Kettle", "KET", 1, 11, "still to take", "11 of 12 scanned"
    ),
    stays=STAYS,
)
pick_refused = PickScene(
    BandState(
        BandKind.REFUSED,
        "Refused: wrong item",
        "This is Kettle 1.7 l, black. Put it back.",
        "KET-17-BK",
        "two low tones",
    ),
    "SO-10388",
    "Hotel Brisa · promised Fri",
    STEPS,
    instruction=PANS,
    refusal=Notice(
        "bad",
        "cancel",
        "NOT TAKEN",
        "This is Kettle 1.7 l, black.",
        "Nothing has changed:",
        "1 of 4 stays taken.",
        "Put it back and take Cast-iron pan 28 cm.",
    ),
    next_title="Next",
    next_note="line 1 of 4",
    next_lines=NEXT_LINES,
    stays=STAYS,
    actions=(UNDO, QUANTITY, NOTE, SEEN),
)
pick_done = PickScene(
    BandState(
        BandKind.ACCEPTED,
        "All picked: 13 of 13",
        "Bring tote A to packing.",
        "BTL-500-TL",
        "three rising tones",
    ),
    "SO-10388",
    "Hotel Brisa · promised Fri",
    notice=Notice(
        "ok",
        "check_circle",
        "ALL PICKED",
        "13 of 13 units, 4 lines.",
        "Bring it to packing.",
        "",
        "2 stay behind and ship 25–26 Nov as shipment 3 of 3.",
    ),
    stays=STAYS,
    actions=(UNDO, DONE),
)
pick_stopped = PickScene(
    BandState(
        BandKind.REFUSED,
        "Stop: the order was cancelled",
        "SO-10388 was cancelled at 10:42 by Dana R.",
        "",
        "two low tones",
    ),
    "SO-10388",
    "Hotel Brisa · cancelled 10:42",
    notice=Notice(
        "bad",
        "front_hand",
        "STOP",
        "This order was cancelled at 10:42.",
        "Nothing more is picked:",
        "the 5 units taken stay where they are.",
        "Put them back on their shelves, then choose the next order.",
        corner="stays until seen",
    ),
    actions=(SEEN,),
)
PICK = {
    "pick-queue": pick_queue,
    "pick-instruction": pick_instruction,
    "pick-many": pick_many,
    "pick-long-location": pick_long_location,
    "pick-refused": pick_refused,
    "pick-done": pick_done,
    "pick-stopped": pick_stopped,
}
SLIP = Slip("Packing slip", "1 page", "2 of up to 3", ("A4", "prints at close"))
PRINTER = PrintQueue(
    "Out of paper",
    "2 wait",
    "warn",
    "print_error",
    ("SO-10377", "SO-10391"),
    Action(Ask.PRINT_ELSEWHERE, "Print on Pack 2", "print"),
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
