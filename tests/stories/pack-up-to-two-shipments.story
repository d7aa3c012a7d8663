# The first of two shipments may leave incomplete; then all the rest must go together.
at 2026-03-02T09:00:00Z
as pick SO-5
see {"remaining": 2, "next": {"location": "A-02", "sku": "PAN", "quantity": 2}}
scan 0400999000119
# doubt: an item of the order that lies nowhere yet is taken as not_available; nothing counts
see {"quantity": 0, "remaining": 2}
scan 0400999000037
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan 0400999000027
see {"outcome": "wrong_item", "quantity": 0, "remaining": 2}
# doubt: the second pan still belongs to the shipment that the first one opens; read strictly,
# "shipments made or open" would leave one shipment for it and for Thursday's vase together
scan 0400999000034
see {"outcome": "accepted", "sku": "PAN", "quantity": 1, "remaining": 1}
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 0400999000034
see {"outcome": "over_pick", "quantity": 0, "remaining": 1}
scan CMD-DONE
see {"outcome": "accepted"}
as pack SO-5
see {"remaining": 1}
scan CMD-QTY-2
scan 0400999000034
see {"outcome": "over_pick", "quantity": 0, "unverified": 1}
scan CMD-CLOSE
see {"outcome": "not_allowed", "quantity": 0, "unverified": 1}
scan 0400999000034
see {"outcome": "accepted", "unverified": 0}
scan CMD-CLOSE
see {"outcome": "accepted"}
# one shipment is left, for a pan that lies here and a vase that comes on Thursday: it waits
as pick SO-5
see {"remaining": 0, "next": null}
# the vase comes early; now both may go
as receive ASN-3
scan 0400999000119
see {"outcome": "accepted", "received": 1, "disposition": [{"to": "cross_dock", "order": "SO-5", "line": "2", "lane": "LANE-1", "quantity": 1}]}
as pick SO-5
see {"remaining": 2}
scan LANE-1
see {"outcome": "accepted", "remaining": 2}
scan 0400999000119
see {"outcome": "accepted", "sku": "VASE", "remaining": 1, "next": {"location": "A-02", "sku": "PAN", "quantity": 1}}
scan CMD-DONE
see {"outcome": "accepted"}
# the last shipment allowed, and a pan is missing
as pack SO-5
see {"remaining": 1}
scan 0400999000119
see {"outcome": "accepted", "unverified": 0}
scan CMD-CLOSE
see {"outcome": "not_allowed", "quantity": 0, "unverified": 0}
as pick SO-5
see {"remaining": 1, "next": {"location": "A-02", "sku": "PAN", "quantity": 1}}
scan LANE-1
see {"outcome": "wrong_location", "quantity": 0, "remaining": 1}
scan A-02
see {"outcome": "accepted", "remaining": 1}
scan 0400999000034
see {"outcome": "accepted", "remaining": 0}
as pack SO-5
scan 0400999000034
see {"outcome": "accepted", "unverified": 0}
scan CMD-CLOSE
see {"outcome": "accepted"}
