# Closing makes the missing short; an order that takes all or nothing then waits on.
at 2026-03-02T09:00:00Z
as pick SO-3
see {"job": "pick", "number": "SO-3", "remaining": 0, "next": null}
as receive ASN-2
# one fork is here, the other is still on the truck: the order will be complete today
scan 0400999000096
see {"outcome": "accepted", "sku": "FORK", "quantity": 1, "expected": 2, "received": 1, "disposition": [{"to": "cross_dock", "order": "SO-3", "line": "2", "lane": "LANE-1", "quantity": 1}]}
as pick SO-3
see {"remaining": 0, "next": null}
scan 0400999000102
# doubt: which refusal an item of a line that may not go yet gets is not written; nothing is counted
see {"quantity": 0, "remaining": 0}
as receive ASN-2
scan 0400999000099
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan CMD-CLOSE
see {"outcome": "accepted"}
as pick SO-3
see {"remaining": 0, "next": null}
