# What was picked for an order that is cancelled goes back, and serves the next in rank.
at 2026-03-02T09:00:00Z
as pick SO-4
scan A-01
see {"outcome": "accepted"}
scan CMD-QTY-3
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "accepted", "quantity": 3, "remaining": 2}
do order SO-4 --cancel
see {"order": "SO-4", "dry_run": false}
scan 0400999000089
see {"outcome": "wrong_state", "quantity": 0, "remaining": 0}
do picks
see {"put_back": [{"order": "SO-4", "units": 3, "why": "cancelled"}]}
as putback SO-4
see {"job": "putback", "remaining": 3, "next": {"location": "PACK-1", "to": "A-01", "sku": "BOLT", "quantity": 3}}
scan 0400999000089
see {"outcome": "wrong_item", "quantity": 0, "remaining": 3}
scan 10400999000017
see {"outcome": "over_pick", "quantity": 0, "remaining": 3}
scan 0400999000082
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 3}
scan A-01
see {"outcome": "wrong_state", "remaining": 3}
scan CMD-QTY-2
see {"outcome": "accepted"}
scan 0400999000010
see {"outcome": "accepted", "quantity": 2, "remaining": 3, "in_hand": 2}
scan LANE-1
see {"outcome": "wrong_location", "remaining": 3, "in_hand": 2}
scan QUAR-1
see {"outcome": "wrong_location", "remaining": 3, "in_hand": 2}
scan A-01
see {"outcome": "accepted", "remaining": 1, "in_hand": 0}
scan BOLT
see {"outcome": "accepted", "in_hand": 1}
scan A-01
see {"outcome": "accepted", "remaining": 0, "next": null}
scan BOLT
see {"outcome": "wrong_state", "quantity": 0, "remaining": 0}
do picks
see {"put_back": []}
