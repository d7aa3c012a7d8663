# Which lane an order gets is the site's rule; the map of the lanes says who stands where, and since when.
at 2026-03-02T09:00:00Z
do lanes
see {"lanes": [{"lane": "LANE-1", "units": 0, "minutes": null, "orders": []}, {"lane": "LANE-2", "units": 0}]}
do settings lane_rule nearest
see {"refused": "nearest is no rule for lanes: first_free, same_ship_to, carriers_door or least_walking."}
# the dock stands at 15 of the walk, the lanes at 12 and 13
set lane_rule least_walking
as receive ASN-1
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-1", "lane": "LANE-2", "quantity": 4}]}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-2", "lane": "LANE-1", "quantity": 1}]}
scan A-99
see {"outcome": "unknown_barcode", "quantity": 0}
# a day later: who waited too long shows
at 2026-03-03T10:00:00Z
do lanes
see {"lanes": [{"lane": "LANE-1", "units": 1, "minutes": 1500, "too_long": true}, {"lane": "LANE-2", "units": 4, "orders": [{"order": "SO-1", "customer": "Café Anna", "units": 4}]}]}
as pick SO-1
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
scan CMD-QTY-4
see {"outcome": "accepted"}
scan 0400999000027
see {"outcome": "accepted", "remaining": 0}
scan 0400999000027
see {"outcome": "over_pick", "quantity": 0}
do lanes
see {"lanes": [{"lane": "LANE-1", "units": 1}, {"lane": "LANE-2", "units": 0, "orders": []}]}
