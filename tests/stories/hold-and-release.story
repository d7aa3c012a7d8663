# A hold stops all work on an order at once; it is released, or taken back with what was before.
at 2026-03-02T09:00:00Z
do order SO-1 --hold
see {"says": "SO-1 loses 4, 1 order is short"}
as receive ASN-1
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-2"}]}
as pick SO-1
see {"remaining": 0, "next": null}
scan 0400999000027
see {"outcome": "wrong_state", "quantity": 0}
scan 0400999000051
see {"outcome": "bad_check_digit", "quantity": 0}
do order SO-1 --hold --release
see {"refused": "--hold and --release exclude each other. (main.py order --help tells more.)"}
do order SO-1 --undo --hold
see {"refused": "--undo goes with --dry-run alone. (main.py order --help tells more.)"}
do order SO-1 --release
see {"says": "SO-1 gains 4, 1 order is complete"}
# two decisions, taken back one after the other
do order SO-1 --undo
see {"undone": "release of SO-1"}
do order SO-1 --undo
see {"undone": "hold of SO-1"}
do order SO-1 --undo
see {"refused": "There is nothing to take back for SO-1."}
do order SO-77 --undo
see {"refused": "There is no order SO-77."}
as receive ASN-1
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-1"}]}
