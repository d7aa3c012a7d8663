# An undo takes back the newest accepted scan, again and again, and counts on from there.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan 10400999000024
see {"outcome": "accepted", "received": 6}
scan 0400999000027
see {"outcome": "accepted", "received": 7}
# refused scans are nothing to take back
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan CMD-UNDO
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "received": 7}
scan CMD-UNDO
see {"outcome": "accepted"}
scan CMD-UNDO
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "quantity": 1, "received": 1, "disposition": [{"to": "cross_dock", "order": "SO-1", "line": "1", "lane": "LANE-1", "quantity": 1}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
# a cup that has left its lane cannot be taken back from here
as pick SO-1
see {"remaining": 1}
scan 0400999000027
see {"outcome": "accepted", "remaining": 0}
as receive ASN-1
scan CMD-UNDO
see {"outcome": "wrong_state", "quantity": 0}
scan CMD-UNDO
see {"outcome": "wrong_state", "quantity": 0}
# put back where it came from, it can
as pick SO-1
scan CMD-UNDO
see {"outcome": "accepted", "remaining": 1}
as receive ASN-1
scan CMD-UNDO
see {"outcome": "accepted"}
scan 10400999000024
see {"outcome": "accepted", "received": 6}
