# Damaged pieces go to quarantine and serve nobody; they count as received.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "sku": "CUP", "quantity": 1, "expected": 12, "received": 1, "over": 0, "disposition": [{"to": "quarantine", "location": "QUAR-1", "quantity": 1}]}
# spent: the next one is sound
scan 0400999000027
see {"outcome": "accepted", "quantity": 1, "received": 2, "disposition": [{"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 1}]}
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan CMD-CANCEL
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "quantity": 1, "received": 3, "disposition": [{"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 1}]}
# a crushed case: none of its six goes to a lane
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 10400999000024
see {"outcome": "accepted", "quantity": 6, "received": 9, "disposition": [{"to": "quarantine", "location": "QUAR-1", "quantity": 6}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
# of two damaged jars, one by one
# doubt: that a quantity and a damaged may both be pending at once is not written, so it is not used here
scan CMD-DAMAGED
see {"outcome": "accepted"}
scan 0400999000089
see {"outcome": "accepted", "sku": "JAR", "quantity": 1, "expected": 12, "received": 1, "disposition": [{"to": "quarantine", "location": "QUAR-1", "quantity": 1}]}
scan CMD-CLOSE
see {"outcome": "accepted"}
# two cups reached the first order, the others wait for the later truck
as pick SO-1
see {"remaining": 2, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 2}}
as pick SO-2
see {"remaining": 0, "next": null}
