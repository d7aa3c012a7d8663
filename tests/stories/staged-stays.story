# What is staged stays with its order, whoever comes and whatever is short, until a supervisor moves it.
at 2026-03-02T09:00:00Z
# SO-1 waits aside; the first four cups are staged for SO-2
do order SO-1 --hold
as receive ASN-1
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-1", "quantity": 4}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
# SO-1 comes back, more urgent: the four stay, and it gets what is still on the truck
do order SO-1 --release
see {"lost": [], "promises_broken": []}
as pick SO-2
see {"remaining": 4, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 4}}
as pick SO-1
see {"remaining": 0, "next": null}
# the rest does not come: SO-1 loses four to the later truck, SO-2 the one that it lacked, nobody a staged one
as receive ASN-1
scan CMD-CLOSE
see {"outcome": "accepted", "loses": [{"order": "SO-1", "quantity": 4, "later": 4, "promise_breaks": false}, {"order": "SO-2", "quantity": 1, "later": 1, "promise_breaks": true}], "proposal": null}
as pick SO-2
see {"remaining": 4, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 4}}
as pick SO-1
see {"remaining": 0, "next": null}
# what is no move is refused
do restage SO-2 1 SO-5 1
see {"refused": "Order SO-5 line 1 does not wait for that product."}
do restage SO-1 1 SO-2 1
see {"refused": "Order SO-1 line 1 has 0 units staged."}
do restage SO-2 1 SO-1 1 --quantity 5
see {"refused": "Order SO-2 line 1 has 4 units staged."}
do restage SO-2 1 SO-7 1
see {"refused": "Order SO-7 is on hold. Stop."}
# the supervisor sees what a move does, and makes it: the units stay in their lane, for SO-1 now
do restage SO-2 1 SO-1 1 --quantity 3 --dry-run
see {"dry_run": true, "quantity": 3, "lanes": ["LANE-1"], "promises_broken": []}
as pick SO-1
see {"remaining": 0}
do restage SO-2 1 SO-1 1 --quantity 3
see {"dry_run": false, "quantity": 3, "lanes": ["LANE-1"]}
as pick SO-1
see {"remaining": 3, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 3}}
as pick SO-2
see {"remaining": 1, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 1}}
# and takes it back
do order SO-1 --undo
see {"undone": "move of 3 units staged for SO-2 to SO-1"}
as pick SO-2
see {"remaining": 4}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
# once a unit is picked, the move stands
do restage SO-2 1 SO-1 1
see {"quantity": 4}
as pick SO-1
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "remaining": 3}
do order SO-1 --undo
see {"refused": "Those units have moved on or do not come: the move of 4 units staged for SO-2 to SO-1 cannot be taken back."}
