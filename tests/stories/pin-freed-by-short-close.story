# What did not come is pinned no longer once the receipt is closed short, and is never freed twice.
at 2026-03-02T09:00:00Z
do lock SO-2 1 --quantity 5 --asn ASN-1 --asn-line 1
see {"freed": []}
as receive ASN-1
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-2", "quantity": 1}]}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan CMD-CLOSE
see {"outcome": "accepted", "short": 27, "freed": [{"order": "SO-2", "line": "1", "sku": "CUP", "quantity": 4, "asn": "ASN-1"}], "message": "ASN-1 is closed. 27 units are short. SO-2 loses 4 CUP and its promise breaks, SO-1 gets 4 CUP later. No longer pinned: 4 CUP on ASN-1 for SO-2."}
scan CMD-CLOSE
see {"outcome": "wrong_state"}
do order SO-2 --undo
see {"refused": "Those units have moved on or do not come: the pin of 5 units to SO-2 cannot be taken back."}
do lock SO-2 1 --quantity 1 --asn ASN-1
see {"refused": "ASN-1 is closed. Take that back first."}
# the close is taken back: so is what it freed
do appointment ASN-1 --undo
see {"freed": []}
as receive ASN-1
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-2", "quantity": 1}]}
scan CMD-CLOSE
see {"freed": [{"order": "SO-2", "quantity": 3}]}
