# Bolts come instead of the forks: the bolts go to the next in rank at once, the close says who goes without forks.
at 2026-03-02T09:00:00Z
as pick SO-8
see {"remaining": 2, "next": {"location": "B-01", "sku": "TEA", "quantity": 2}}
as receive ASN-2
see {"remaining": 7}
# the shelf's ten bolts are for SO-4 and SO-6; SO-8 is the next who waits
scan CMD-QTY-5
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "accepted", "sku": "BOLT", "expected": 0, "received": 5, "over": 5, "remaining": 7, "message": "Counted: 5 Coat hook bolt. Nobody announced it on this truck.", "disposition": [{"to": "cross_dock", "order": "SO-8", "line": "3", "lane": "LANE-1", "quantity": 4}, {"to": "put_away", "location": "A-01", "quantity": 1}]}
scan 0400999000013
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan NO-SUCH-THING
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000099
see {"outcome": "bad_check_digit", "quantity": 0}
# the forks are not on the truck: SO-3, which ships all or nothing, misses both; nobody else has any to yield
scan CMD-CLOSE
see {"outcome": "accepted", "short": 7, "message": "ASN-2 is closed. 7 units are short; 5 not announced. SO-3 loses 2 FORK and its promise breaks.", "loses": [{"order": "SO-3", "line": "2", "sku": "FORK", "quantity": 2, "later": 0, "expected_ship_at": null, "promise_breaks": true, "reason": "no_supply", "detail": "No FORK is free, neither in stock nor on an announced truck."}], "proposal": null}
as pick SO-8
see {"remaining": 6}
