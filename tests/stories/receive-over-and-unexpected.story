# Too many and unannounced goods are accepted and flagged; what somebody waits for goes to him.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan 10400999000086
see {"outcome": "accepted", "sku": "JAR", "quantity": 12, "expected": 12, "received": 12, "over": 0, "disposition": [{"to": "put_away", "location": "B-02", "quantity": 12}]}
scan 10400999000086
see {"outcome": "accepted", "sku": "JAR", "quantity": 12, "expected": 12, "received": 24, "over": 12, "disposition": [{"to": "put_away", "location": "B-02", "quantity": 12}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
# a bath mat that no line names: a line with nothing expected
scan 0400999000126
see {"outcome": "accepted", "sku": "MAT", "quantity": 1, "expected": 0, "received": 1, "over": 1, "disposition": [{"to": "put_away", "location": "B-04", "quantity": 1}]}
scan 0400999000126
see {"outcome": "accepted", "sku": "MAT", "quantity": 1, "expected": 0, "received": 2, "over": 2}
scan 0400999000129
see {"outcome": "bad_check_digit", "quantity": 0}
# unannounced bolts: the ten on the shelf are for SO-4 and SO-6, so four of these serve SO-8
scan 10400999000017
see {"outcome": "accepted", "sku": "BOLT", "quantity": 6, "expected": 0, "received": 6, "over": 6, "disposition": [{"to": "cross_dock", "order": "SO-8", "line": "3", "lane": "LANE-1", "quantity": 4}, {"to": "put_away", "location": "A-01", "quantity": 2}]}
scan 0400999000013
see {"outcome": "bad_check_digit", "quantity": 0}
scan NO-SUCH-THING
see {"outcome": "unknown_barcode", "quantity": 0}
# pans: two lie on the shelf for the one order that wants two
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000034
see {"outcome": "accepted", "sku": "PAN", "quantity": 4, "expected": 4, "received": 4, "over": 0, "disposition": [{"to": "put_away", "location": "A-02", "quantity": 4}]}
as pick SO-8
see {"remaining": 6}
