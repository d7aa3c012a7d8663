"""A believable morning among the shelves: what Pick shows."""

from dataclasses import replace

from ui.models.action import (
    DONE,
    NOTE,
    QUANTITY,
    QUEUE_ACTIONS,
    SEEN,
    UNDO,
)
from ui.models.band import BandKind, BandState
from ui.models.pick import Instruction, NextLine, PickScene, Step, Tote
from ui.models.work import Mark, Notice, Picture, Queue, QueueRow, StaysBehind

PAN = Picture(icon="pan")
STEPS = (
    Step("Go", "pin_drop", "done"),
    Step("Scan", "barcode_scanner", "now"),
    Step("Tote", "inbox", "ahead"),
)
NEXT_LINES = (
    NextLine("A-07-05", "KET-17-BK", "×1"),
    NextLine("A-09-01", "TWL-70-SND-GREY", "×2"),
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
        "This is Kettle 1.7 l, black. It is for the other order on this cart.",
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
CART = tuple(
    Tote(
        letter,
        f"TOTE-{1000 + at}",
        f"SO-10{380 + at}",
        ("all in", "×2", "", "×120", "3 back")[at % 5],
        ("done", "now", "ahead", "now", "out")[at % 5],
    )
    for at, letter in enumerate("ABCDEFGHIJKLMNOP")
)
pick_cluster = PickScene(
    RIGHT_ITEM,
    "C-17",
    "8 orders at once",
    totes=CART[:8],
    instruction=PANS,
    next_title="Next",
    next_note="3 to go",
    next_lines=NEXT_LINES,
)
pick_cluster_many = replace(pick_cluster, about="16 orders at once", totes=CART)
pick_cluster_refused = replace(
    pick_refused, title="C-17", totes=CART[:12], stays=None, next_lines=()
)
PICK = {
    "pick-cluster": pick_cluster,
    "pick-cluster-many": pick_cluster_many,
    "pick-cluster-refused": pick_cluster_refused,
    "pick-queue": pick_queue,
    "pick-instruction": pick_instruction,
    "pick-many": pick_many,
    "pick-long-location": pick_long_location,
    "pick-refused": pick_refused,
    "pick-done": pick_done,
    "pick-stopped": pick_stopped,
}
