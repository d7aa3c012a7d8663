# What today's arrivals complete, by hour; a truck that is late or does not come takes its part along.
at 2026-03-02T09:00:00Z
do dock
see {"reach": {"orders": 3, "lines": 3, "units": 11, "hours": [{"from": "2026-03-02T09:00:00Z", "orders": 2, "lines": 2, "units": 9}, {"from": "2026-03-02T11:00:00Z", "orders": 1, "lines": 1, "units": 2}]}}
do dock --day 2026-03-05
see {"reach": null}
do appointment ASN-2 --expected 2026-03-02T15:20:00Z
see {"event": "estimate"}
do dock
see {"reach": {"orders": 3, "hours": [{"orders": 2}, {"from": "2026-03-02T15:00:00Z", "orders": 1, "lines": 1, "units": 2}]}}
do appointment ASN-2 --expected yesterday
see {"refused": "Invalid value for '--expected': yesterday is not an instant that exists. Write it like 2026-11-24T09:30Z. (main.py appointment --help tells more.)"}
do appointment ASN-2 --no-show
see {"event": "no_show"}
do dock
see {"reach": {"orders": 2, "lines": 2, "units": 9, "hours": [{"from": "2026-03-02T09:00:00Z"}]}}
# what is scanned stays within reach until it is picked; a wrong scan changes nothing
as receive ASN-1
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan 0400999000027
see {"outcome": "accepted", "disposition": [{"to": "cross_dock", "order": "SO-1", "quantity": 1}]}
do dock
see {"reach": {"orders": 2, "lines": 2}}
