# A short close breaks a promise; the one re-peg that mends it is named, shown, confirmed once, and can be undone.
at 2026-03-02T09:00:00Z
# while both wait, six cups go to the shelf
do order SO-1 --hold
do order SO-2 --hold
as receive ASN-1
scan 10400999000024
see {"outcome": "accepted", "disposition": [{"to": "put_away", "location": "A-05", "quantity": 6}]}
scan A-05
see {"outcome": "accepted"}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
# released, SO-1 has four of them, late as it is; SO-2 two, and three that are still on the truck
do order SO-1 --release
do order SO-2 --release
do repeg ASN-1
see {"lost": [], "promises_broken": [], "proposal": null}
do repeg ASN-1 --accept
see {"refused": "No re-peg would keep a promise that ASN-1 breaks."}
as receive ASN-1
scan CMD-CLOSE
see {"outcome": "accepted", "message": "ASN-1 is closed. 22 units are short. SO-2 gets 3 CUP later and its promise breaks. SO-1 can yield 3 CUP to SO-2, which then keeps its promise.", "loses": [{"order": "SO-2", "quantity": 3, "later": 3, "promise_breaks": true}], "proposal": {"order": "SO-2", "line": "1", "sku": "CUP", "quantity": 3, "from_order": "SO-1", "from_line": "1", "promises_saved": ["SO-2"], "promises_broken": []}}
# it can be asked again, and weighed
do repeg ASN-1
see {"lost": [{"order": "SO-2", "line": "1", "sku": "CUP", "quantity": 3, "later": 3}], "promises_broken": ["SO-2"], "proposal": {"order": "SO-2", "quantity": 3, "from_order": "SO-1"}}
do repeg ASN-1 --accept --dry-run
see {"dry_run": true, "promises_saved": ["SO-2"], "promises_broken": []}
as pick SO-2
see {"remaining": 2}
# one confirmation
do repeg ASN-1 --accept
see {"dry_run": false, "promises_saved": ["SO-2"], "promises_broken": [], "proposal": {"says": "SO-1 can yield 3 CUP to SO-2, which then keeps its promise"}}
as pick SO-2
see {"remaining": 5, "next": {"location": "A-05", "sku": "CUP", "quantity": 5}}
as pick SO-1
see {"remaining": 1}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan A-99
see {"outcome": "unknown_barcode", "quantity": 0}
# the promise is kept now, so that nothing is left to propose
do repeg ASN-1 --accept
see {"refused": "No re-peg would keep a promise that ASN-1 breaks."}
# all of it is taken back as one
do order SO-2 --undo
see {"undone": "pin of 3 units to SO-2", "promises_broken": ["SO-2"]}
as pick SO-1
see {"remaining": 4}
as pick SO-2
see {"remaining": 2}
