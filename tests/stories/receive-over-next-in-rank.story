# Units that nobody announced more of go to the next in rank who waits, by the scan that counts them.
at 2026-03-02T09:00:00Z
as receive ASN-1
# a crushed case: SO-2 loses three cups to the later truck
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 10400999000024
see {"outcome": "accepted", "received": 6, "loses": [{"order": "SO-2", "quantity": 3, "later": 3, "promise_breaks": true}]}
scan 10400999000024
see {"outcome": "accepted", "received": 12, "over": 0, "disposition": [{"to": "cross_dock", "order": "SO-1", "quantity": 4}, {"to": "cross_dock", "order": "SO-2", "quantity": 2}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
# all that was announced is here; one more cup than that, then three: SO-2 has waited for three
scan 0400999000027
see {"outcome": "accepted", "received": 13, "over": 1, "message": "Counted: 1 Espresso cup. 1 more than announced.", "disposition": [{"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-2", "quantity": 1}]}
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "received": 16, "over": 4, "disposition": [{"to": "cross_dock", "order": "SO-2", "line": "1", "lane": "LANE-2", "quantity": 2}, {"to": "put_away", "location": "A-05", "quantity": 1}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000037
see {"outcome": "bad_check_digit", "quantity": 0}
scan NO-SUCH-THING
see {"outcome": "unknown_barcode", "quantity": 0}
scan A-99
see {"outcome": "unknown_barcode", "quantity": 0}
# nothing of the cups is short at the close: nobody loses
scan CMD-CLOSE
see {"outcome": "accepted", "short": 16, "loses": [], "proposal": null}
as pick SO-2
see {"remaining": 5, "next": {"location": "LANE-2", "sku": "CUP", "quantity": 5}}
