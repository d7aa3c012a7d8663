# Order, customer, product and warehouse say different things: one precedence, and the check lists who differs.
at 2026-03-02T09:00:00Z
do policies
see {"precedence": ["product", "order", "customer", "warehouse"], "customers": [], "summary": {"contradictions": 0, "overridden_defaults": 3}}
# what is no policy, or lacks its number, is refused and agrees nothing
do policies "Huis Flora" sometimes
see {"refused": "Invalid value for '[POLICY]': 'sometimes' is not one of 'ship_as_available', 'all_or_nothing', 'up_to_n_shipments', 'default'. (main.py policies --help tells more.)"}
do policies "Huis Flora" up_to_n_shipments
see {"refused": "up_to_n_shipments needs the largest number of shipments."}
do policies " " all_or_nothing
see {"refused": "A customer needs a name."}
# SO-6 says nothing itself: its customer's word counts, and only the warehouse's default is overridden
do policies "Huis Flora" all_or_nothing --dry-run
see {"customer": "Huis Flora", "policy": "all_or_nothing", "orders": 1, "dry_run": true}
do backorders SO-6
see {"policy": {"by": "warehouse", "policy": "ship_as_available"}}
do policies "Huis Flora" all_or_nothing
see {"dry_run": false, "orders": 1}
do backorders SO-6
see {"policy": {"by": "customer", "policy": "all_or_nothing"}, "clashes": [{"kind": "overridden_default", "wins": {"by": "customer"}, "yields": {"by": "warehouse"}}]}
# SO-3 says all or nothing itself: it keeps that whatever its customer agreed
do policies "Studio Clara" ship_as_available
see {"orders": 0, "says": "Nobody gains or loses a unit"}
do backorders SO-3
see {"policy": {"by": "order", "policy": "all_or_nothing"}}
do backorders
see {"clashes": [{"order": "SO-3", "kind": "contradiction", "wins": {"by": "order", "policy": "all_or_nothing"}, "yields": {"by": "customer", "policy": "ship_as_available"}, "says": "The order itself says all or nothing, its customer's agreement says ship as available: the order itself counts."}]}
# a rug must not wait for supply, yet SO-8 would let everything wait for it
do order SO-8 --policy all_or_nothing
see {"order": "SO-8"}
do backorders SO-8
see {"clashes": [{"kind": "contradiction", "wins": {"by": "product", "sku": "RUG", "policy": "not_backorderable"}, "yields": {"by": "order", "policy": "all_or_nothing"}}, {"kind": "overridden_default"}]}
# an order that gives its own word up follows its customer; an agreement that ends leaves the default
do order SO-3 --policy default
see {"order": "SO-3"}
do backorders SO-3
see {"policy": {"by": "customer", "policy": "ship_as_available"}, "clashes": []}
do policies "Studio Clara" default
see {"policy": "default"}
do policies
see {"customers": [{"customer": "Huis Flora", "policy": "all_or_nothing"}], "summary": {"contradictions": 1}}
