# The lot that ends first goes first, a lot past its day never; a serial is picked once.
at 2026-03-02T09:00:00Z
as pick SO-6
see {"remaining": 10, "next": {"location": "A-04", "sku": "SOAP", "quantity": 3}}
scan A-03
see {"outcome": "wrong_location"}
scan 0400999000089
see {"outcome": "wrong_item"}
scan 0400999900013
see {"outcome": "unknown_barcode"}
scan 0400999000042
see {"outcome": "bad_check_digit"}
scan SO-8
see {"outcome": "wrong_container"}
scan A-04
see {"outcome": "accepted"}
# the soap of the shelf beside it ended yesterday
scan ]C101004009990000411726030110L1
see {"outcome": "expired_lot", "quantity": 0}
scan ]C101004009990000411726060110L9
see {"outcome": "not_available", "quantity": 0}
scan ]C101004009990000411726060110L2
see {"outcome": "accepted", "sku": "SOAP", "quantity": 1}
scan CMD-QTY-3
scan 0400999000041
see {"outcome": "over_pick", "quantity": 0}
scan CMD-QTY-2
scan 0400999000041
see {"outcome": "accepted", "quantity": 2}
scan 0400999000041
see {"outcome": "over_pick"}
as pick SO-8
scan ]C101004009990000581726022810T1
see {"outcome": "expired_lot"}
scan ]C101004009990000581726030210T7
see {"outcome": "not_available"}
scan 0400999000041
see {"outcome": "wrong_item"}
scan 0400999000058
see {"outcome": "accepted", "sku": "TEA", "quantity": 1}
