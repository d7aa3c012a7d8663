# Which boxes an order will become, before and after the first of them leaves.
at 2026-03-02T09:00:00Z
do backorders SO-5
see {"shipments_made": 0, "shipments": [{"shipment": 1, "units": 2, "when": "now", "ships_at": "2026-03-02T09:00:00Z", "last_allowed": false, "waits_for": []}, {"shipment": 2, "units": 1, "when": "expected", "ships_at": "2026-03-05T10:00:00Z", "last_allowed": true, "waits_for": [{"sku": "VASE", "units": 1, "asn": "ASN-3", "expected_at": "2026-03-05T10:00:00Z"}], "says": "Waits for 1 VASE on ASN-3, 5 Mar 2026 10:00."}]}
do backorders SO-99
see {"refused": "There is no order SO-99."}
do backorders SO-5 --starving
see {"refused": "--starving goes without an order. (main.py backorders --help tells more.)"}
# begun: the box in hand keeps taking what is here
as pick SO-5
scan 0400999000027
see {"outcome": "wrong_item"}
scan 0400999000034
see {"outcome": "accepted", "remaining": 1}
do backorders SO-5
see {"shipments": [{"shipment": 1, "open": true, "units": 2, "when": "now"}, {"shipment": 2, "open": false, "units": 1, "when": "expected"}]}
scan CMD-DONE
as pack SO-5
scan 0400999000034
scan CMD-CLOSE
see {"outcome": "accepted"}
# one was made: all the rest goes together, when the vase is here
do backorders SO-5
see {"shipments_made": 1, "shipments": [{"shipment": 2, "open": false, "units": 2, "lines": [{"line": "1", "units": 1}, {"line": "2", "units": 1}], "when": "expected", "ships_at": "2026-03-05T10:00:00Z", "last_allowed": true}]}
# the truck does not come: the last allowed box has no date and says what it lacks
do appointment ASN-3 --no-show
see {"event": "no_show"}
do backorders SO-5
see {"shipments": [{"shipment": 2, "units": 2, "when": "unknown", "ships_at": null, "waits_for": [{"sku": "VASE", "units": 1, "reason": "no_supply", "expected_at": null}], "says": "No date: lacks 1 VASE (no date)."}]}
do order SO-5 --hold
see {"order": "SO-5"}
do backorders SO-5
see {"shipments": [{"when": "unknown", "waits_for": [], "says": "Waits until the order is released."}]}
