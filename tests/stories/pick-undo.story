# An undo gives the unit back to its shelf; refused scans are nothing to undo.
at 2026-03-02T09:00:00Z
as pick SO-4
scan A-01
see {"outcome": "accepted", "remaining": 5}
scan 0400999000010
see {"outcome": "accepted", "remaining": 4}
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "accepted", "quantity": 2, "remaining": 2}
scan 0400999000027
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
scan 0400999000082
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan B-03
see {"outcome": "wrong_location", "quantity": 0, "remaining": 2}
scan CMD-UNDO
see {"outcome": "accepted", "remaining": 4}
scan CMD-UNDO
see {"outcome": "accepted", "remaining": 5}
scan 10400999000017
see {"outcome": "over_pick", "quantity": 0, "remaining": 5}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 5}
# taken again, from the shelf on which it stands again
scan A-01
see {"outcome": "accepted", "remaining": 5}
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "accepted", "quantity": 3, "remaining": 2}
scan 0400999000126
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
