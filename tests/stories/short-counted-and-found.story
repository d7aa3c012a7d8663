# A short says why and what else there is; the place is counted; found stock is booked in.
at 2026-03-02T09:00:00Z
as pick SO-6
scan 0400999000089
see {"outcome": "wrong_item", "quantity": 0}
scan CMD-REASON-12
see {"outcome": "wrong_state"}
scan A-01
see {"outcome": "accepted"}
scan CMD-SHORT
see {"outcome": "accepted", "elsewhere": [], "substitutes": []}
scan CMD-REASON-12
see {"outcome": "accepted", "reason": "empty"}
do counts
see {"places": [{"location": "A-01", "sku": "BOLT", "missing": 10, "why": "short", "reason": "empty"}]}
scan 0400999000010
see {"outcome": "not_available", "quantity": 0}
scan CMD-FOUND
see {"outcome": "accepted"}
scan B-05
see {"outcome": "accepted"}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
as count A-01
see {"job": "count", "number": "A-01", "remaining": 0, "counted": 0}
scan A-02
see {"outcome": "wrong_location", "counted": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "counted": 0}
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "accepted", "counted": 4}
scan CMD-CLOSE
see {"outcome": "accepted", "differences": [{"sku": "BOLT", "difference": -6}]}
do counts
see {"places": []}
