# A product that is not backorderable is promised to nobody while on the truck; arrived, it serves.
at 2026-03-02T09:00:00Z
as pick SO-8
see {"remaining": 2, "next": {"location": "B-01", "sku": "TEA", "quantity": 2}}
as receive ASN-2
scan 0400999000075
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000072
see {"outcome": "accepted", "sku": "RUG", "quantity": 1, "expected": 2, "received": 1, "disposition": [{"to": "cross_dock", "order": "SO-8", "line": "1", "lane": "LANE-1", "quantity": 1}]}
scan 0400999000072
see {"outcome": "accepted", "sku": "RUG", "quantity": 1, "received": 2, "disposition": [{"to": "put_away", "location": "B-05", "quantity": 1}]}
scan 0400999000099
see {"outcome": "bad_check_digit", "quantity": 0}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
as pick SO-8
see {"remaining": 3}
