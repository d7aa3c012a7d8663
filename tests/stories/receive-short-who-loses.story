# A truck brings less than it said: a broken case and the close say at once who loses, and why.
at 2026-03-02T09:00:00Z
as receive ASN-1
# six of twelve cups come, for SO-1 and the first two of SO-2
scan 10400999000024
see {"outcome": "accepted", "received": 6}
# the codes of nothing change nothing, and take nothing from anybody
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
# of the six to come, SO-2 wants three: three broken ones are no loss yet
scan CMD-QTY-3
see {"outcome": "accepted"}
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "received": 9, "loses": [], "disposition": [{"to": "quarantine", "location": "QUAR-1", "quantity": 3}]}
# the fourth is: the later truck brings it three days after the promise
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "received": 10, "message": "Counted as damaged: 1 Espresso cup. Put it in quarantine. SO-2 gets 1 CUP later and its promise breaks.", "loses": [{"order": "SO-2", "line": "1", "sku": "CUP", "quantity": 1, "later": 1, "promised_at": "2026-03-02T17:00:00Z", "expected_ship_at": "2026-03-05T10:00:00Z", "promise_breaks": true, "reason": "later", "detail": "On ASN-1 and ASN-3, ships 5 Mar 2026 10:00."}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
# taken back, nothing is lost; told again, it is lost again
scan CMD-UNDO
see {"outcome": "accepted"}
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "received": 10, "loses": [{"order": "SO-2", "quantity": 1, "later": 1, "promise_breaks": true}]}
# the last two cups do not come: SO-2, which has missed its promise, gets them later, too
scan CMD-CLOSE
see {"outcome": "accepted", "short": 18, "loses": [{"order": "SO-2", "line": "1", "sku": "CUP", "quantity": 2, "later": 2, "expected_ship_at": "2026-03-05T10:00:00Z", "promise_breaks": false, "reason": "later", "detail": "On ASN-3, ships 5 Mar 2026 10:00."}]}
# what is in the lanes stays there
as pick SO-2
see {"remaining": 2, "next": {"location": "LANE-2", "sku": "CUP", "quantity": 2}}
