# Five lamps, and orders for four, three and two: by rank one order is complete, two could be. A supervisor decides.
at 2026-03-02T09:00:00Z
do import tests/stories/more_orders
see {"refused": false}
as pick SO-20
see {"remaining": 4}
as pick SO-21
see {"remaining": 1}
scan 0400999000020
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
# what it would gain is shown; until it is accepted nothing changes
do plan --objective value
see {"objective": {"gained": {"orders": 1}, "completes": ["SO-3", "SO-21"], "loses": ["SO-20"], "accepted": false}}
as pick SO-21
see {"remaining": 1}
do plan --objective rank --time-limit soon
see {"refused": "Invalid value for '--time-limit': 'soon' is no time limit: write it like 2s or 500ms (main.py plan --help tells more.)"}
do plan --objective value --accept
see {"objective": {"accepted": true}}
as pick SO-21
see {"remaining": 2}
as pick SO-20
see {"remaining": 0, "next": null}
scan 0400999000034
see {"outcome": "wrong_item", "quantity": 0}
# and back
do plan --objective rank --accept
see {"as_of": "2026-03-02T09:00:00Z"}
as pick SO-20
see {"remaining": 4}
