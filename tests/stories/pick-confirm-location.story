# Where the site wants the shelf confirmed, an item counts only after its shelf.
at 2026-03-02T09:00:00Z
set confirm_location on
as pick SO-4
see {"remaining": 5}
# doubt: the outcome of an item before its shelf is not written (wrong_location or wrong_state)
scan 0400999000010
see {"quantity": 0, "remaining": 5}
scan A-02
see {"outcome": "wrong_location", "quantity": 0, "remaining": 5}
scan 0400999000010
see {"quantity": 0, "remaining": 5}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 5}
scan A-01
see {"outcome": "accepted", "remaining": 5}
scan 0400999000102
see {"outcome": "wrong_item", "quantity": 0, "remaining": 5}
scan 10400999000017
see {"outcome": "over_pick", "quantity": 0, "remaining": 5}
scan 0400999000010
see {"outcome": "accepted", "sku": "BOLT", "quantity": 1, "remaining": 4}
