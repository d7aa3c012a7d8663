# A supervisor pins bolts to an order of low rank, sees whom that hurts, does it, and takes it back.
at 2026-03-02T09:00:00Z
do lock SO-8 3 --quantity 4 --dry-run
see {"dry_run": true, "says": "SO-8 gains 4, SO-6 loses 4, 1 promise breaks, 1 order is short"}
# nothing is kept of a dry run
do order SO-8 --undo
see {"refused": "There is nothing to take back for SO-8."}
do lock SO-8 3 --quantity 5
see {"refused": "Order SO-8 line 3 has 4 units left to pin."}
do lock SO-8 9 --quantity 1
see {"refused": "Order SO-8 has no line 9."}
do lock SO-8 3 --quantity 4 --asn ASN-1
see {"refused": "ASN-1 brings nothing for line 3."}
do lock SO-8 3 --quantity 4
see {"dry_run": false, "says": "SO-8 gains 4, SO-6 loses 4, 1 promise breaks, 1 order is short"}
# the bolts are SO-8's now: SO-6 cannot take them
as pick SO-6
see {"remaining": 6}
do order SO-8 --undo --dry-run
see {"undone": "pin of 4 units to SO-8", "says": "SO-6 gains 4, SO-8 loses 4, 1 promise is saved, 1 order is complete"}
do order SO-8 --undo
see {"undone": "pin of 4 units to SO-8", "says": "SO-6 gains 4, SO-8 loses 4, 1 promise is saved, 1 order is complete"}
as pick SO-6
see {"remaining": 10}
do order SO-8 --undo
see {"refused": "There is nothing to take back for SO-8."}
do unlock SO-8 3
see {"refused": "So many units are not pinned to order SO-8 line 3."}
