# A peg says what won it and who is next; without the winner the next one has the units.
at 2026-03-02T09:00:00Z
do plan --horizon 1h
see {"pegs": [{"order": "SO-1"}, {"order": "SO-2", "sku": "CUP", "quantity": 5, "asn": "ASN-1", "reason": "ranked", "detail": "Order SO-2 is served first (rank 3, priority 2, promised 2 Mar 2026 17:00, ordered 21 Feb 2026 10:00). No other order goes without because of it."}, {"order": "SO-4"}, {"order": "SO-4"}, {"order": "SO-6", "sku": "BOLT", "quantity": 7, "source": "stock", "detail": "Order SO-6 is served first (rank 6, priority 3, promised 3 Mar 2026 17:00, ordered 25 Feb 2026 10:00). Next is SO-8 (rank 8, priority 5, promised 6 Mar 2026 17:00, ordered 27 Feb 2026 10:00): it misses 4."}, {"order": "SO-6"}, {"order": "SO-5"}, {"order": "SO-8", "sku": "TEA"}]}
# what this horizon keeps from SO-3 is said of both its lines, and a longer one gives it
do plan --horizon 1h
see {"unmet": [{"order": "SO-7"}, {"order": "SO-3", "line": "1", "reason": "would_not_complete", "detail": "Order SO-3 is short of 2 FORK and gave back what it cannot ship."}, {"order": "SO-3", "line": "2", "reason": "outside_horizon", "detail": "The next FORK is on ASN-2 line 3, expected 2 Mar 2026 11:00: beyond the horizon."}, {"order": "SO-5"}, {"order": "SO-8"}, {"order": "SO-8"}]}
do plan --horizon 2h
see {"unmet": [{"order": "SO-7"}, {"order": "SO-5", "reason": "outside_horizon"}, {"order": "SO-8"}, {"order": "SO-8"}]}
do plan --horizon soon
see {"refused": "Invalid value for '--horizon': 'soon' is no horizon: write it like 7d or 36h (main.py plan --help tells more.)"}
# the winner steps back: the one named next has its four bolts
do order SO-6 --hold
see {"says": "SO-8 gains 4, SO-6 loses 10, 1 promise breaks, 1 order is short"}
do plan --horizon 1h
see {"pegs": [{"order": "SO-1"}, {"order": "SO-2"}, {"order": "SO-4"}, {"order": "SO-4"}, {"order": "SO-5"}, {"order": "SO-8", "sku": "TEA"}, {"order": "SO-8", "sku": "BOLT", "quantity": 4}]}
