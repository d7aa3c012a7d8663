# A quantity multiplies the next item scan alone; a cancel drops it.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "sku": "CUP", "quantity": 3, "received": 3, "disposition": [{"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 3}]}
# the quantity is spent
scan 0400999000027
see {"outcome": "accepted", "quantity": 1, "received": 4, "disposition": [{"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 1}]}
scan cmd-qty-5
see {"outcome": "accepted"}
scan CMD-CANCEL
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "quantity": 1, "received": 5, "disposition": [{"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-2", "quantity": 1}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
# a case counts its units as many times: 2 x 6, of which seven were still to come
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 10400999000024
see {"outcome": "accepted", "sku": "CUP", "quantity": 12, "expected": 12, "received": 17, "over": 5, "disposition": [{"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-2", "quantity": 4}, {"to": "put_away", "location": "A-05", "quantity": 8}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000082
see {"outcome": "bad_check_digit", "quantity": 0}
# the twelve-digit form, the fourteen-digit form and the SKU are the same cup
scan 400999000027
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "received": 18, "over": 6}
scan 00400999000027
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "received": 19, "over": 7}
scan CUP
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "received": 20, "over": 8}
# an AIM identifier and blanks around a code are no part of it
scan   ]E00400999000027
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "received": 21, "over": 9}
