# What is not found is left behind and not offered again.
at 2026-03-02T09:00:00Z
as pick SO-8
see {"remaining": 2, "next": {"location": "B-01", "sku": "TEA", "quantity": 2}}
# tea that is good through today may go
scan 0400999000058
see {"outcome": "accepted", "sku": "TEA", "quantity": 1, "remaining": 1, "next": {"location": "B-01", "sku": "TEA", "quantity": 1}}
scan 0400999000051
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 1}
scan 0400999000126
see {"outcome": "wrong_item", "quantity": 0, "remaining": 1}
scan A-04
see {"outcome": "wrong_location", "quantity": 0, "remaining": 1}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0, "remaining": 1}
scan CMD-SHORT
see {"outcome": "accepted", "remaining": 0, "next": null}
scan CMD-DONE
see {"outcome": "accepted"}
as pick SO-8
see {"remaining": 0, "next": null}
# the one that was found is packed and goes
as pack SO-8
see {"job": "pack", "number": "SO-8", "remaining": 1}
scan 0400999000126
see {"outcome": "wrong_item", "quantity": 0, "unverified": 1}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 1}
scan 0400999000058
see {"outcome": "accepted", "sku": "TEA", "quantity": 1, "unverified": 0}
scan CMD-CLOSE
see {"outcome": "accepted"}
