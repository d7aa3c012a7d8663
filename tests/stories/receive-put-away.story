# Put-away units stand on the dock until a location is scanned; the move can be undone.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan 10400999000086
see {"outcome": "accepted", "received": 12, "disposition": [{"to": "put_away", "location": "B-02", "quantity": 12}]}
scan B-99
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000082
see {"outcome": "bad_check_digit", "quantity": 0}
scan B-02
see {"outcome": "accepted"}
# the newest stock-changing scan is the move to the shelf
scan CMD-UNDO
see {"outcome": "accepted"}
# the jars are on the dock again and can be told another place
scan B-05
see {"outcome": "accepted"}
scan CMD-UNDO
see {"outcome": "accepted"}
# the next undo takes back the receipt itself
scan CMD-UNDO
see {"outcome": "accepted"}
scan 10400999000086
see {"outcome": "accepted", "received": 12, "over": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan B-02
see {"outcome": "accepted"}
