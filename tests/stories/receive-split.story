# A case of six cups serves the rest of one order and the beginning of the next.
at 2026-03-02T09:00:00Z
as receive ASN-1
# doubt: remaining of an opened receipt is taken as the whole ASN's expected - received (12 + 4 + 12)
see {"job": "receive", "number": "ASN-1", "remaining": 28}
# nothing is counted by codes that nobody knows
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 10400999000027
see {"outcome": "bad_check_digit", "quantity": 0}
scan NO-SUCH-THING
see {"outcome": "unknown_barcode", "quantity": 0}
# a case of six cups
scan 10400999000024
see {"outcome": "accepted", "sku": "CUP", "quantity": 6, "expected": 12, "received": 6, "over": 0, "disposition": [{"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 4}, {"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-2", "quantity": 2}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000037
see {"outcome": "bad_check_digit", "quantity": 0}
scan A-99
see {"outcome": "unknown_barcode", "quantity": 0}
# the second case completes the second order; three cups are left
scan 10400999000024
see {"outcome": "accepted", "sku": "CUP", "quantity": 6, "received": 12, "over": 0, "disposition": [{"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-2", "quantity": 3}, {"to": "put_away", "location": "A-05", "quantity": 3}]}
scan CMD-DONE
see {"outcome": "accepted"}
as pick SO-1
see {"job": "pick", "number": "SO-1", "remaining": 4, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 4}}
as pick SO-2
see {"remaining": 5, "next": {"location": "LANE-2", "sku": "CUP", "quantity": 5}}
