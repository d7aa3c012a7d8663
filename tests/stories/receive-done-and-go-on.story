# A sitting ends; what was counted stays, and the next sitting counts on.
at 2026-03-02T09:00:00Z
as receive ASN-2
scan 0400999000096
see {"outcome": "accepted", "received": 1}
scan 0400999900013
see {"outcome": "unknown_barcode", "quantity": 0}
scan CMD-DONE
see {"outcome": "accepted"}
as receive ASN-2
see {"job": "receive", "number": "ASN-2", "remaining": 6}
scan 0400999000099
see {"outcome": "bad_check_digit", "quantity": 0}
scan 0400999000096
see {"outcome": "accepted", "received": 2, "over": 0, "disposition": [{"to": "cross_dock", "order": "SO-3", "line": "2", "lane": "LANE-1", "quantity": 1}]}
scan 10400999900010
see {"outcome": "unknown_barcode", "quantity": 0}
scan CMD-DONE
see {"outcome": "accepted"}
# now all of the order is in the house: three lamps from the shelf, two forks from the lane
as pick SO-3
see {"remaining": 5}
# a label with a wrong check digit that the site knows is known
scan B-03
see {"outcome": "accepted", "remaining": 5}
scan 0400999500018
see {"outcome": "accepted", "sku": "LAMP", "quantity": 1, "remaining": 4}
scan 0400999000105
see {"outcome": "bad_check_digit", "quantity": 0, "remaining": 4}
scan 0400999000027
see {"outcome": "wrong_item", "quantity": 0, "remaining": 4}
