# A product without a home that lies nowhere goes to the first empty place by pick sequence.
at 2026-03-02T09:00:00Z
as receive ASN-3
# doubt: remaining of an opened receipt is taken as the whole ASN's (5 + 6)
see {"job": "receive", "number": "ASN-3", "remaining": 11}
scan 0400999000112
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
# doubt: "where it lies" is taken to mean a storage location, not the lane of another unit
# the first scan checks the truck in, three days early: SO-5 is complete with the first vase
scan 0400999000119
see {"outcome": "accepted", "sku": "VASE", "quantity": 1, "expected": 5, "received": 1, "disposition": [{"to": "cross_dock", "order": "SO-5", "line": "2", "lane": "LANE-1", "quantity": 1}]}
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000119
see {"outcome": "accepted", "quantity": 4, "received": 5, "over": 0, "disposition": [{"to": "put_away", "location": "A-05", "quantity": 4}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan A-05
see {"outcome": "accepted"}
as pick SO-5
see {"remaining": 3}
