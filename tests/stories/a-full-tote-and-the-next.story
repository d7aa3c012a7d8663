# A tote is full in the middle of a walk: the next one is asked for, and both mean the order at Pack.
at 2026-03-02T09:00:00Z
as cluster SO-4 SO-6
scan T-1
scan T-2
scan CMD-QTY-5
scan 0400999000010
see {"outcome": "accepted", "in_hand": 5}
scan T-1
see {"outcome": "accepted", "order": "SO-4", "quantity": 3, "in_hand": 2}
scan T-2
see {"outcome": "accepted", "order": "SO-6", "quantity": 2, "in_hand": 0}
scan CMD-CARTON
see {"outcome": "accepted"}
# no tote, then the full one
scan A-02
see {"outcome": "wrong_location"}
scan SO-1
see {"outcome": "wrong_container"}
scan T-2
see {"outcome": "accepted", "order": "SO-6", "tote": "T-2", "awaits_tote": "SO-6"}
# nothing is taken before the next one stands there
scan 0400999000010
see {"outcome": "wrong_state", "in_hand": 0, "awaits_tote": "SO-6"}
scan T-2
see {"outcome": "wrong_container", "awaits_tote": "SO-6"}
scan T-1
see {"outcome": "accepted", "awaits_tote": "SO-6"}
scan T-3
see {"outcome": "accepted", "tote": "T-3", "awaits_tote": null}
scan CMD-QTY-5
scan 0400999000010
scan T-2
see {"outcome": "wrong_container", "in_hand": 5}
scan T-3
see {"outcome": "accepted", "order": "SO-6", "tote": "T-3", "quantity": 5, "in_hand": 0}
do pack T-2
see {"job": "pack", "number": "SO-6", "remaining": 7}
do pack T-3
see {"job": "pack", "number": "SO-6", "remaining": 7}
do verify
see {"ok": true}
