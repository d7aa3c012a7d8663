# A lane holds what is staged for its order, and for no other.
at 2026-03-02T09:00:00Z
as receive ASN-1
scan 10400999000024
see {"outcome": "accepted", "received": 6}
as pick SO-1
see {"remaining": 4, "next": {"location": "LANE-1", "sku": "CUP", "quantity": 4}}
scan 10400999000024
see {"outcome": "over_pick", "quantity": 0, "remaining": 4}
scan LANE-2
see {"outcome": "wrong_location", "quantity": 0, "remaining": 4}
scan A-05
see {"outcome": "wrong_location", "quantity": 0, "remaining": 4}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 4}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0, "remaining": 4}
scan CMD-QTY-5
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "over_pick", "quantity": 0, "remaining": 4}
scan LANE-1
see {"outcome": "accepted", "remaining": 4}
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "quantity": 4, "remaining": 0, "next": null}
# the other order's two cups are untouched, and three more are on the truck
as pick SO-2
see {"remaining": 2, "next": {"location": "LANE-2", "sku": "CUP", "quantity": 2}}
