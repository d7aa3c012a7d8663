# A rug that cannot come is replaced by two mats, where the order allows it; every answer and the slip say so.
at 2026-03-02T09:00:00Z
do substitute
see {"offers": []}
do substitute SO-8
see {"refused": "Order SO-8 allows no substitutes."}
do order SO-8 --substitutes yes
see {"says": "Nobody gains or loses a unit", "dry_run": false}
do substitute
see {"offers": [{"order": "SO-8", "line": "1", "sku": "RUG", "quantity": 1, "substitute": "MAT", "units": 2, "now": 2, "says": "2 MAT could stand in for 1 RUG: 2 free now"}]}
# approval has a direction, and nothing else is approved
do substitute SO-8 1 BOLT
see {"refused": "BOLT is no approved substitute for RUG."}
do substitute SO-8 2 RUG
see {"refused": "RUG is no approved substitute for TEA."}
do substitute SO-8 1 MAT --quantity 2
see {"refused": "Order SO-8 line 1 lacks 1 unit."}
do substitute SO-8 --dry-run
see {"dry_run": true, "gained": [{"order": "SO-8", "line": "1/S1", "sku": "MAT", "quantity": 2}], "lost": []}
as pick SO-8
see {"remaining": 2, "next": {"sku": "TEA"}}
scan 0400999000126
see {"outcome": "wrong_item", "quantity": 0}
do substitute SO-8
see {"substituted": [{"line": "1", "sku": "RUG", "quantity": 1, "stand_in": "1/S1", "substitute": "MAT", "units": 2}], "gained": [{"order": "SO-8", "sku": "MAT", "quantity": 2}], "lost": [], "promises_broken": []}
do substitute
see {"offers": []}
# taken back, and done again
do order SO-8 --undo
see {"undone": "substitution of 1 RUG for SO-8", "lost": [{"order": "SO-8", "line": "1/S1", "sku": "MAT", "quantity": 2}]}
do substitute SO-8 1 MAT
see {"substituted": [{"stand_in": "1/S2", "units": 2}]}
as pick SO-8
see {"remaining": 4}
scan 0400999000072
see {"outcome": "over_pick", "quantity": 0}
scan 0400999000089
see {"outcome": "wrong_item", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan CMD-QTY-2
scan 0400999000058
see {"outcome": "accepted", "remaining": 2, "next": {"location": "B-04", "sku": "MAT", "quantity": 2, "in_place_of": "RUG"}}
scan 0400999000124
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 2}
scan CMD-QTY-3
scan 0400999000126
see {"outcome": "over_pick", "quantity": 0, "remaining": 2}
scan 0400999000126
see {"outcome": "accepted", "message": "Right item: 1 Bath mat in place of Wool rug", "remaining": 1}
# picked units are not taken back by a decision
do order SO-8 --undo
see {"refused": "Order SO-8 line 1/S2 is picked already: it stays."}
scan 0400999000126
see {"outcome": "accepted", "remaining": 0}
as pack SO-8
see {"remaining": 4}
scan 0400999000072
see {"outcome": "wrong_item", "quantity": 0, "unverified": 4}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0, "unverified": 4}
scan 0400999000124
see {"outcome": "bad_check_digit", "quantity": 0, "unverified": 4}
scan CMD-QTY-2
scan 0400999000058
see {"outcome": "accepted", "unverified": 2}
scan CMD-QTY-2
scan 0400999000126
see {"outcome": "accepted", "message": "Verified: 2 Bath mat in place of Wool rug", "unverified": 0}
scan CMD-CLOSE
see {"outcome": "accepted", "ships": [{"line": "2", "sku": "TEA", "quantity": 2}, {"line": "1/S2", "sku": "MAT", "quantity": 2, "in_place_of": "RUG Wool rug"}], "to_come": [{"line": "3", "sku": "BOLT", "quantity": 4}]}
