# A pack that fits is taken whole, one that does not is refused whole; the sitting is resumed.
at 2026-03-02T09:00:00Z
as pick SO-6
see {"job": "pick", "number": "SO-6", "remaining": 10}
scan A-01
see {"outcome": "accepted", "remaining": 10}
scan 10400999000017
see {"outcome": "accepted", "sku": "BOLT", "quantity": 6, "remaining": 4}
scan 10400999000017
see {"outcome": "over_pick", "quantity": 0, "remaining": 4}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0, "remaining": 4}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 4}
scan CMD-DONE
see {"outcome": "accepted"}
as pick SO-6
see {"job": "pick", "number": "SO-6", "remaining": 4}
scan 0400999000044
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 4}
scan B-04
see {"outcome": "wrong_location", "quantity": 0, "remaining": 4}
scan A-01
see {"outcome": "accepted", "remaining": 4}
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "over_pick", "quantity": 0, "remaining": 4}
scan CMD-QTY-2
see {"outcome": "accepted"}
scan CMD-CANCEL
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "accepted", "quantity": 1, "remaining": 3, "next": {"location": "A-04", "sku": "SOAP", "quantity": 3}}
scan 0400999000072
see {"outcome": "wrong_item", "quantity": 0, "remaining": 3}
scan 10400999000024
see {"outcome": "wrong_item", "quantity": 0, "remaining": 3}
scan A-04
see {"outcome": "accepted", "remaining": 3}
# the soap whose day was yesterday: (01) soap (17) 260301 (10) L1
# doubt: that the date in the code is judged before the lot is looked for at the shelf
scan ]C101004009990000411726030110L1
see {"outcome": "expired_lot", "quantity": 0, "remaining": 3}
scan ]C101004009990000411726060110L2
see {"outcome": "accepted", "sku": "SOAP", "quantity": 1, "remaining": 2}
scan 0400999000041
see {"outcome": "accepted", "sku": "SOAP", "quantity": 1, "remaining": 1}
