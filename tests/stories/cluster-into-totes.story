# Two orders on one walk: a case serves both, each unit lands in its own tote, a cancelled one drops out.
at 2026-03-02T09:00:00Z
as cluster SO-4 SO-6
see {"job": "cluster", "number": "C-1", "remaining": 15, "awaits_tote": "SO-4"}
scan 0400999000010
see {"outcome": "wrong_state", "awaits_tote": "SO-4"}
scan SO-4
see {"outcome": "wrong_container", "awaits_tote": "SO-4"}
scan T-1
see {"outcome": "accepted", "order": "SO-4", "tote": "T-1", "awaits_tote": "SO-6"}
scan T-1
see {"outcome": "accepted", "awaits_tote": "SO-6"}
scan 0400999000011
see {"outcome": "bad_check_digit", "awaits_tote": "SO-6"}
scan T-2
see {"outcome": "accepted", "order": "SO-6", "awaits_tote": null, "next": {"location": "A-01", "sku": "BOLT", "quantity": 10, "totes": [{"order": "SO-4", "tote": "T-1", "quantity": 3}, {"order": "SO-6", "tote": "T-2", "quantity": 7}]}}
scan A-05
see {"outcome": "wrong_location", "remaining": 15}
scan SO-6
see {"outcome": "wrong_container", "remaining": 15}
scan T-9
see {"outcome": "unknown_barcode", "remaining": 15}
scan ASN-1
see {"outcome": "wrong_container", "remaining": 15}
scan 0400999000027
see {"outcome": "wrong_item", "remaining": 15}
scan 10400999000017
see {"outcome": "accepted", "quantity": 6, "in_hand": 6, "remaining": 15}
scan 10400999000017
see {"outcome": "over_pick", "in_hand": 6}
scan T-9
see {"outcome": "wrong_container", "in_hand": 6}
scan B-02
see {"outcome": "wrong_state", "in_hand": 6}
scan T-1
see {"outcome": "accepted", "quantity": 3, "order": "SO-4", "tote": "T-1", "in_hand": 3, "remaining": 12}
scan T-1
see {"outcome": "wrong_container", "in_hand": 3}
scan T-2
see {"outcome": "accepted", "quantity": 3, "order": "SO-6", "in_hand": 0, "remaining": 9}
scan CMD-UNDO
see {"outcome": "accepted", "in_hand": 3, "remaining": 12}
scan T-2
see {"outcome": "accepted", "quantity": 3, "in_hand": 0, "remaining": 9}
do order SO-4 --cancel
see {"order": "SO-4", "dry_run": false}
scan T-1
see {"outcome": "wrong_state", "remaining": 7}
do picks
see {"put_back": [{"order": "SO-4", "units": 3, "why": "cancelled"}]}
as putback SO-4
see {"remaining": 3, "next": {"location": "PACK-1", "to": "A-01", "sku": "BOLT", "quantity": 3}}
