# An all-or-nothing order starves while what is here of it passes it by.
at 2026-03-02T09:00:00Z
do backorders
see {"starving": []}
# the clocks and forks do not come: SO-3 has its lamps here and lacks forks
do appointment ASN-2 --no-show
see {"event": "no_show"}
do backorders
see {"starving": [{"order": "SO-3", "days": 7, "here": 3, "passed": 0, "lacks": [{"sku": "FORK", "units": 2, "reason": "no_supply", "expected_at": null}], "says": "Ordered 7 days ago: 3 units of it are here and may not go; it lacks 2 FORK (no date)."}]}
# a held order does not starve: somebody decided that it waits
do order SO-3 --hold
see {"order": "SO-3"}
do backorders
see {"starving": []}
do order SO-3 --release
see {"order": "SO-3"}
# a truck beyond the horizon is a date for what it lacks, not yet a promise
do appointment ASN-2 --undo
do appointment ASN-2 --expected 2026-03-20T10:00:00Z
see {"event": "estimate"}
do backorders
see {"starving": [{"order": "SO-3", "lacks": [{"sku": "FORK", "asn": "ASN-2", "reason": "outside_horizon", "expected_at": "2026-03-20T10:00:00Z"}]}]}
do order SO-3 --policy never
see {"refused": "Invalid value for '--policy': 'never' is not one of 'ship_as_available', 'all_or_nothing', 'up_to_n_shipments', 'default'. (main.py order --help tells more.)"}
# the cure: it may ship in parts, and starves no more
do order SO-3 --policy ship_as_available
see {"says": "SO-3 gains 3"}
do backorders
see {"starving": []}
