# Each unmet unit names its cause, and goes with the next plan once that cause is removed.
at 2026-03-02T09:00:00Z
do plan
see {"unmet": [{"order": "SO-7", "reason": "on_hold", "detail": "Order SO-7 is on hold and takes nothing until it is released."}, {"order": "SO-8", "line": "1", "reason": "stockout", "detail": "RUG cannot be backordered and only 0 of 1 are there: cancel or substitute."}, {"order": "SO-8", "line": "3", "quantity": 4, "reason": "outranked", "detail": "Order SO-6 is served first (rank 6, priority 3, promised 3 Mar 2026 17:00, ordered 25 Feb 2026 10:00) and keeps 7 BOLT."}]}
# a cause is named as it is: what is not among SO-8's lines, or is no priority, changes nothing
do order SO-8 --priority 0
see {"refused": "Invalid value for '--priority': 0 is not in the range 1<=x<=5. (main.py order --help tells more.)"}
do order SO-99 --priority 1
see {"refused": "There is no order SO-99."}
do order SO-7 --hold --release
see {"refused": "--hold and --release exclude each other. (main.py order --help tells more.)"}
# the first cause: released, SO-7 takes the lamp that SO-3 left
do order SO-7 --release
see {"says": "SO-7 gains 1, 1 promise is saved, 1 order is complete"}
do plan
see {"unmet": [{"order": "SO-8", "line": "1", "reason": "stockout"}, {"order": "SO-8", "line": "3", "reason": "outranked"}]}
# the last cause: SO-6 goes after SO-8, and it is SO-6 that is outranked now
do order SO-8 --priority 2
see {"says": "SO-8 gains 4, SO-6 loses 4, 1 promise breaks, 1 order is short"}
do plan
see {"unmet": [{"order": "SO-8", "line": "1", "reason": "stockout"}, {"order": "SO-6", "line": "1", "quantity": 4, "reason": "outranked", "detail": "Order SO-8 is served first (rank 6, priority 2, promised 6 Mar 2026 17:00, ordered 27 Feb 2026 10:00) and keeps 4 BOLT."}]}
# the second cause goes with the line's order
do order SO-8 --cancel
see {"says": "SO-6 gains 4, SO-8 loses 6, 1 promise is saved, 1 order is complete"}
do plan
see {"unmet": []}
