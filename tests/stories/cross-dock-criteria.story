# What the site never cross-docks goes to the shelf and keeps its order; what stands in a lane stays.
at 2026-03-02T09:00:00Z
# a setting that is none is refused
do settings excluded_products "CUP;KUP"
see {"refused": "There is no product KUP."}
do settings min_share 120
see {"refused": "120 is no share of an order. Write whole percent, 0 to 100."}
# a customer who is excluded keeps its units
do settings excluded_customers "Café Anna"
see {"excluded_customers": "Café Anna", "gained": [], "lost": [], "says": "Nobody gains or loses a unit, 4 units fewer go straight to a lane"}
do plan
see {"inbound": [{"asn": "ASN-1", "sku": "CUP", "cross_dock": 5, "put_away": 7, "reason": "customer_excluded", "detail": "Units for SO-1 go to the shelf first: this customer is never cross-docked."}, {}, {}, {}, {}, {}, {}, {}]}
# of six cups two go to a lane, for the next order; the four go to the shelf
as receive ASN-1
scan 10400999000024
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-2", "lane": "LANE-1", "quantity": 2}, {"to": "put_away", "location": "A-05", "quantity": 4}]}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan LANE-2
see {"outcome": "wrong_location", "quantity": 0}
scan SO-1
see {"outcome": "wrong_container", "quantity": 0}
scan A-05
see {"outcome": "accepted"}
as pick SO-1
see {"remaining": 4, "next": {"location": "A-05", "sku": "CUP", "quantity": 4}}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan LANE-1
see {"outcome": "wrong_location", "quantity": 0}
scan 10400999000024
see {"outcome": "over_pick", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "remaining": 3}
# a product that is excluded too: what stands in the lane stays there, the rest goes to the shelf
do settings excluded_products CUP
see {"says": "Nobody gains or loses a unit, 3 units fewer go straight to a lane"}
do plan
see {"inbound": [{"asn": "ASN-1", "sku": "CUP", "reason": "product_excluded", "detail": "CUP is never cross-docked: it is picked from the shelf for SO-2."}, {}, {}, {}, {}, {}, {}, {}]}
as receive ASN-1
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "put_away", "location": "A-05", "quantity": 1}]}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan LANE-1
see {"outcome": "wrong_location", "quantity": 0}
scan SO-2
see {"outcome": "wrong_container", "quantity": 0}
as pick SO-2
see {"remaining": 3, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 2}}
scan 0400999000010
see {"outcome": "wrong_item", "quantity": 0}
# the cause removed, the next cup goes to the lane again
do settings excluded_products ""
see {"excluded_products": ""}
as receive ASN-1
scan A-05
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-2", "lane": "LANE-1", "quantity": 1}]}
