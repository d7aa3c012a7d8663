# A serial number is counted once.
at 2026-03-02T09:00:00Z
as receive ASN-2
see {"job": "receive", "number": "ASN-2", "remaining": 7}
# (01) clock (21) S1, as GS1-128
scan ]C1010040099900006521S1
see {"outcome": "accepted", "sku": "CLOCK", "quantity": 1, "expected": 3, "received": 1, "disposition": [{"to": "put_away", "location": "A-06", "quantity": 1}]}
scan ]C1010040099900006521S1
see {"outcome": "duplicate", "quantity": 0}
# the same clock read from its Data Matrix
scan ]d2010040099900006521S1
see {"outcome": "duplicate", "quantity": 0}
scan ]C1010040099900006521S2
see {"outcome": "accepted", "sku": "CLOCK", "quantity": 1, "received": 2}
scan ]C1010040099900006521S1
see {"outcome": "duplicate", "quantity": 0}
scan ]C1010040099900006521S2
see {"outcome": "duplicate", "quantity": 0}
# taken back, it may be counted again
scan CMD-UNDO
see {"outcome": "accepted"}
scan ]C1010040099900006521S2
see {"outcome": "accepted", "quantity": 1, "received": 2}
scan ]C1010040099900006521S2
see {"outcome": "duplicate", "quantity": 0}
scan 0400999000068
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
