# The pins of a cancelled order free themselves, and the answer says so; a cancellation stays.
at 2026-03-02T09:00:00Z
do lock SO-2 1 --quantity 5 --asn ASN-3
see {"freed": []}
do order SO-2 --cancel --dry-run
see {"freed": [{"order": "SO-2", "line": "1", "sku": "CUP", "quantity": 5, "asn": "ASN-3"}]}
do order SO-2 --cancel
see {"freed": [{"order": "SO-2", "line": "1", "sku": "CUP", "quantity": 5, "asn": "ASN-3"}]}
do order SO-2 --cancel
see {"refused": "Order SO-2 is cancelled. Stop."}
do order SO-2 --undo
see {"refused": "Order SO-2 is cancelled for good: its units are free for others."}
do unlock SO-2 1
see {"refused": "So many units are not pinned to order SO-2 line 1."}
do lock SO-2 1 --quantity 1
see {"refused": "Order SO-2 line 1 has 0 units left to pin."}
