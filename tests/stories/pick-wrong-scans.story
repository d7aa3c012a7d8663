# Every wrong scan leaves the count as it was.
at 2026-03-02T09:00:00Z
as pick SO-4
see {"job": "pick", "number": "SO-4", "remaining": 5}
scan 0400999000027
see {"outcome": "wrong_item", "quantity": 0, "remaining": 5}
scan 0400999000102
see {"outcome": "wrong_item", "quantity": 0, "remaining": 5}
scan MAT
see {"outcome": "wrong_item", "quantity": 0, "remaining": 5}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 5}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 5}
scan 0400999000013
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 5}
scan 0400999000082
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 5}
scan B-03
see {"outcome": "wrong_location", "quantity": 0, "remaining": 5}
scan A-05
see {"outcome": "wrong_location", "quantity": 0, "remaining": 5}
scan A-99
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 5}
# a case of six bolts where three are wanted, a case of twelve jars where two are
scan 10400999000017
see {"outcome": "over_pick", "quantity": 0, "remaining": 5}
scan 10400999000086
see {"outcome": "over_pick", "quantity": 0, "remaining": 5}
# the right shelf, and the right item in three of its forms
scan A-01
see {"outcome": "accepted", "remaining": 5}
scan 0400999000010
see {"outcome": "accepted", "sku": "BOLT", "quantity": 1, "remaining": 4}
scan BOLT
see {"outcome": "accepted", "sku": "BOLT", "quantity": 1, "remaining": 3}
# one bolt is left to take: two are too many, and the quantity is spent by the refusal
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "over_pick", "quantity": 0, "remaining": 3}
scan ]E00400999000010
see {"outcome": "accepted", "sku": "BOLT", "quantity": 1, "remaining": 2, "next": {"location": "B-02", "sku": "JAR", "quantity": 2}}
scan 0400999000013
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan 0400999000058
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan A-02
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan B-02
see {"outcome": "accepted", "remaining": 2}
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000089
see {"outcome": "over_pick", "quantity": 0, "remaining": 2}
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 0400999000089
see {"outcome": "accepted", "sku": "JAR", "quantity": 2, "remaining": 0, "next": null}
