# Three of ten have come, the truck is half unloaded: the three go, and the slip says what is to come and when.
at 2026-03-02T09:00:00Z
do order SO-1 --hold
as receive ASN-1
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "received": 3, "expected": 12, "disposition": [{"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-1", "quantity": 3}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
# picked while the receipt is open
as pick SO-2
see {"remaining": 3, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 3}}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "over_pick", "quantity": 0}
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "remaining": 0}
scan 0400999000027
see {"outcome": "not_available", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
# packed and closed while the receipt is open
as pack SO-2
see {"remaining": 3}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "unverified": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan CMD-CLOSE
see {"outcome": "accepted", "ships": [{"line": "1", "sku": "CUP", "quantity": 3}], "to_come": [{"line": "1", "sku": "CUP", "quantity": 2, "expected_from": "2026-03-02", "expected_to": "2026-03-02"}]}
# the receipt goes on: the next two are staged, and ship as the second part
as receive ASN-1
see {"remaining": 25}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "received": 4, "disposition": [{"to": "cross_dock", "order": "SO-2", "quantity": 1}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
# the rest of the truck does not come: what is to come is on the later one
scan CMD-CLOSE
see {"outcome": "accepted", "loses": [{"order": "SO-2", "quantity": 1, "later": 1, "promise_breaks": true}]}
as pick SO-2
see {"remaining": 1}
scan 0400999000027
see {"outcome": "accepted", "remaining": 0}
as pack SO-2
scan 0400999000027
see {"outcome": "accepted", "unverified": 0}
scan CMD-CLOSE
see {"outcome": "accepted", "ships": [{"line": "1", "sku": "CUP", "quantity": 1}], "to_come": [{"line": "1", "sku": "CUP", "quantity": 1, "expected_from": "2026-03-05", "expected_to": "2026-03-05"}]}
