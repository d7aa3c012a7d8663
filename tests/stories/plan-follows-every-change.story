# Whatever happens, the plan is right at the next look: a priority, an undo, a cancelled order, a truck, a scan.
at 2026-03-02T09:00:00Z
# ten bolts lie there: three for SO-4, seven for SO-6, none for SO-8
as pick SO-8
see {"remaining": 2, "next": {"sku": "TEA"}}
do order SO-8 --priority 1
see {"says": "SO-8 gains 4, SO-6 loses 4, 1 promise breaks, 1 order is short"}
as pick SO-8
see {"remaining": 6}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
do order SO-8 --undo
see {"promises_saved": ["SO-6"]}
as pick SO-8
see {"remaining": 2}
do order SO-4 --cancel
see {"gained": [{"order": "SO-8", "quantity": 3}]}
as pick SO-8
see {"remaining": 5}
# a truck that does not come takes its units along, and brings them back
do appointment ASN-2 --no-show
see {"orders_short": ["SO-3"]}
as pick SO-3
see {"remaining": 0, "next": null}
do appointment ASN-2 --undo
see {"orders_completed": ["SO-3"]}
# a scan is followed as anything is
as receive ASN-1
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-1", "quantity": 1}]}
as pick SO-1
see {"remaining": 1}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
